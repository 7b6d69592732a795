import Languages

/// What the name of a page's file says: `parents/tell.cy.md` is the Welsh translation of `parents/tell.md`.
struct PageFile: Sendable, Hashable {
    /// The path of the page in the site's own language.
    let original: String
    /// The language of a translation; `nil` for a page in the site's own.
    let language: Language?

    init(_ path: String) {
        let bytes = path.utf8
        let name = bytes[(bytes.lastIndex(of: UInt8(ascii: "/")).map(bytes.index(after:)) ?? bytes.startIndex)...]
        guard name.suffix(3).elementsEqual(".md".utf8),
            let dot = name.dropLast(3).lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex,
            case let tag = path[path.utf8.index(after: dot)...].dropLast(3), Language.isTag(tag)
        else {
            original = path
            language = nil
            return
        }
        original = "\(path[..<dot]).md"
        language = Language(String(tag))
    }
}
