import Diagnostics
import Markdown
public import Schemas
public import Theming
import YAMLData

/// Pages that show every component of a theme with its examples: what an author writes, and what becomes of it.
///
/// They are pages like a board's own, so whatever checks and draws those does the same for the examples. They stand on
/// no site that is published: only who asks for a gallery adds them to a board.
public struct Gallery: Sendable {
    private let components: [Component]
    private let markdown = MarkdownParser()

    /// - Parameter components: A theme's, by their names.
    public init(of components: [String: Component]) {
        self.components = components.values.sorted { $0.name < $1.name }
    }

    /// The page that lists the others.
    public static var id: ID<Page> { ID("gallery") }

    /// The pages, to be joined with the board's draft.
    ///
    /// Examples name contacts, pages and courses. A board that inherits a theme need not have those, so an example that
    /// names something else than `board` declares is left out with a warning.
    public func read(for board: Reading) -> Draft<[Page]> {
        var reading = Reading()
        let pages = components.compactMap { page(of: $0, board, &reading) }
        guard let first = pages.first, pages.count == components.count else { return Draft([], reading) }
        reading.declare(Page.entity, Self.id.text, at: Location(path: first.shownPath, start: .start))
        return Draft([index(shownPath: first.shownPath)] + pages, reading)
    }

    private func index(shownPath: String) -> Page {
        Page(
            id: Self.id, path: "gallery/index.md", shownPath: shownPath,
            front: front("Components", "Every block that the theme offers to authors, with its examples."),
            kind: .section(Section(lists: nil)), body: parse("", shownPath), components: [])
    }

    private func page(of component: Component, _ board: Reading, _ reading: inout Reading) -> Page? {
        guard let place = component.examples.first?.data.location else { return nil }
        let id = ID<Page>("\(Self.id)/\(component.name)")
        reading.declare(Page.entity, id.text, at: Location(path: place.path, start: .start))
        let shown = component.examples.compactMap { example in
            use(of: component, in: example, board, &reading).map { (example: example, use: $0) }
        }
        let text = GalleryText(component: component, examples: shown.map(\.example))
        return Page(
            id: id, path: "\(id).md", shownPath: place.path, front: front(component.name, component.summary),
            kind: .page, body: parse(text.markdown, place.path), components: shown.map(\.use))
    }

    private func use(
        of component: Component, in example: Component.Example, _ board: Reading, _ reading: inout Reading
    ) -> ComponentUse? {
        var own = Reading()
        let arguments = component.reader.value(of: example.data, &own)
        var known = board
        known.merge(own)
        let missing = ReferenceCheck.faults(in: known).filter { fault in
            own.references.contains { $0.location == fault.location }
        }
        reading.diagnostics += missing.map { fault in
            Diagnostic(
                .componentExample, "the example \"\(example.name)\" is left out: \(fault.message)", at: fault.location,
                severity: .warning, help: "it is shown on a board that has it")
        }
        guard missing.isEmpty else { return nil }
        reading.merge(own)
        return arguments.map { ComponentUse(component: component, arguments: $0) }
    }

    /// The text has one block for each example; what stands in them has been read from the examples themselves, so
    /// that faults are told where the example is written.
    private func parse(_ text: String, _ path: String) -> MarkdownDocument {
        let (document, faults) = markdown.parse(Array(text.utf8)[...], path: path)
        precondition(!faults.hasErrors, "the gallery's own text is not good: \(faults)")
        return document
    }

    private func front(_ title: String, _ summary: String) -> FrontMatter {
        FrontMatter(
            title: title, summary: summary, readership: .published([.everyone]), navTitle: nil, order: nil, owner: nil,
            reviewed: nil, review: nil, sources: [], contacts: [], aliases: [], isDraft: false, publishOn: nil,
            expiresOn: nil, bsl: nil, phases: [], succession: .none, translatedFrom: nil)
    }
}
