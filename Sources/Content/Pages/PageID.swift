import Diagnostics
import Languages
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
    /// page has the id `index`. Translations stand below their language: `parents/tell.cy.md` is `cy/parents/tell`,
    /// and `index.cy.md` is `cy`.
    public init(path: String) {
        let file = PageFile(path)
        let id = ID<Page>(untranslated: file.original)
        self = file.language.map { id == .home ? ID($0.tag) : ID("\($0.tag)/\(id)") } ?? id
    }

    private init(untranslated path: String) {
        let slash = UInt8(ascii: "/")
        var text: [UInt8] = []
        text.reserveCapacity(path.utf8.count)
        // Slashes at the ends, and all but one between two names, mean nothing.
        for byte in path.utf8 where byte != slash || (text.last ?? slash) != slash { text.append(byte) }
        if text.last == slash { text.removeLast() }
        if text.suffix(3).elementsEqual(".md".utf8) { text.removeLast(3) }
        if text.suffix(6).elementsEqual("/index".utf8) { text.removeLast(6) }
        self.init(String(decoding: text, as: UTF8.self))
    }

    /// The front page.
    public static var home: ID<Page> { ID("index") }

    /// The folder's page above this one; `nil` for the front page.
    public var parent: ID<Page>? {
        guard self != .home else { return nil }
        guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return .home }
        return ID(String(text[..<slash]))
    }

    /// The last part of the path: `online` in `models/online`.
    public var name: String { text.split(separator: "/").last.map(String.init) ?? text }
}
