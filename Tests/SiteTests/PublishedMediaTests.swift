import Content
import Diagnostics
import Foundation
import Testing

@testable import Pictures
@testable import Site

@Suite struct PublishedMediaTests {
    @Test func `a file that no page of the edition links to is not published`() async throws {
        var board = SmallBoard()
        board["a.md"] = SmallBoard.page("A", text: "[Used](files/used.txt)")
        board["b.md"] = SmallBoard.page("B", audience: "trainers", text: "[Secret](files/secret.txt)")
        for name in ["used", "secret", "stray"] { board["files/\(name).txt"] = name }
        let site = try await board.site()
        #expect(site.keys.filter { $0.hasPrefix("files/") } == ["files/used.txt"])
    }

    @Test func `a drawing is shown as it is, the first one at once and the others when they come near`() async throws {
        var board = SmallBoard()
        board["images/a.svg"] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'/>"
        board["a.md"] = SmallBoard.page("A", text: "![One](images/a.svg)\n\n![Two](images/a.svg)")
        let tags = try #require(try await board.site()["a/index.html"]).split(separator: "<img ").dropFirst()
        #expect(tags.map { $0.contains("loading=\"lazy\"") } == [false, true])
        #expect(tags.allSatisfy { $0.contains("width=\"4\" height=\"3\"") && !$0.contains("srcset") })
    }

    @Test func `smaller versions are named after their contents, and the largest keeps its name`() throws {
        let version = Picture.Version(bytes: [1, 2, 3], width: 480, height: 300)
        let full = Picture.Version(bytes: [1, 2, 3, 4], width: 900, height: 600)
        let picture = PublishedPicture(Picture(full: full, smaller: [version]), path: "images/a.b/town.jpg")
        #expect(picture.versions.map(\.path) == ["images/a.b/town.480w.039058c6f2.jpg", "images/a.b/town.jpg"])
        #expect(picture.weight == 4)
    }
}

@Suite struct ActiveDrawingTests {
    @Test(arguments: [
        ("<SCRIPT>", "a script"), ("<a href='JavaScript:x'>", "a script"), ("<foreignObject/>", "an embedded page"),
        ("<iframe/>", "an embedded page"), ("<!ENTITY x 'y'>", "an entity"), ("<use/>", "a reference"),
        ("<style>@import 'x'</style>", "a style sheet from elsewhere"), ("<set/>", "an animation"),
        ("<animateMotion/>", "an animation"), ("<path onload=\"x\"/>", "an event"),
        ("<path\nONclick='x'/>", "an event"), ("<video/>", "a film"),
        ("<path/onfocus=x>", "an event"), ("<path d=''onload='x'/>", "an event"), ("<a xlink:href='x'/>", "a link"),
        ("<x:script xmlns:x='http://www.w3.org/2000/svg'>", "a script"), ("<script\n>", "a script"),
        ("<path fill='url(https://elsewhere.example/)'/>", "a link"),
        ("<style>a{fill:URL( 'x.svg')}</style>", "a link"),
    ])
    func `a drawing that runs or fetches is named by what it holds`(_ mark: String, _ what: String) {
        #expect(ActiveDrawing.fault(in: Array("<svg>\(mark)</svg>".utf8)) == what)
    }

    @Test(arguments: [
        "<path d='M0 0'/>", "<text>on and on = 1</text>", "<title>A phone</title>", "<g id='one'/>",
        "<path fill='url(#shade)'/>", "<path fill='url( \"#shade\" )'/>", "<textPath/>", "<subset/>",
    ])
    func `a plain drawing is none`(_ drawing: String) {
        #expect(ActiveDrawing.fault(in: Array("<svg>\(drawing)</svg>".utf8)) == nil)
    }

    @Test func `letters in another encoding could hide a script, so they are refused`() throws {
        let script = "<svg><script>alert(1)</script></svg>"
        let wide = try #require(script.data(using: .utf16LittleEndian))
        let what = "letters in another encoding than UTF-8"
        #expect(ActiveDrawing.fault(in: [UInt8](wide)) == what)
        #expect(ActiveDrawing.fault(in: [0xFF, 0xFE] + Array("<svg/>".utf8)) == what)
        #expect(ActiveDrawing.fault(in: Array("<?xml version='1.0' encoding='UTF-7'?><svg/>".utf8)) == what)
        #expect(ActiveDrawing.fault(in: Array("<?xml version='1.0' encoding='UTF-8'?><svg/>".utf8)) == nil)
        #expect(ActiveDrawing.fault(in: Array("<?xml version='1.0'?><svg/>".utf8)) == nil)
    }
}
