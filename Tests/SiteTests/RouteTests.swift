import Content
import Schemas
import TestSupport
import Testing

@testable import Site

@Suite struct RouteTests {
    @Test(arguments: [
        ("index.md", "", "index.html", 0),
        ("parents/index.md", "parents/", "parents/index.html", 1),
        ("parents/notice.md", "parents/notice/", "parents/notice/index.html", 2),
        ("a/b/index.md", "a/b/", "a/b/index.html", 2),
        ("indexes.md", "indexes/", "indexes/index.html", 1),
    ])
    func `a page has a folder of its own`(_ path: String, _ route: String, _ file: String, _ depth: Int) {
        let made = Route(ID<Page>(path: path))
        #expect(made.path == route && made.file == file && made.depth == depth)
    }

    @Test func `an old path is a route without the slash in front`() {
        #expect(Route(alias: "/old/page/") == Route("old/page/"))
    }

    @Test func `the base address gives whole addresses`() {
        let base = BaseAddress("https://council.example/children/board/")
        #expect(base.host == "council.example" && base.path == "/children/board/")
        #expect(base.url(of: Route("help/")) == "https://council.example/children/board/help/")
        #expect(BaseAddress("https://board.example/").path == "/")
    }
}

@Suite struct LinkStyleTests {
    private static let table: [(from: String, to: String, served: String, onDisk: String)] = [
        ("", "", "./", "index.html"),
        ("", "help/", "help/", "help/index.html"),
        ("help/", "", "../", "../index.html"),
        ("help/", "help/", "../help/", "../help/index.html"),
        ("help/call/", "news/", "../../news/", "../../news/index.html"),
        ("help/call/", "help/", "../../help/", "../../help/index.html"),
    ]

    @Test(arguments: table)
    func `links are relative, and name the file on a disk`(
        _ row: (from: String, to: String, served: String, onDisk: String)
    ) {
        let (from, to) = (Route(row.from), Route(row.to))
        #expect(LinkStyle(from: from, namesIndex: false).url(to: to) == row.served)
        #expect(LinkStyle(from: from, namesIndex: true).url(to: to) == row.onDisk)
        #expect(LinkStyle(from: from, namesIndex: false).url(to: to, fragment: "a") == row.served + "#a")
    }

    @Test func `the page for missing pages links from the server's root, because it is sent at any depth`() {
        let links = LinkStyle(below: "/children/board/")
        #expect(links.url(to: Route("help/")) == "/children/board/help/")
        #expect(links.url(toFile: "assets/site.css") == "/children/board/assets/site.css")
    }

    @Test(arguments: [
        ("files/a b.txt", "../files/a%20b.txt"), ("files/é.txt", "../files/%C3%A9.txt"),
        ("files/100%.txt", "../files/100%25.txt"), ("files/a?b#c.txt", "../files/a%3Fb%23c.txt"),
        ("files/a-b_c~d.e", "../files/a-b_c~d.e"),
    ])
    func `names of files are percent-encoded`(_ path: String, _ url: String) {
        #expect(LinkStyle(from: Route("help/"), namesIndex: false).url(toFile: path) == url)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `a link from anywhere to anywhere leads there`(_ seed: UInt64) {
        var random = Seeded(seed)
        for _ in 0..<50 {
            let (from, to) = (Route.random(&random), Route.random(&random))
            for namesIndex in [true, false] {
                let url = LinkStyle(from: from, namesIndex: namesIndex).url(to: to)
                let reached = RelativePath.resolve(url, from: from.file)
                #expect(reached == (namesIndex ? to.file : String(to.path.dropLast())), "\(from.path) → \(url)")
            }
        }
    }
}

extension Route {
    fileprivate static func random(_ random: inout Seeded) -> Route {
        let names = ["a", "b", "help", "call-us", "0"]
        let steps = (0..<Int.random(in: 0...4, using: &random)).map { _ in
            names.randomElement(using: &random) ?? "a"
        }
        return Route(steps.map { $0 + "/" }.joined())
    }
}
