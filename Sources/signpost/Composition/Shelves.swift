import Content
import Diagnostics
import Disk
import Glibc
import Languages
import Schemas
import Theming
import YAMLData

/// The files of all source folders, in memory.
struct Shelves {
    var content: [SourceFile] = []
    var records: [SourceFile] = []
    let contentFolder: String
    /// `nil` where the board keeps no records.
    var recordsFolder: String?
    /// Whether the records lie in the content folder, and where it says so.
    var recordsInContent: Location?
    /// What was published of the records, under the path that messages use.
    var summary: SourceFile?
    /// The path of the summary, from the working folder, whether or not it is there.
    var summaryPath: String?
    /// The one that counts first stands first.
    var themes: [ThemeShelf] = []
    /// `theme:` in signpost.yaml.
    var themeName: Located<String>?
    /// `language:` and `languages:` in signpost.yaml.
    var language = Language.english
    var otherLanguages: [Language] = []
    var diagnostics: [Diagnostic] = []
    /// All that was read or looked for.
    var sightings: [Sighting] = []
    /// The pages whose texts were let go of, by their paths from the content folder.
    private var drained: Set<String> = []

    /// Whether the content folder could be read at all.
    private(set) var canBeUsed = false
    /// Without settings nothing is known of the theme, and only their absence is worth saying.
    var hasSettings: Bool { content.contains { $0.path == "signpost.yaml" } }

    var folders: [String] { [contentFolder] + themes.map(\.folder) + [recordsFolder].compactMap(\.self) }

    /// - Parameters:
    ///   - withThemes: Whether something is to be drawn.
    ///   - isWanted: Which files of the content folder are read, by their paths from it; all, where it is left out.
    static func read(
        _ options: SourceOptions, withThemes: Bool = true, where isWanted: (@Sendable (String) -> Bool)? = nil
    ) async -> Shelves {
        var shelves = await read(
            options.source, records: options.records, summary: options.summary, where: isWanted)
        if shelves.canBeUsed, withThemes { await shelves.readThemes(options.themes) }
        return shelves
    }

    /// The content and the records, without themes.
    static func read(
        _ source: String, records: String?, summary: String? = nil, where isWanted: (@Sendable (String) -> Bool)? = nil
    ) async -> Shelves {
        var shelves = Shelves(contentFolder: source.withoutSlash)
        let (files, faults) = await shelves.tree(shelves.contentFolder, where: isWanted)
        guard !files.isEmpty || !faults.hasErrors else { return shelves }
        let glance = SettingsGlance(files, shelves.contentFolder)
        shelves.themeName = glance.theme
        shelves.language = glance.language
        shelves.otherLanguages = glance.languages
        shelves.canBeUsed = true
        await shelves.sortRecords(
            files, given: records, named: glance.records?.value, isReplaced: summary != nil)
        if records == nil, !shelves.records.isEmpty, shelves.recordsFolder != nil, !glance.recordsAreOutside {
            shelves.recordsInContent = glance.records?.location
        }
        shelves.sortSummary(given: summary, named: glance.summary)
        return shelves
    }

    /// Records may lie inside the content folder, as the sample's do, or anywhere else, as a board's should.
    private mutating func sortRecords(_ files: [SourceFile], given: String?, named: String?, isReplaced: Bool) async {
        if let given {
            recordsFolder = given.withoutSlash
        } else if let named {
            recordsFolder = named.hasPrefix("/") ? named : Self.shortest("\(contentFolder)/\(named)")
        }
        let inside = named.map { "\($0)/" }
        content = files.filter { file in inside.map { !file.path.hasPrefix($0) } ?? true }
        guard let folder = recordsFolder, !isReplaced else { return }
        if given == nil, let inside, !inside.hasPrefix("/"), !inside.hasPrefix("..") {
            records = files.filter { $0.path.hasPrefix(inside) }.map {
                SourceFile(path: String($0.path.dropFirst(inside.count)), bytes: $0.bytes)
            }
        } else {
            records = await tree(folder).files
        }
    }

    /// `records` for `content/../records`, which is what people call it, unless a link makes them two places.
    private static func shortest(_ path: String) -> String {
        var steps: [Substring] = []
        for step in path.split(separator: "/") where step != "." {
            if step == "..", let last = steps.last, last != ".." { steps.removeLast() } else { steps.append(step) }
        }
        let short = (path.hasPrefix("/") ? "/" : "") + steps.joined(separator: "/")
        return !short.isEmpty && RealPath.of(short) == RealPath.of(path) ? short : path
    }

    /// In bytes: some hundred thousand dates.
    private static let largestSummary = 16 << 20

    /// The summary stands in for records that are not here. One that was asked for does so in any case.
    private mutating func sortSummary(given: String?, named: String?) {
        summaryPath = given ?? named.map { $0.hasPrefix("/") || contentFolder == "." ? $0 : "\(contentFolder)/\($0)" }
        if let named { content.removeAll { $0.path == named } }
        guard let path = summaryPath else { return }
        sightings.append(Sighting(at: path))
        do {
            summary = SourceFile(path: path, bytes: try OneFile.read(path, limit: Self.largestSummary))
        } catch {
            // One that is only named is not missed where the records are.
            if given != nil || recordsFolder == nil { diagnostics += error.diagnostics }
        }
        guard given != nil || summary != nil && recordsFolder.map(ThemesFolders.isFolder) == false else { return }
        recordsFolder = nil
        records = []
        diagnostics.removeAll { $0.code == .missingFolder }
    }

    private mutating func readThemes(_ given: String?) async {
        let places = ThemesFolders.places(given: given?.withoutSlash, beside: contentFolder)
        sightings += places.map { Sighting(at: $0) }
        for folder in ThemesFolders.find(among: places, isFirstGiven: given != nil) {
            themes.append(ThemeShelf(folder: folder, files: await tree(folder).files))
        }
    }

    /// Reads a folder, and notes what was wrong and what was seen.
    private mutating func tree(
        _ folder: String, where isWanted: (@Sendable (String) -> Bool)? = nil
    ) async -> (files: [SourceFile], faults: [Diagnostic]) {
        let found = await SourceTree.sighted(root: folder, where: isWanted ?? { _ in true })
        diagnostics += found.diagnostics
        sightings += found.sightings
        return (found.files, found.diagnostics)
    }

    /// The same faults, without what those of records tell about people.
    func discreet(_ faults: [Diagnostic]) -> [Diagnostic] {
        faults.map { fault in recordsFolder.map(fault.isInside) == true ? fault.discreet : fault }
    }

    /// Reads the content, and lets go of the text of each page as soon as it is parsed.
    mutating func drainContent(into reader: ContentReader) async -> Draft<Board> {
        let before = content.map(\.path)
        let draft = await reader.read(drainingTextsOf: &content)
        let left = Set(content.map(\.path))
        drained = Set(before.filter { !left.contains($0) })
        return draft
    }

    /// The files whose lines messages may show, with the texts that were let go of and that these faults name, read
    /// again: most boards have no fault, and most faults are in a few pages.
    func files(shownBy faults: [Diagnostic]) -> [String: [UInt8]] {
        var files = byShownPath
        let folder = contentFolder == "." ? "" : "\(contentFolder)/"
        for path in Set(faults.flatMap(\.paths)) where path.hasPrefix(folder) {
            guard drained.contains(String(path.dropFirst(folder.count))) else { continue }
            files[path] = try? OneFile.read(path, limit: SourceTree.Limits().fileBytes)
        }
        return files
    }

    /// The files whose lines messages may show, by the paths that messages use.
    ///
    /// Records are not among them: messages are copied into mails and logs, any line of a record can hold a name, and
    /// the id that the message gives, or the line's number, is enough for whoever may open the file.
    var byShownPath: [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        let shelves = [(contentFolder, content)] + themes.map { ($0.folder, $0.files) }
        for (folder, shelf) in shelves {
            for file in shelf { files[folder == "." ? file.path : "\(folder)/\(file.path)"] = file.bytes }
        }
        return files
    }
}

/// What must be known of signpost.yaml before it is read properly: which other folders to read. Faults in it are
/// found and reported later.
private struct SettingsGlance {
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

/// Where themes are looked for.
enum ThemesFolders {
    /// The folder that was asked for; `themes/` beside the content folder and in the working folder; the themes that
    /// were installed with the program, in `share/signpost/themes` beside its `bin`.
    static func places(given: String?, beside content: String) -> [String] {
        let parent = content.split(separator: "/").dropLast().joined(separator: "/")
        let beside = content.hasPrefix("/") ? "/\(parent)/themes" : (parent.isEmpty ? "themes" : "\(parent)/themes")
        return [given, beside, "themes", installedShare().map { "\($0)/themes" }].compactMap(\.self)
    }

    /// Each of the places once, and only where it is there; but one that was asked for is read in any case, so that it
    /// is missed, and so is the first where there is none at all.
    static func find(among places: [String], isFirstGiven: Bool) -> [String] {
        var seen: Set<String> = []
        let there = places.enumerated().filter { (isFirstGiven && $0.offset == 0) || isFolder($0.element) }
        let found = there.map(\.element).filter { seen.insert(RealPath.of($0) ?? $0).inserted }
        return found.isEmpty ? Array(places.prefix(1)) : found
    }

    private static func installedShare() -> String? {
        guard let program = RealPath.of("/proc/self/exe") else { return nil }
        let steps = program.split(separator: "/").dropLast(2)
        return "/" + (steps + ["share", "signpost"]).joined(separator: "/")
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}

extension String {
    /// Without a slash at the end; a lone slash stays.
    var withoutSlash: String { count > 1 && hasSuffix("/") ? String(dropLast()).withoutSlash : self }
}
