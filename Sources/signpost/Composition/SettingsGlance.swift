import Diagnostics
import Disk
import Languages
import Schemas
import YAMLData

/// What must be known of signpost.yaml before it is read properly: which other folders to read. Faults in it are
/// found and reported later.
struct SettingsGlance {
    let theme: Located<String>?
    let records: Located<String>?
    let summary: String?
    let language: Language
    let languages: [Language]

    var recordsAreOutside: Bool {
        records.map { $0.value.hasPrefix("/") || $0.value.hasPrefix("..") } ?? true
    }

    init(_ files: [SourceFile], _ folder: String) {
        let settings = files.first { $0.path == "signpost.yaml" }
        let node = settings.flatMap {
            YAMLReader.read($0.bytes, path: folder == "." ? $0.path : "\(folder)/\($0.path)").node
        }
        theme = node?.text("theme")
        records = node?.text("records").map { Located($0.value.withoutSlash, at: $0.location) }
        summary = node?.text("summary")?.value
        language = node?.text("language").map { Language($0.value) } ?? .english
        languages = (node?.texts("languages") ?? []).map { Language($0) }
    }
}

extension YAMLNode {
    fileprivate func text(_ key: String) -> Located<String>? {
        guard case .mapping(let entries) = value, let entry = entries.first(where: { $0.key == key }),
            case .scalar(let text, _) = entry.value.value, !text.isEmpty
        else { return nil }
        return Located(text, at: entry.value.location)
    }

    fileprivate func texts(_ key: String) -> [String] {
        guard case .mapping(let entries) = value, let entry = entries.first(where: { $0.key == key }),
            case .sequence(let items) = entry.value.value
        else { return [] }
        return items.compactMap { if case .scalar(let text, _) = $0.value { text } else { nil } }
    }
}
