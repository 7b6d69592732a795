import Content
import Diagnostics
import Disk
import Languages
import Schemas
import Theming
import Training

/// The files of all source folders, in memory.
struct Shelves {
    var content: [SourceFile] = []
    var records: [SourceFile] = []
    /// Runs that are not among them, because they are read when their turn comes.
    var runs = RunFiles()
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

    private var hasRecordsToRead = false

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
        await atOnce {
            var shelves = await readOnce(options.source, options.records, options.summary, isWanted)
            if shelves.canBeUsed, withThemes { await shelves.readThemes(options.themes) }
            return shelves
        }
    }

    /// The content and the records, without themes.
    ///
    /// - Parameter leavesRecords: Whether records outside the content folder are left for ``readRecords()``.
    static func read(_ source: String, records: String?, leavesRecords: Bool = false) async -> Shelves {
        await atOnce { await readOnce(source, records, nil, nil, leavesRecords: leavesRecords) }
    }

    /// A board that is being saved, or fetched from elsewhere, may be whole a moment later.
    private static let attempts = 3

    /// What lay in all folders at one and the same moment.
    ///
    /// One file is read after the other. Without another look, a page from before a change would be published beside a
    /// list from after it, and a video of which half was copied.
    private static func atOnce(_ read: () async -> Shelves) async -> Shelves {
        var shelves = await read()
        var moved = await shelves.sightings.moved()
        for _ in 1..<attempts where !moved.isEmpty {
            let again = await read()
            // What was the same twice was so in between, and not every network drive gives a file the same stamp twice.
            moved = again.holdsTheSame(as: shelves) ? [] : await again.sightings.moved()
            shelves = again
        }
        shelves.diagnostics += moved.map { path in
            Diagnostic(
                .changedFile, "\"\(path)\" was changed while the board was read", at: .wholeFile(path),
                help: "wait until it is whole, and run the command again")
        }
        return shelves
    }

    /// What of the records is no longer as it was read.
    ///
    /// Whoever is to change them has looked at what was read, and would undo what somebody else did meanwhile.
    func changedRecords() async -> [Diagnostic] {
        guard let folder = recordsFolder else { return [] }
        return await sightings.moved().filter { $0 == folder || $0.hasPrefix("\(folder)/") }.flatMap { path in
            do throws(DiskFailure) {
                // Not every network drive gives a file the same stamp twice.
                try expectAsRead(path)
                return records.contains { shownRecord($0.path) == path } ? [] : [Self.changedSince(path)]
            } catch { return error.diagnostics }
        }
    }

    /// Makes sure that nobody has changed a file of the records since it was read; one that was not there may be anything.
    private func expectAsRead(_ path: String) throws(DiskFailure) {
        guard let old = records.first(where: { shownRecord($0.path) == path }) else { return }
        guard try OneFile.read(path, limit: .max - 1) == old.bytes else { throw DiskFailure([Self.changedSince(path)]) }
    }

    func shownRecord(_ path: String) -> String {
        recordsFolder.map { $0 == "." ? path : "\($0)/\(path)" } ?? path
    }

    private static func changedSince(_ path: String) -> Diagnostic {
        Diagnostic(
            .changedFile, "\"\(path)\" was changed since it was read", at: .wholeFile(path),
            help: "run the command again")
    }

    private func holdsTheSame(as other: Shelves) -> Bool {
        content == other.content && records == other.records && summary == other.summary
            && themes.map(\.folder) == other.themes.map(\.folder) && themes.map(\.files) == other.themes.map(\.files)
            && diagnostics == other.diagnostics
    }

    private static func readOnce(
        _ source: String, _ records: String?, _ summary: String?, _ isWanted: (@Sendable (String) -> Bool)?,
        leavesRecords: Bool = false
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
            files, given: records, named: glance.records?.value, isReplaced: summary != nil,
            leavesThem: leavesRecords)
        if records == nil, !shelves.records.isEmpty, shelves.recordsFolder != nil, !glance.recordsAreOutside {
            shelves.recordsInContent = glance.records?.location
        }
        shelves.sortSummary(given: summary, named: glance.summary)
        return shelves
    }

    /// Records may lie inside the content folder, as the sample's do, or anywhere else, as a board's should.
    private mutating func sortRecords(
        _ files: [SourceFile], given: String?, named: String?, isReplaced: Bool, leavesThem: Bool
    ) async {
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
        } else if leavesThem {
            hasRecordsToRead = true
        } else {
            records = await tree(folder).files
        }
    }

    /// Reads records that were left, all but the runs, which are found.
    mutating func readRecords() async {
        guard hasRecordsToRead, let folder = recordsFolder else { return }
        let found = await SourceTree.found(root: folder)
        diagnostics += found.diagnostics
        let paths = found.paths
        let places = paths.indices.filter { TrainingReader.isRun(paths[$0]) }
        for place in paths.indices where !TrainingReader.isRun(paths[place]) {
            do {
                records.append(try found.read(place))
            } catch {
                diagnostics += error.diagnostics
            }
        }
        runs = RunFiles(count: places.count) { index in
            do throws(DiskFailure) {
                return (try found.read(places[index]), [])
            } catch {
                return (nil, error.diagnostics)
            }
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

extension String {
    /// Without a slash at the end; a lone slash stays.
    var withoutSlash: String { count > 1 && hasSuffix("/") ? String(dropLast()).withoutSlash : self }
}
