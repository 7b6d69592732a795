import Diagnostics
import Languages
import Markdown
import Prose
import Schemas
import YAMLData

/// Reads one page's file. Pure, so that pages can be read on all cores at once.
struct PageReader: Sendable {
    /// Stands in front of paths in messages: the content folder as the user typed it.
    let root: String
    let rawHTML: Set<PageKind.Word>
    /// The language of pages that are no translations.
    var ownLanguage = Language.english
    /// The languages that pages are translated into.
    var languages: [Language] = []
    let components: ComponentUseReader
    /// What the HTML of a text needs, in the language of the page.
    var wording: @Sendable (Language?) -> MarkdownParser.Wording = { _ in MarkdownParser.Wording() }
    /// Judges the wording; `nil` where nobody asked.
    var language: LanguageCheck?
    /// Where the HTML of pages waits until they are drawn; in memory, where there is none.
    var htmlStore: HTMLStore?
    let markdown = MarkdownParser()

    /// The page, or `nil` with at least one error in the reading.
    ///
    /// The page's id is declared in any case: a page with a fault in it is still there for others to refer to.
    ///
    /// - Parameter original: Of a translation, the file that it translates, where there is one.
    func read(_ file: SourceFile, translating original: SourceFile? = nil) -> (page: Page?, reading: Reading) {
        var reading = Reading()
        let path = Board.shownPath(root, file.path)
        let id = ID<Page>(path: file.path)
        reading.declare(Page.entity, id.text, at: .wholeFile(path))
        guard let text = text(of: file, path, &reading) else {
            reading.couldNotRead(Course.entity)
            return (nil, reading)
        }
        let translator = Translator(
            file: PageFile(file.path), shownPath: path, original: original, languages: languages)
        let head = head(text, path, translator, &reading)
        var (body, faults) = parse(text, kind: head?.kind.word, wording(translator.file.language), path)
        reading.diagnostics += faults + deceptions(in: text, body, translator.file, path)
        if case .accessibility(let statement)? = head?.kind, translator.file.language == nil {
            statement.check(&reading)
        }
        let uses = components.read(body.components, &reading)
        let translation = head.map { translator.translation($0, &reading) } ?? nil
        if let head, isInEnglish(translator.file) {
            reading.diagnostics += language?.faults(of: id, head.front, body, bytes: file.bytes, path: path) ?? []
        }
        if language != nil {
            var check = HeadingCheck(body, bytes: file.bytes, path: path)
            reading.diagnostics += check.faults()
        }
        body.runningText = RunningText()
        guard let head, let uses, !reading.diagnostics.hasErrors else { return (nil, reading) }
        if let htmlStore { body.putHTMLAside(in: htmlStore) }
        let page = Page(
            id: id, path: file.path, shownPath: path, front: head.front, kind: head.kind, translation: translation,
            body: body, components: uses,
            figures: TextFigures.names(in: text.body, path: path, firstLine: text.bodyFirstLine))
        return (page, reading)
    }

    /// The readers of front matter look for invisible characters themselves.
    private func deceptions(
        in text: PageText, _ body: MarkdownDocument, _ file: PageFile, _ path: String
    ) -> [Diagnostic] {
        var deceptive = DeceptiveText(path: path, isRightToLeft: (file.language ?? ownLanguage).isRightToLeft)
        deceptive.look(at: text.frontMatter, firstLine: 2, lettersOnly: true, notation: .yaml)
        deceptive.look(at: text.body, firstLine: text.bodyFirstLine, notation: .markdown) {
            body.keepsReferences ? nil : body.shownCharacters
        }
        return deceptive.faults
    }

    private func isInEnglish(_ file: PageFile) -> Bool { (file.language ?? ownLanguage).tag.hasPrefix("en") }

    private func text(of file: SourceFile, _ path: String, _ reading: inout Reading) -> PageText? {
        if let text = PageText(file.bytes) { return text }
        reading.report(
            .unclosedFrontMatter, "the page has no front matter between two lines of three hyphens",
            at: Location(path: path, start: .start),
            help: "start the file with a line `---`, then `title:`, `summary:` and `audience:`, then a line `---`")
        return nil
    }

    /// The kind is looked at first, because it decides which other keys there may be.
    private func head(
        _ text: PageText, _ path: String, _ translator: Translator, _ reading: inout Reading
    ) -> PageHead? {
        let (node, faults) = YAMLReader.read(text.frontMatter, path: path, firstLine: 2)
        reading.diagnostics += faults
        // A page that cannot be told to be no course may be the one that others refer to.
        guard let node = node.map(translator.completed), let kind = kind(of: node, &reading) else {
            reading.couldNotRead(Course.entity)
            return nil
        }
        return translator.mayTranslate(kind, &reading) ? kind.reader.value(of: node, &reading) : nil
    }

    /// With a kind that nobody knows the other keys cannot be judged, so nothing else is said about them.
    private func kind(of node: YAMLNode, _ reading: inout Reading) -> PageKind.Word? {
        guard case .mapping(let entries) = node.value, let kind = entries.first(where: { $0.key == "kind" }),
            !kind.value.isNull
        else { return .page }
        return Reader.word("page kind").value(of: kind.value, &reading)
    }

    private func parse(
        _ text: PageText, kind: PageKind.Word?, _ wording: MarkdownParser.Wording, _ path: String
    ) -> (MarkdownDocument, [Diagnostic]) {
        let mayHoldHTML = kind.map(rawHTML.contains) ?? false
        return markdown.parse(
            text.body, path: path, firstLine: text.bodyFirstLine,
            options: MarkdownParser.Options(
                rawHTML: mayHoldHTML ? .filtered : .off, wording: wording, keepsText: language != nil))
    }
}
