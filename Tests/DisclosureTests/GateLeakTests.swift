import Diagnostics
import Foundation
import JSONText
import Schemas
import Site
import Testing

@testable import Content
@testable import Disclosure

/// Each of these tries to get personal data of the records into a real build.
@Suite struct GateLeakTests {
    @Test func `a site without personal data passes`() async throws {
        let result = try await GateBoard().result()
        #expect(result.diagnostics.isEmpty)
        #expect(result.evidence.files > 5 && result.evidence.bytes > 10_000, "the build is real")
    }

    @Test(arguments: [
        "Ask Zoë Oakwhistle.", "ASK ZOE OAKWHISTLE", "Ask Zoe\u{301}\u{308} oakwhistle.", "Oakwhistle, Zoë",
        "OAKWHISTLE Zoe",
        "Ask **Zoë** Oakwhistle.", "Ask Zoë **Oak**whistle.", "Ask *Zoë* ~~Oakwhistle~~.", "Zo&euml;&nbsp;Oakwhistle",
        "Zo&#xEB; &#79;akwhistle", "Zoë Oak&shy;whistle", "Zo\u{200B}ë Oakwhist\u{2060}le", "Zoë Oak\u{3164}whistle",
        "Zoë\u{A0}Oakwhistle",
        "Zoë\nOakwhistle", "Zoë\\\nOakwhistle", "| Surname | First name |\n|---|---|\n| Oakwhistle | Zoë |",
        "![Zoë Oakwhistle at a stall](../images/a.svg)", "[a page](https://example.org/?q=Zo%C3%AB+Oakwhistle)",
        "[a page](https://example.org/zoe-oakwhistle/)", "[a page](https://example.org/ \"Zoë Oakwhistle\")",
        "## Zoë Oakwhistle", "`Zoë Oakwhistle`", "```\nZoë Oakwhistle\n```", "https://example.org/zoeoakwhistle",
    ])
    func `a name on a Markdown page`(text: String) async throws {
        var board = GateBoard()
        board.write("images/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"></svg>")
        board.say(text)
        #expect(try await board.findings().contains("SP091 p-0001"))
    }

    private static func withCanary() -> GateBoard {
        var board = GateBoard()
        board.write(
            "records/canaries.yaml", "- { id: minutes, text: Quillon Hartebrand 7731, planted: closed minutes }\n")
        return board
    }

    @Test(arguments: [
        "Quillon Hartebrand 7731", "quillon **harte**brand (7731)", "QUILLON-HARTEBRAND-7731",
        "[x](https://example.org/?q=Quillon%20Hartebrand+7731)",
        "[x](https://example.org/ \"Quillon Hartebrand 7731\")",
    ])
    func `a planted canary`(text: String) async throws {
        var board = Self.withCanary()
        board.say(text)
        let faults = try await board.result().diagnostics
        #expect(faults.map(\.code.id) == ["SP099"])
        #expect(faults.first?.message == "the canary \"minutes\" stands in the finished site")
    }

    @Test func `a canary in a download, and no phrase that excuses it`() async throws {
        var board = Self.withCanary()
        board.files["signpost.yaml"]? += Array(
            "\ndisclosure: { allowed_phrases: [{ text: Quillon Hartebrand 7731, reason: a test }] }\n".utf8)
        board.write("files/list.csv", "name\n\"Quillon Hartebrand 7731\"\n")
        board.say("[The list](../files/list.csv)")
        #expect(try await board.findings() == ["SP099"])
    }

    @Test func `a site without its canaries passes, and the evidence counts them`() async throws {
        let result = try await Self.withCanary().result()
        #expect(result.diagnostics.isEmpty && result.evidence.counts.canaries == 1)
    }

    @Test func `a name in the text that stands for a picture`() async throws {
        var board = GateBoard()
        board.write("images/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"></svg>")
        board.say("![Zoë Oakwhistle, smiling](../images/a.svg)")
        #expect(try await board.findings() == ["SP091 p-0001"])
    }

    @Test func `a name in the address of a link`() async throws {
        var board = GateBoard()
        board.say("[Our team](https://example.org/team/zoe.oakwhistle?x=1)")
        #expect(try await board.findings() == ["SP091 p-0001"])
    }

    @Test(arguments: [
        "\u{1D419}\u{1D428}\u{1D41E} \u{1D40E}akwhistle", "\u{24CF}\u{24DE}\u{24D4} Oakwhistle", "Ｚｏｅ　Ｏａｋｗｈｉｓｔｌｅ",
        "<data:text/plain,Zo%C3%AB%20Oakwhistle>", "Zo\u{435}\u{301}? Zoe/Oakwhistle",
        "[x](mailto:?body=Zo%C3%AB%0AOakwhistle)",
        "z.o.e: zoe&#8239;oakwhistle", "Zoe\u{3000}Oakwhistle", "> Zoe\n>\n> Oakwhistle", "- Zoe\n- Oakwhistle",
    ])
    func `a name that is dressed up`(text: String) async throws {
        let gate = try await GateBoard().built().gate
        let page = Array("<p>\(text)</p>".utf8)
        #expect(await gate.scan([("a/index.html", page)]).diagnostics.map(\.short).contains("SP091 p-0001"))
    }

    @Test func `consent to be named ends with the record's own date`() async throws {
        var board = GateBoard()
        let people = String(decoding: board.files["records/people.yaml"] ?? [], as: UTF8.self)
        board.write(
            "records/people.yaml", people.replacing("{ id: p-0002,", with: "{ id: p-0002, keep_until: 2026-05-31,"))
        board.say("Bo Elmpondle")
        #expect(try await board.findings() == ["SP091 p-0002"])
        board.today = "2026-05-31"
        #expect(try await board.findings().isEmpty)
    }

    @Test(arguments: ["School", "Public"])
    func `a name in the edition that is published`(edition: String) async throws {
        var board = GateBoard()
        board.edition = edition == "School" ? .school : .public
        board.say("Zoë Oakwhistle")
        #expect(try await board.findings() == ["SP091 p-0001"])
    }

    @Test(arguments: [
        ("p-0001 is ill.", "SP093 p-0001"), ("<https://example.org/P-0001>", "SP093 p-0001"),
        ("zoe.oakwhistle@mail.example", "SP092 p-0001"), ("zoe.oakwhistle@**mail**.example", "SP092 p-0001"),
        ("[write](mailto:Zoe.Oakwhistle%40mail.example)", "SP092 p-0001"), ("somebody@mail.example", "SP094"),
        ("Ring 07700 900123.", "SP095"), ("Ring +44 (0)7700 900 123", "SP095"), ("AB 12 34 56 C", "SP096"),
        ("NHS number 401 023 2137", "SP096"), ("UPN B820432109001", "SP096"),
    ])
    func `an id, an address or a number on a page`(text: String, finding: String) async throws {
        var board = GateBoard()
        board.say(text)
        #expect(try await board.findings().contains(finding))
    }

    @Test func `a name in a course's title`() async throws {
        var board = GateBoard()
        board.write(
            "parents/course.md",
            GateBoard.page(
                "Listening with Zoë Oakwhistle",
                """
                kind: course
                code: listen
                level: introductory
                aim: To listen.
                hours: 1
                format: online
                for: [Everyone]
                covers: [Listening]
                """))
        #expect(try await board.findings() == ["SP091 p-0001"])
    }

    @Test func `a name in a page's file name, which becomes its address`() async throws {
        var board = GateBoard()
        board.write("parents/oakwhistle-zoe.md", GateBoard.page("Said"))
        #expect(try await board.findings() == ["SP091 p-0001"])
    }

    @Test func `a name in a download's file name, which no message repeats`() async throws {
        var board = GateBoard()
        board.say("[Notes](../files/zoe_oakwhistle.csv)")
        board.write("files/zoe_oakwhistle.csv", "a,b\n1,2\n")
        let result = try await board.result()
        #expect(result.diagnostics.map(\.short) == ["SP091 p-0001"])
        #expect(!"\(result.diagnostics)".lowercased().contains("oakwhistle"))
    }

    @Test(arguments: [
        "name;mail\nOakwhistle;Zoë\n", "1,p-0001\n", "Zo\u{EB} <Oakwhistle>\n", "x,zoe.oakwhistle@mail.example\n",
    ])
    func `a CSV file under files`(text: String) async throws {
        var board = GateBoard()
        board.say("[Numbers](../files/numbers.csv)")
        board.write("files/numbers.csv", text)
        #expect(try await board.findings().contains { $0.hasSuffix("p-0001") })
    }

    @Test func `a name in a download that is no page of ours`() async throws {
        var board = GateBoard()
        board.say("[Numbers](../files/numbers.txt)")
        board.files["files/numbers.txt"] =
            [0xFF, 0xFE] + "Z o ë".utf8 + "Zoë Oakwhistle".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try await board.findings() == ["SP091 p-0001"])
    }

    @Test(arguments: ["png", "webp", "gif", "jpg"])
    func `a name in a picture's text, with bytes beside it that look like letters`(format: String) async throws {
        let name = Array("Zo\u{EB} Oakwhistle".utf8)
        let size = UInt8(name.count)
        let bytes: [UInt8] =
            switch format {
            case "png":
                [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, size + 7] + Array("tEXtAuthor\0".utf8) + name
                    + Array("abcd".utf8)
            case "jpg":
                [0xFF, 0xD8, 0xFF, 0xE1, 0, size + 11] + Array("Exif\0\0MM\0*".utf8) + Array("Zo".utf8)
                    + [0xEB] + Array(" Oakwhistle\0".utf8)  // Latin-1, as cameras write it
                    + [0xFF, 0xD9]
            case "webp": Array("RIFF\0\0\0\0WEBPXMP ".utf8) + [size, 0, 0, 0] + name + Array("abcd".utf8)
            default: Array("GIF89aa".utf8) + [0x21, 0xFE, size] + name + Array("x\0".utf8)
            }
        let gate = try await GateBoard().built().gate
        #expect(await gate.scan([("images/a.\(format)", bytes)]).diagnostics.map(\.short) == ["SP091 p-0001"])
    }

    @Test func `a name in base64 in a data address of a style sheet`() async throws {
        let inner = Data("<svg><title>Zoë <tspan>Oakwhistle</tspan></title></svg>".utf8).base64EncodedString()
        let style = Array("a{background:url(data:image/svg+xml;base64,\(inner))}".utf8)
        let gate = try await GateBoard().built().gate
        #expect(await gate.scan([("assets/a.css", style)]).diagnostics.map(\.short) == ["SP091 p-0001"])
    }

    @Test func `a name in a theme's words`() async throws {
        var board = GateBoard()
        board.themeStrings = ["skip": "Ask Zoë Oakwhistle"]
        #expect(try await board.findings() == ["SP091 p-0001"])
    }

    @Test func `a name in the board's settings`() async throws {
        var board = GateBoard()
        let settings = String(decoding: board.files["signpost.yaml"] ?? [], as: UTF8.self)
        board.write("signpost.yaml", settings.replacing("Testshire Partnership", with: "Zoë Oakwhistle's Partnership"))
        #expect(try await board.findings() == ["SP091 p-0001"])
    }

    @Test func `YAML comments stay out of the site`() async throws {
        var board = GateBoard()
        board.write(
            "parents/said.md", GateBoard.page("Said", "order: 1 # ask Zoë Oakwhistle, p-0001\n# Zoë Oakwhistle"))
        let agencies = String(decoding: board.files["data/agencies.yaml"] ?? [], as: UTF8.self)
        board.write("data/agencies.yaml", "# Zoë Oakwhistle\n" + agencies + "# zoe.oakwhistle@mail.example\n")
        #expect(try await board.findings().isEmpty)
    }

    @Test(arguments: ["parents/names.csv", "data/names.csv", "names.csv"])
    func `a CSV file that lies among the pages stays out of the site`(path: String) async throws {
        var board = GateBoard()
        board.write(path, "name\nZoë Oakwhistle\n")
        let (gate, site) = try await board.built()
        #expect(!site.contains { $0.path.hasSuffix("names.csv") })
        #expect(await gate.scan(site).diagnostics.isEmpty)
    }

    @Test(arguments: [
        "site.webmanifest", "feed.json", "sitemap.xml", "_headers", "robots.txt", "training/run.ics", "assets/site.js",
        "assets/site.css", "images/stall.svg", "search/en.0.js", "x.unknown",
    ])
    func `a name in a file of any kind`(path: String) async throws {
        let gate = try await GateBoard().built().gate
        let text = #"{"name":"Zo\u00eb Oakwhistle"}"#
        #expect(await gate.scan([(path, Array(text.utf8))]).diagnostics.map(\.short) == ["SP091 p-0001"])
    }

    @Test func `of two who came, the consenting champion may be named and the other may not`() async throws {
        var board = GateBoard()
        board.write(
            "parents/aware.md",
            GateBoard.page(
                "Aware",
                """
                kind: course
                code: aware
                level: introductory
                aim: To listen.
                hours: 1
                format: online
                for: [Everyone]
                covers: [Listening]
                """))
        board.write(
            "records/runs/2026/aware.yaml",
            """
            course: aware
            date: 2026-03-12
            start: "09:30"
            end: "12:30"
            venue: online
            trainer: p-0004
            places: 24
            attendance:
              - { person: p-0001, status: attended }
              - { person: p-0002, status: attended }
            """)
        board.say("Bo Elmpondle came.")
        #expect(try await board.findings().isEmpty)
        board.say("Bo Elmpondle and Zoë Oakwhistle came, and so did Grace Young.")
        #expect(try await board.findings() == ["SP091 p-0001", "SP091 p-0004"])
    }

    @Test func `a page for trainers stays out of the site, and its names with it`() async throws {
        var board = GateBoard()
        board.write(
            "parents/said.md",
            "---\ntitle: Said\nsummary: It.\naudience: [trainers]\norder: 1\n---\nZoë Oakwhistle\n")
        #expect(try await board.findings().isEmpty)
    }

    @Test func `a champion who agreed may be named in any order`() async throws {
        var board = GateBoard()
        board.say("Bo Elmpondle, or Elmpondle, Bo. See [Bo](https://example.org/bo-elmpondle/).")
        let result = try await board.result()
        #expect(result.diagnostics.isEmpty)
        #expect(result.evidence.json.text().contains(#""used":["p-0002"]"#))
    }

    @Test(arguments: [("bo@mail.example", "SP092 p-0002"), ("Bo Elmpondle (p-0002)", "SP093 p-0002")])
    func `consent to a name covers no address and no id`(text: String, finding: String) async throws {
        var board = GateBoard()
        board.say(text)
        #expect(try await board.findings() == [finding])
    }

    @Test(arguments: [
        ("2025-12-31", false), ("2026-01-01", true), ("2026-05-30", true), ("2026-05-31", false), ("2026-06-01", false),
    ])
    func `consent holds from its day until the day before it is withdrawn`(day: String, holds: Bool) async throws {
        var board = GateBoard()
        board.today = day
        board.say("Cy Ashbrindle")
        #expect(try await board.findings() == (holds ? [] : ["SP091 p-0003"]))
    }

    @Test(arguments: [
        "By the grace of young people.", "Say grace. Young people listen.", "Young people say: grace!",
        "Graceyoungster",
        "Grace Jones. Young at heart.", "Mr Young", "G. Young wrote it.",
    ])
    func `a common word that is a surname raises no alarm`(text: String) async throws {
        var board = GateBoard()
        board.say(text)
        #expect(try await board.findings().isEmpty)
    }

    /// On nine pages "grace" and "young" stand by themselves.
    @Test(arguments: [
        ("By the grace young people have.", []), ("grace-young", []), ("young. Grace", []),
        ("Grace young as it is.", []), ("Young, grace", []),
        ("Grace Young", ["SP091 p-0004"]), ("GRACE YOUNG", ["SP091 p-0004"]), ("Young, Grace", ["SP091 p-0004"]),
        ("graceyoung", ["SP091 p-0004"]), ("zoe oakwhistle", ["SP091 p-0001"]),
        ("grace young. Grace Young.", ["SP091 p-0004"]),
    ])
    func `a name of common words is told from the words by its capitals`(text: String, found: [String]) async throws {
        var board = GateBoard()
        for number in 1...9 {
            board.write(
                "parents/p\(number).md", GateBoard.page("P\(number)", "order: \(number)", "A grace for young you.\n"))
        }
        board.say(text)
        #expect(try await board.findings() == found)
    }

    @Test func `a common word is one that stands on five pages apart from the name`() async throws {
        func findings(pages: Int, _ text: String) async throws -> [String] {
            var board = GateBoard()
            for number in 1...pages {
                board.write("parents/p\(number).md", GateBoard.page("P", "order: \(number)", text + "\n"))
            }
            board.say("grace young")
            return try await board.findings()
        }
        #expect(try await findings(pages: 4, "A grace for young you.") == ["SP091 p-0004"])
        #expect(try await findings(pages: 5, "A grace for young you.") == [])
        #expect(try await findings(pages: 9, "A grace young day.") == ["SP091 p-0004"])
        #expect(try await findings(pages: 9, "A grace for you.") == ["SP091 p-0004"])
    }

    @Test func `a phrase that the board allows is let through, with its neighbours and no further`() async throws {
        var board = GateBoard()
        let settings = String(decoding: board.files["signpost.yaml"] ?? [], as: UTF8.self)
        board.write(
            "signpost.yaml",
            settings + "\ndisclosure: { allowed_phrases: [{ text: Grace Young Surgery, reason: a surgery }] }")
        board.say("Go to Grace Young Surgery.")
        let result = try await board.result()
        #expect(result.diagnostics.isEmpty)
        #expect(result.evidence.json.text().contains(#""reason":"a surgery","used":true"#))
        board.say("Go to Grace Young Surgery and ask for Grace Young.")
        #expect(try await board.findings() == ["SP091 p-0004"])
        board.say("Nothing.")
        #expect(try await board.result().diagnostics.map(\.short) == ["SP098"])
    }

    @Test func `a file that cannot be looked into is named`() async throws {
        var board = GateBoard()
        board.say("[List](../files/list.docx)")
        board.files["files/list.docx"] = [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00]
        #expect(try await board.result().diagnostics.map(\.short) == ["SP097"])
    }

    @Test func `no message holds a name, an address or a number`() async throws {
        var board = GateBoard()
        board.say("Zoë Oakwhistle, zoe.oakwhistle@mail.example, 07700 900123, jo.bloggs@else.example, AB 12 34 56 C")
        let result = try await board.result()
        let text = "\(result.diagnostics)\(result.evidence.json.text())".lowercased()
        #expect(result.diagnostics.count == 5)
        for secret in ["oakwhistle", "900123", "jo.bloggs", "ab 12"] { #expect(!text.contains(secret)) }
    }

    @Test func `a name that stands on every page is one message`() async throws {
        var board = GateBoard()
        board.themeStrings = ["skip": "Ask Zoë Oakwhistle"]
        let result = try await board.result()
        #expect(result.diagnostics.count == 1)
        #expect(result.diagnostics.first?.notes.last?.message.hasSuffix("more files") == true)
    }
}
