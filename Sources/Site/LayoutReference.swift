import Templates

/// The names that layouts and components can use, as a page for people who make themes.
public enum LayoutReference {
    /// `docs/theming-reference.md`
    ///
    /// - Parameter more: The layouts of internal pages.
    public static func markdown(and more: [InternalLayout]) -> String {
        let intro = """
            # Names in layouts

            Every layout sees `site`, `page` and `t` (the words in `strings/`). Most see one object more, named in the list
            below. A name that is not here is an error with its line, found when the theme is loaded. Anything may be
            absent: test it with `{{#name}}…{{/name}}`.

            Inside the section of any list there are also:

            """
        let shared = [section("site", Views.site.shape), section("page", Views.page.shape)]
        let layouts = Layouts.all + more.map(Layouts.Layout.init)
        let own = layouts.compactMap { layout -> String? in
            guard let facts = layout.facts, case .object(let shape) = facts.type else { return nil }
            return "## Layout `\(layout.name)`\n\n" + lines(shape.documentation, path: facts.name, depth: 0)
        }
        let plain = Layouts.all.filter { $0.facts == nil }.map { "`\($0.name)`" }.joined(separator: ", ")
        return
            ([intro + lines(DocumentedName.ofEveryList, path: "", depth: 0)] + shared
            + ["## Layouts without an object of their own\n\n\(plain)\n"] + own).joined(separator: "\n")
            + "\nThis page is made by `signpost schema --theme-reference`.\n"
    }

    private static func section(_ name: String, _ shape: Shape) -> String {
        "## `\(name)`\n\n" + lines(shape.documentation, path: name, depth: 0)
    }

    private static func lines(_ names: [DocumentedName], path: String, depth: Int) -> String {
        names.map { name in
            let full = path.isEmpty || depth > 0 ? name.name : "\(path).\(name.name)"
            let indent = String(repeating: "  ", count: depth)
            return "\(indent)- `\(full)` (\(name.type)): \(name.doc)\n"
                + lines(name.nested, path: name.name, depth: depth + 1)
        }.joined()
    }
}
