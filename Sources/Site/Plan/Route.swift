import Content
import Schemas

/// Where a page is: the folders from the site's top, each with a slash behind it. The front page's route is empty.
struct Route: Sendable, Hashable, Comparable {
    let path: String

    init(_ path: String) { self.path = path }

    init(_ page: ID<Page>) { path = page == .home ? "" : page.text + "/" }

    /// An old path such as `/old/page/`.
    init(alias: String) { path = String(alias.drop { $0 == "/" }) }

    /// The file that a web server sends for it.
    var file: String { path + "index.html" }

    /// How many folders down it is.
    var depth: Int { path.utf8.count { $0 == UInt8(ascii: "/") } }

    static func < (a: Route, b: Route) -> Bool { a.path < b.path }
}

/// How one page of the site writes the address of another.
struct LinkStyle: Sendable, Hashable {
    /// What leads from the page to the site's top: `../../`, or empty on the front page.
    private let toTop: String
    /// Whether addresses name `index.html`, as they must where no web server adds it.
    private let namesIndex: Bool

    /// Relative addresses: they work in any folder of any server, and from a disk.
    init(from route: Route, namesIndex: Bool) {
        toTop = String(repeating: "../", count: route.depth)
        self.namesIndex = namesIndex
    }

    /// Addresses from the server's root, for the page that is sent in place of any missing one.
    init(below basePath: String) {
        toTop = basePath
        namesIndex = false
    }

    func url(to route: Route, fragment: String? = nil) -> String {
        let path = toTop + route.path + (namesIndex ? "index.html" : "")
        return (path.isEmpty ? "./" : path) + (fragment.map { "#" + $0 } ?? "")
    }

    func url(toFile path: String) -> String { toTop + Self.encoded(path) }

    /// RFC 3986 percent-encoding of a path; file names may hold spaces and letters of any language.
    private static func encoded(_ path: String) -> String {
        var out = ""
        for byte in path.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                out.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                out += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return out
    }
}
