import Diagnostics
public import Schemas
import YAMLData

extension Reader where Value == ID<Page> {
    /// A page of this site, named by its path from the content folder: `parents/index.md`, or short, `parents`.
    public static var page: Reader<ID<Page>> {
        Reader<ID<Page>>(.path(Page.entity)) { node, reading in
            guard let path = Reader<String>.text.value(of: node, &reading) else { return nil }
            let id = ID<Page>(path: path)
            reading.refer(to: Page.entity, id.text, at: node.location)
            return id
        }
    }
}

extension ID<Page> {
    /// The id of the page at a path below the content folder. A folder's `index.md` has the folder's id; the front
    /// page has the id `index`.
    public init(path: String) {
        var parts = path.split(separator: "/").map(String.init)
        if let last = parts.last, last.hasSuffix(".md") { parts[parts.count - 1] = String(last.dropLast(3)) }
        if parts.count > 1, parts.last == "index" { parts.removeLast() }
        self.init(parts.joined(separator: "/"))
    }

    /// The front page.
    public static var home: ID<Page> { ID("index") }

    /// The folder's page above this one; `nil` for the front page.
    public var parent: ID<Page>? {
        guard self != .home else { return nil }
        let parts = text.split(separator: "/").dropLast()
        return parts.isEmpty ? .home : ID(parts.joined(separator: "/"))
    }

    /// The last part of the path: `online` in `models/online`.
    public var name: String { text.split(separator: "/").last.map(String.init) ?? text }
}
