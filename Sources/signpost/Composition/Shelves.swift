import Content
import Diagnostics
import Disk
import Glibc
import Schemas
import YAMLData

/// The files of all source folders, in memory.
struct Shelves {
    var content: [SourceFile] = []
    var records: [SourceFile] = []
    var themes: [SourceFile] = []
    let contentFolder: String
    /// `nil` where the board keeps no records.
    var recordsFolder: String?
    var themesFolder = ""
    var themeName = "default"
    var diagnostics: [Diagnostic] = []

    /// Whether the content folder could be read at all.
    private(set) var canBeUsed = false
    /// Without settings nothing is known of the theme, and only their absence is worth saying.
    var hasSettings: Bool { content.contains { $0.path == "signpost.yaml" } }

    var folders: [String] { [contentFolder, themesFolder] + [recordsFolder].compactMap(\.self) }

    static func read(_ options: SourceOptions) async -> Shelves {
        var shelves = Shelves(contentFolder: options.source.withoutSlash)
        let (files, faults) = await SourceTree.read(root: shelves.contentFolder)
        shelves.diagnostics += faults
        guard !files.isEmpty || !faults.hasErrors else { return shelves }
        shelves.canBeUsed = true
        let glance = SettingsGlance(files)
        shelves.themeName = glance.theme ?? "default"
        await shelves.sortRecords(files, given: options.records, named: glance.records)
        await shelves.readThemes(options.themes)
        return shelves
    }

    /// Records may lie inside the content folder, as the sample's do, or anywhere else, as a board's should.
    private mutating func sortRecords(_ files: [SourceFile], given: String?, named: String?) async {
        if let given {
            recordsFolder = given.withoutSlash
        } else if let named {
            recordsFolder = named.hasPrefix("/") ? named : "\(contentFolder)/\(named)"
        }
        let inside = named.map { "\($0)/" }
        content = files.filter { file in inside.map { !file.path.hasPrefix($0) } ?? true }
        guard let folder = recordsFolder else { return }
        if given == nil, let inside, !inside.hasPrefix("/"), !inside.hasPrefix("..") {
            records = files.filter { $0.path.hasPrefix(inside) }.map {
                SourceFile(path: String($0.path.dropFirst(inside.count)), bytes: $0.bytes)
            }
        } else {
            let (files, faults) = await SourceTree.read(root: folder)
            records = files
            diagnostics += faults
        }
    }

    private mutating func readThemes(_ given: String?) async {
        themesFolder = given?.withoutSlash ?? ThemesFolder.find(beside: contentFolder)
        let (files, faults) = await SourceTree.read(root: themesFolder)
        themes = files
        diagnostics += faults
    }

    /// All files by the paths that messages use.
    var byShownPath: [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for (folder, shelf) in [(contentFolder, content), (recordsFolder ?? "", records), (themesFolder, themes)] {
            for file in shelf { files[folder == "." ? file.path : "\(folder)/\(file.path)"] = file.bytes }
        }
        return files
    }
}

/// What must be known of signpost.yaml before it is read properly: which other folders to read. Faults in it are
/// found and reported later.
private struct SettingsGlance {
    let theme: String?
    let records: String?

    init(_ files: [SourceFile]) {
        let settings = files.first { $0.path == "signpost.yaml" }
        let node = settings.flatMap { YAMLReader.read($0.bytes, path: $0.path).node }
        theme = node?.text("theme")
        records = node?.text("records")?.withoutSlash
    }
}

extension YAMLNode {
    fileprivate func text(_ key: String) -> String? {
        guard case .mapping(let entries) = value, let entry = entries.first(where: { $0.key == key }),
            case .scalar(let text, _) = entry.value.value, !text.isEmpty
        else { return nil }
        return text
    }
}

/// Where themes are looked for.
enum ThemesFolder {
    /// `themes/` beside the content folder or in the working folder; else the themes that were installed with the
    /// program, in `share/signpost/themes` beside its `bin`.
    static func find(beside content: String) -> String {
        let parent = content.split(separator: "/").dropLast().joined(separator: "/")
        let beside = content.hasPrefix("/") ? "/\(parent)/themes" : (parent.isEmpty ? "themes" : "\(parent)/themes")
        let installed = installedShare().map { "\($0)/themes" }
        return [beside, "themes"].first(where: isFolder) ?? installed ?? beside
    }

    private static func installedShare() -> String? {
        guard let program = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(program) }
        let steps = String(cString: program).split(separator: "/").dropLast(2)
        let share = "/" + (steps + ["share", "signpost"]).joined(separator: "/")
        return isFolder("\(share)/themes") ? share : nil
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}

extension String {
    /// Without a slash at the end; a lone slash stays.
    var withoutSlash: String { count > 1 && hasSuffix("/") ? String(dropLast()).withoutSlash : self }
}
