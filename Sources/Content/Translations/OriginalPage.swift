import Diagnostics
import Integrity
import YAMLData

/// A page as its translators see it: the facts that stay the same, and a name for this state of its text.
struct OriginalPage {
    private let facts: [YAMLNode.Entry]
    /// The facts of each known issue, by its id.
    private let issues: [String: [YAMLNode.Entry]]
    /// Eight hexadecimal digits of the SHA-256 digest of all that is to be translated: what stands at the top of the
    /// page but the facts that are the same in every language, and its text. Line ends and empty lines at the end do
    /// not count, so that the value is the same after a checkout on another system.
    let version: String

    /// `nil` where the file is no page that can be read; it has been reported where it was read itself.
    init?(_ file: SourceFile) {
        guard let text = PageText(file.bytes),
            case .mapping(let entries)? = YAMLReader.read(text.frontMatter, path: file.path, firstLine: 2).node?.value
        else { return nil }
        facts = entries.filter { Self.shared.contains($0.key) }
        issues = Self.issues(entries)
        var bytes: [UInt8] = []
        for entry in entries where !Self.shared.contains(entry.key) && entry.key != "aliases" {
            let alone = YAMLNode(
                .mapping([entry.key == Self.issuesKey ? Self.words(of: entry) : entry]), at: entry.keyLocation)
            bytes += alone.text.utf8
        }
        bytes += "---\n".utf8
        bytes += text.body.filter { $0 != UInt8(ascii: "\r") }
        while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        version = String(Digest.sha256(bytes).hex.prefix(8))
    }

    /// What stands at the top of a translation, and below it the facts that it takes from the original.
    func completed(_ translation: YAMLNode) -> YAMLNode {
        guard case .mapping(let entries) = translation.value else { return translation }
        let own = Set(entries.map(\.key))
        let given = entries.map { $0.key == Self.issuesKey ? completed($0) : $0 }
        return YAMLNode(.mapping(given + facts.filter { !own.contains($0.key) }), at: translation.location)
    }

    /// The known issues of an accessibility statement: a translation gives their words, found by their ids.
    private func completed(_ list: YAMLNode.Entry) -> YAMLNode.Entry {
        list.mappingItems { item, id in
            let own = Set(item.map(\.key))
            return item + (id.flatMap { issues[$0] } ?? []).filter { !own.contains($0.key) }
        }
    }

    private static func words(of list: YAMLNode.Entry) -> YAMLNode.Entry {
        list.mappingItems { item, _ in item.filter { !sharedByIssues.contains($0.key) } }
    }

    private static func issues(_ entries: [YAMLNode.Entry]) -> [String: [YAMLNode.Entry]] {
        guard let list = entries.first(where: { $0.key == issuesKey }), case .sequence(let items) = list.value.value
        else { return [:] }
        let facts = items.compactMap { item -> (String, [YAMLNode.Entry])? in
            guard case .mapping(let keys) = item.value, let id = keys.id else { return nil }
            return (id, keys.filter { sharedByIssues.contains($0.key) })
        }
        return Dictionary(facts, uniquingKeysWith: { first, _ in first })
    }

    private static let issuesKey = "issues"
    private static let sharedByIssues: Set<String> = ["because", "criteria", "fixed_by"]

    /// Keys of front matter that are the same in every language: dates, numbers, ids, and fixed words. Every other
    /// key holds text, which a translation gives itself.
    private static let shared: Set<String> = [
        "kind", "audience", "order", "owner", "reviewed", "review_by", "sources", "contacts", "draft", "publish_on",
        "expires_on", "lists", "number", "sector", "call", "of", "date", "campaign", "resources", "year", "status",
        "superseded_by", "source", "level", "courses", "prerequisites", "predecessor", "wording", "checksum", "valid",
        "replaces", "replaced_by", "compliance", "wcag", "contact", "enforcement", "audited",
        "audited_by", "prepared",
    ]
}

extension YAMLNode.Entry {
    /// The same list with other keys in each of its items.
    fileprivate func mappingItems(
        _ change: ([YAMLNode.Entry], _ id: String?) -> [YAMLNode.Entry]
    ) -> YAMLNode.Entry {
        guard case .sequence(let items) = value.value else { return self }
        let changed = items.map { item in
            guard case .mapping(let keys) = item.value else { return item }
            return YAMLNode(.mapping(change(keys, keys.id)), at: item.location)
        }
        return YAMLNode.Entry(
            key: key, keyLocation: keyLocation, value: YAMLNode(.sequence(changed), at: value.location))
    }
}

extension [YAMLNode.Entry] {
    fileprivate var id: String? {
        guard case .scalar(let text, _)? = first(where: { $0.key == "id" })?.value.value else { return nil }
        return text
    }
}
