import Desk
import Templates

@testable import Site

/// A theme that prints everything a theme can see, name by name.
///
/// Sites built with it show all that the views hand over, so their expected pages are a record of it, and what must
/// not be published cannot hide in a value that no layout happens to print. The layouts are written from the shapes;
/// `PlainThemeTests` keeps `Themes/plain` up to date.
enum PlainTheme {
    static let folder = Folder.tests.folder("Themes/plain")

    /// `layouts/`, by file name.
    static var layouts: [String: [UInt8]] {
        Dictionary(
            uniqueKeysWithValues: (Layouts.all + DeskLayouts.all.map(Layouts.Layout.init)).map {
                ("\($0.name).html", Array(layout($0).utf8))
            })
    }

    /// `partials/`, by file name: what all layouts print.
    static var partials: [String: [UInt8]] {
        [
            "all-of-site.html": Array(names(of: Views.site.shape).utf8),
            "all-of-page.html": Array(names(of: Views.page.shape).utf8),
        ]
    }

    private static func layout(_ layout: Layouts.Layout) -> String {
        let facts = layout.facts.map(entry) ?? ""
        return """
            <!doctype html>
            <html lang="{{page.lang}}" dir="{{page.dir}}">
            <head>
            <meta charset="utf-8">
            {{page.head}}
            </head>
            <body>
            <dl>
            \(facts)<dt>page<dd><dl>
            {{#page}}
            {{>all-of-page}}
            {{/page}}
            </dl>
            <dt>site<dd><dl>
            {{#site}}
            {{>all-of-site}}
            {{/site}}
            </dl>
            </dl>
            </body>
            </html>

            """
    }

    private static func names(of shape: Shape) -> String { shape.fields.map(entry).joined() }

    private static func entry(_ field: Shape.Field) -> String {
        let name = field.name
        return switch field.type {
        // Printed where it belongs.
        case .html where name == "head": ""
        case .html: "<dt>\(name)<dd>\n{{\(name)}}\n"
        case .flag: section(name, "<dt>\(name)")
        case .text where name.hasSuffix("url"): section(name, "<dt>\(name)<dd><a href=\"{{.}}\">{{.}}</a>")
        case .text, .texts: section(name, "<dt>\(name)<dd>{{.}}")
        case .object(let shape), .list(let shape): section(name, "<dt>\(name)<dd><dl>\n\(names(of: shape))</dl>")
        case .children: preconditionFailure("the first view with entries below entries; print them by a partial")
        }
    }

    private static func section(_ name: String, _ body: String) -> String { "{{#\(name)}}\n\(body)\n{{/\(name)}}\n" }
}
