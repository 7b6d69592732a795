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
        "Zo&#xEB; &#79;akwhistle", "Zoë Oak&shy;whistle", "Zo\u{200B}ë Oakwhist\u{2060}le", "Zoë\u{A0}Oakwhistle",
        "Zoë\nOakwhistle", "Zoë\\\nOakwhistle", "| Surname | First name |\n|---|---|\n| Oakwhistle | Zoë |",
        "[a page](https://example.org/?q=Zo%C3%AB+Oakwhistle)",
        "[a page](https://example.org/zoe-oakwhistle/)", "[a page](https://example.org/ \"Zoë Oakwhistle\")",
        "`Zoë Oakwhistle`", "```\nZoë Oakwhistle\n```", "https://example.org/zoeoakwhistle",
    ])
    func `a name on a Markdown page`(text: String) async throws {
        var board = GateBoard()
        board.write("images/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>")
        board.say(text)
        #expect(try await board.findings().contains("SP091 p-0001"))
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

    @Test func `a name in base64 in a data address of a drawing`() async throws {
        var board = GateBoard()
        board.say("![A stall](../images/stall.svg)")
        let inner = Data("<svg><title>Zoë <tspan>Oakwhistle</tspan></title></svg>".utf8).base64EncodedString()
        board.write(
            "images/stall.svg",
            "<svg viewBox=\"0 0 1 1\" xmlns=\"http://www.w3.org/2000/svg\"><style>a{background:url(data:image/svg+xml;base64,\(inner))}</style></svg>"
        )
        #expect(try await board.findings() == ["SP091 p-0001"])
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

    @Test func `a YAML comment stays out of the site`() async throws {
        var board = GateBoard()
        board.write("parents/said.md", GateBoard.page("Said", "order: 1 # ask Zoë Oakwhistle, p-0001"))
        #expect(try await board.findings().isEmpty)
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

    @Test func `consent withdrawn yesterday is no consent`() async throws {
        var board = GateBoard()
        board.say("Cy Ashbrindle")
        #expect(try await board.findings() == ["SP091 p-0003"])
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
