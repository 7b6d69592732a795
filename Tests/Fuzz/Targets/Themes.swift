import Diagnostics
import Templates
import Theming

extension FuzzTarget {
    private static let item = Shape(
        "item", [.init("title", .text, ""), .init("text", .html, ""), .init("below", .children, "")])
    private static let page = Shape(
        "page",
        [
            .init("title", .text, ""), .init("text", .html, ""), .init("draft", .flag, ""), .init("words", .texts, ""),
            .init("item", .object(item), ""), .init("items", .list(item), ""),
        ])
    private static let values: Value = {
        let leaf = Value.object([.text("<a & \"b\">"), .html(Array("<p>".utf8)), .absent])
        let item = Value.object([.text("title"), .absent, .list([leaf, leaf])])
        return .object([
            .text("'"), .html([]), .flag(true), .list([.text("a"), .text("")]), item, .list([item, leaf]),
        ])
    }()

    /// One template, or several with a line `=== name.html` before each; `main` or the first is drawn.
    @Sendable static func template(_ bytes: [UInt8]) {
        var files = FilesInOne(bytes).files
        if files.isEmpty { files = [("main.html", bytes)] }
        let library = TemplateLibrary(files.map { TemplateSource(path: $0.path, bytes: $0.bytes) })
        for name in library.names.prefix(4) {
            let (template, faults) = library.compile(name, against: page)
            precondition((template == nil) == faults.hasErrors, "a template is neither compiled nor refused")
            _ = template?.render(values)
            show(faults, in: files[0].bytes)
        }
    }

    @Sendable static func theme(_ bytes: [UInt8]) {
        let files = FilesInOne(bytes).files.map { SourceFile(path: "plain/" + $0.path, bytes: $0.bytes) }
        let shelf = ThemeShelf(folder: "themes", files: files.sorted { $0.path < $1.path })
        let (theme, faults) = ThemeReader(shelves: [shelf], hostTypes: []).read("plain")
        precondition((theme == nil) == faults.hasErrors, "a theme is neither read nor refused")
        show(faults, in: bytes)
    }
}
