public import Diagnostics
public import Languages
public import Markdown
import Parallelism
public import Schemas
public import Theming
import YAMLData

/// Reads a content folder: settings, registries, pages, pictures. Every fault is found in one run.
public struct ContentReader: Sendable {
    /// Stands in front of paths in messages: the content folder as the user typed it.
    public let root: String
    /// What the fenced blocks of pages may be; `nil` where the theme could not be read.
    public let components: [String: Component]?
    /// Whether the wording of pages is judged too.
    public let checksLanguage: Bool
    /// Where the HTML of pages waits until they are drawn; in memory, where there is none.
    public var htmlStore: HTMLStore?
    let wording: @Sendable (Language?) -> MarkdownParser.Wording

    /// - Parameter wording: What the HTML of texts needs: of a translation's language, or of the site's own.
    public init(
        root: String, components: [String: Component]?, checksLanguage: Bool = false,
        wording: (@Sendable (Language?) -> MarkdownParser.Wording)? = nil
    ) {
        self.root = root
        self.components = components
        self.checksLanguage = checksLanguage
        self.wording = wording ?? { _ in MarkdownParser.Wording() }
    }

    /// - Parameter files: All files of the folder but the training records.
    public func read(_ files: [SourceFile]) async -> Draft<Board> {
        var files = files
        return await read(drainingTextsOf: &files)
    }

    /// The same, for those who need the texts of the board's pages no more: each is taken out of the files, and let go of
    /// as soon as it is parsed, so that there is never a time when all texts and all pages are in memory.
    public func read(drainingTextsOf files: inout [SourceFile]) async -> Draft<Board> {
        var reading = Reading()
        let settingsPath = Board.shownPath(root, "signpost.yaml")
        guard let file = files.first(where: { $0.path == "signpost.yaml" }) else {
            reportMissingSettings(&reading)
            return Draft(nil, reading)
        }
        let paths = Set(files.map(\.path))
        var texts = files.filter(\.isText)
        files.removeAll(where: \.isText)
        let shelf = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let own = files.filter { !OverlayFolder.holds($0.path) }
        let settings = settings(file, &reading)
        let registries = Registries(DataFolder(root: root, files: shelf), &reading)
        let words = contactWords(own, settings, &reading)
        let pages = await pages(drained: &texts, settings, registries.flatMap(language), &reading)
        let media = media(own)
        reportStrays(own, &reading)
        for data in own where data.path.hasSuffix(".yaml") {
            var deceptive = DeceptiveText(path: Board.shownPath(root, data.path))
            deceptive.look(at: data.bytes[...], lettersOnly: true, notation: .yaml)
            reading.diagnostics += deceptive.faults
        }
        if let settings, let registries { checkLanguages(of: registries.schools.items, settings.languages, &reading) }
        let overlays = await overlays(
            files.filter { OverlayFolder.holds($0.path) }, over: paths, settings, registries?.schools, &reading)
        guard let settings, let registries, let pages, let words else { return Draft(nil, reading) }
        let board = Board(
            settings: settings, settingsPath: settingsPath, pages: pages, registries: registries, contactWords: words,
            media: media, overlays: overlays)
        return Draft(board, reading)
    }

    /// Most likely this is another folder, so nothing else in it is judged.
    func reportMissingSettings(_ reading: inout Reading) {
        reading.report(
            .missingFile, "there is no signpost.yaml in \(root)",
            at: .wholeFile(Board.shownPath(root, "signpost.yaml")),
            help: "name the folder that holds it with --source, or run `signpost new my-board` for a new one")
    }

    private func settings(_ file: SourceFile, _ reading: inout Reading) -> BoardSettings? {
        let (node, faults) = YAMLReader.read(file.bytes, path: Board.shownPath(root, file.path))
        reading.diagnostics += faults
        return node.flatMap { BoardSettings.reader.value(of: $0, &reading) }
    }

    /// All pages, or `nil` where one of them has a fault.
    private func pages(
        drained texts: inout [SourceFile], _ settings: BoardSettings?, _ language: LanguageCheck?,
        _ reading: inout Reading
    ) async -> [Page]? {
        let reader = pageReader(settings, language)
        let translated = Self.originals(of: texts)
        let hasFrontPage = texts.contains { $0.path == "index.md" }
        let results = await texts.concurrentDrain { reader.read($0, translating: translated[$0.path]) }
        for result in results { reading.merge(result.reading) }
        if !hasFrontPage {
            reading.report(
                .missingFile, "there is no front page",
                at: .wholeFile(Board.shownPath(root, "index.md")),
                help: "add an index.md of kind `home`")
        }
        let pages = results.compactMap(\.page)
        return pages.count == results.count ? pages : nil
    }

    func pageReader(_ settings: BoardSettings?, _ language: LanguageCheck?) -> PageReader {
        PageReader(
            root: root, rawHTML: Set(settings?.rawHTML ?? []), ownLanguage: settings?.languages.own ?? .english,
            languages: settings?.languages.others ?? [], components: ComponentUseReader(components: components),
            wording: wording, language: language, htmlStore: htmlStore)
    }

    /// Without the registries nothing is known of the glossary, and each acronym would look unexplained.
    private func language(_ registries: Registries) -> LanguageCheck? {
        checksLanguage ? LanguageCheck(registries.language, glossary: registries.glossary.items) : nil
    }

    /// The file that each translation translates, by the translation's path.
    static func originals(of sources: [SourceFile]) -> [String: SourceFile] {
        let translations = sources.map { ($0.path, PageFile($0.path)) }.filter { $0.1.language != nil }
        guard !translations.isEmpty else { return [:] }
        let byPath = Dictionary(sources.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        var originals: [String: SourceFile] = [:]
        for (path, file) in translations { originals[path] = byPath[file.original] }
        return originals
    }

    private func media(_ files: [SourceFile]) -> [String: MediaFile] {
        let published = files.filter { ContentFolder.isMedia($0.path) }
        return Dictionary(
            published.map { ($0.path, MediaFile($0, shownPath: Board.shownPath(root, $0.path))) },
            uniquingKeysWith: { first, _ in first })
    }

    /// A file that nothing reads is most likely in the wrong place, or should not be in this folder at all.
    private func reportStrays(_ files: [SourceFile], _ reading: inout Reading) {
        for file in files where !ContentFolder.isKnown(file.path) {
            let known = ContentFolder.dataFiles.map { "data/\($0)" } + ["signpost.yaml"]
            reading.report(
                .strayFile, "nothing reads this file",
                at: .wholeFile(Board.shownPath(root, file.path)),
                help: Spelling.suggestion(for: file.path, in: known)
                    ?? "pictures belong in images/, downloads in files/, pages end in .md")
        }
    }
}

/// What may stand where in a content folder.
enum ContentFolder {
    static let dataFiles = [
        "agencies.yaml", "contacts.yaml", "services.yaml", "sources.yaml", "glossary.yaml", "resources.yaml",
        "campaigns.yaml", "governance.yaml", "action-plan.yaml", "training.yaml", "schools.yaml", "language.yaml",
    ]

    /// Where tables of figures lie, in as many files as the board likes.
    static let indicators = "data/indicators/"

    static func isMedia(_ path: String) -> Bool { path.hasPrefix("images/") || path.hasPrefix("files/") }

    static func isKnown(_ path: String) -> Bool {
        path == "signpost.yaml" || path.hasSuffix(".md") || isMedia(path)
            || (path.hasPrefix("data/") && dataFiles.contains(String(path.dropFirst(5))))
            || contactsLanguage(path) != nil || (path.hasPrefix(indicators) && path.hasSuffix(".yaml"))
    }

    /// The language of `data/contacts.cy.yaml`.
    static func contactsLanguage(_ path: String) -> Language? {
        guard path.hasPrefix("data/contacts."), path.hasSuffix(".yaml") else { return nil }
        let tag = path.dropFirst("data/contacts.".count).dropLast(".yaml".count)
        return Language.isTag(tag) ? Language(String(tag)) : nil
    }
}

extension SourceFile {
    /// Whether it holds a page of the board's own, and nothing but the page is made from it.
    fileprivate var isText: Bool { path.hasSuffix(".md") && !OverlayFolder.holds(path) }
}

extension Board {
    /// A path as the user would type it.
    static func shownPath(_ root: String, _ path: String) -> String {
        root.isEmpty || root == "." ? path : "\(root)/\(path)"
    }
}
