import CivilTime
import Diagnostics
import Foundation
import Schemas
import Site
import Testing
import Theming

@testable import Content
@testable import Disclosure
@testable import Training

/// A small board with training records, built with the default theme in memory: what a leak has to get through.
struct GateBoard {
    /// Text files by their paths; `records/` is the folder of records.
    var files: [String: [UInt8]]
    var edition = Edition.public
    /// The day for which it is built.
    var today = "2026-06-01"
    /// Changes the theme's English words.
    var themeStrings: [String: String] = [:]

    /// p-0001 is never to be named, p-0002 agreed, p-0003 agreed and withdrew on 31 May, p-0004 has a common surname.
    init() {
        let texts: [String: String] = [
            "signpost.yaml": """
            board: { name: Testshire Partnership, area: Testshire, email: hello@testshire.example }
            base_url: https://test.example/
            exit: { url: "https://www.example.org/" }
            helplines: [police]
            navigation: [parents]
            """,
            "data/contacts.yaml": """
            - { id: police, name: Police, kind: emergency, summary: Call., phone: "01632 960001", verified_on: 2026-01-01 }
            """,
            "data/agencies.yaml": "- { id: a, name: Council, kind: council }\n",
            "data/training.yaml": """
            levels: [{ id: introductory, title: Introductory, summary: All. }]
            role_groups: [{ id: r, title: Staff }]
            site_kinds: [{ id: s, title: Schools }]
            champions: { target: 9, days_per_year: 6 }
            """,
            "index.md": Self.page("Home", "kind: home\ndoors: [{ title: A, summary: B, to: parents/index.md }]"),
            "parents/index.md": Self.page("Parents", "kind: section"),
            "records/people.yaml": """
            - { id: p-0001, name: "Zoë Oakwhistle", email: zoe.oakwhistle@mail.example, agency: a, role_group: r }
            - { id: p-0002, name: "Bo Elmpondle", email: bo@mail.example, agency: a, role_group: r }
            - { id: p-0003, name: "Cy Ashbrindle", email: cy@mail.example, agency: a, role_group: r }
            - { id: p-0004, name: "Grace Young", email: grace@mail.example, agency: a, role_group: r }
            """,
            "records/champions.yaml": """
            - { person: p-0002, agency: a, site_kind: s, since: 2025-01-01, consent: { name: 2026-01-01 } }
            - { person: p-0003, agency: a, site_kind: s, since: 2025-01-01, consent: { name: 2026-01-01, withdrawn: 2026-05-31 } }
            """,
        ]
        files = texts.mapValues { Array($0.utf8) }
    }

    /// The board in `content/`, which shows what Signpost can do.
    static func sample() throws -> GateBoard {
        var board = GateBoard()
        board.today = "2026-11-21"
        board.files = [:]
        for file in try files(in: "content") where !file.path.split(separator: "/").contains(where: { $0.first == "." })
        {
            board.files[file.path] = file.bytes
        }
        return board
    }

    static func page(_ title: String, _ keys: String = "order: 1", _ text: String = "Text.\n") -> String {
        "---\ntitle: \(title)\nsummary: What it says.\naudience: [everyone]\n\(keys)\n---\n\(text)"
    }

    mutating func write(_ path: String, _ text: String) { files[path] = Array(text.utf8) }

    /// A page of its own with this text.
    mutating func say(_ text: String) { write("parents/said.md", Self.page("Said", "order: 1", text + "\n")) }

    /// Built and looked through: `SP091 p-0001` for each error of the gate.
    func findings() async throws -> [String] {
        try await result().diagnostics.filter { $0.severity == .error }.map(\.short)
    }

    /// As a build does it: each file is looked through when it is drawn, and none is kept.
    func result() async throws -> GateResult {
        let (gate, builder) = try await prepared()
        let (settled, faults) = await builder.prepare()
        let site = try #require(settled, "\(faults.map(\.message))")
        let drawn = await site.draw { gate.read(($0.path, $0.bytes)) }.site
        return await gate.result(of: drawn.files) { look in
            await site.redraw { files in look(files.map { ($0.path, $0.bytes) }) }
        }
    }

    func built() async throws -> (gate: PersonalDataGate, site: [PersonalDataGate.File]) {
        let (gate, builder) = try await prepared()
        let (site, siteFaults) = await builder.build()
        let built = try #require(site, "\(siteFaults.map(\.message))")
        return (gate, built.files.map { ($0.path, $0.bytes) })
    }

    /// Why the site is refused.
    func refusals() async throws -> [String] {
        let (site, faults) = await (try prepared().builder).build()
        return site == nil ? faults.map { "\($0.code) \($0.message)" } : []
    }

    private func prepared() async throws -> (gate: PersonalDataGate, builder: SiteBuilder) {
        let shelf = ThemeShelf(folder: "themes", files: try themeFiles())
        let (theme, themeFaults) = ThemeReader(shelves: [shelf], hostTypes: HostTypes.all)
            .read("default")
        let sources = files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: $0.value) }
        let content = await ContentReader(root: "content", components: theme?.components)
            .read(sources.filter { !$0.path.hasPrefix("records/") })
        let records = await TrainingReader(root: "records").read(
            sources.filter { $0.path.hasPrefix("records/") }.map {
                SourceFile(path: String($0.path.dropFirst(8)), bytes: $0.bytes)
            })
        let (checked, faults) = content.joined(with: records).checked()
        let found = (themeFaults + faults).filter { $0.severity == .error }.map(\.message)
        try #require(found == [])
        let (board, training) = try #require(checked)
        let today = try day(today)
        let builder = SiteBuilder(
            board: board,
            training: PublishedTraining(
                records: training, board: board, asked: AskedFigures(of: board, asOf: today), asOf: today),
            theme: try #require(theme), options: SiteOptions(edition: edition, today: today))
        return (PersonalDataGate(records: training, board: board, asOf: today), builder)
    }

    private func themeFiles() throws -> [SourceFile] {
        try Self.files(in: "themes").map { file in
            guard file.path == "default/strings/en.yaml", !themeStrings.isEmpty else { return file }
            var lines = String(decoding: file.bytes, as: UTF8.self)
                .split(separator: "\n", omittingEmptySubsequences: false)
            for (key, text) in themeStrings {
                for place in lines.indices where lines[place].hasPrefix("\(key):") { lines[place] = "\(key): \(text)" }
            }
            return SourceFile(path: file.path, bytes: Array(lines.joined(separator: "\n").utf8))
        }
    }

    /// All files of a folder of the repository.
    private static func files(in folder: String) throws -> [SourceFile] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: folder).path
        return try FileManager.default.subpathsOfDirectory(atPath: root).sorted().compactMap { path in
            FileManager.default.contents(atPath: "\(root)/\(path)").map { SourceFile(path: path, bytes: Array($0)) }
        }
    }
}

extension Diagnostic {
    /// The code, and whose record it is: `SP091 p-0001`.
    var short: String {
        let id = message.split(separator: " ").first { $0.hasPrefix("p-") }
        return code.id + (id.map { " \($0)" } ?? "")
    }
}

extension Contact {
    /// The one contact of ``GateBoard``.
    static var testshirePolice: Contact {
        get throws {
            Contact(
                id: ID("police"), name: "Police", kind: .emergency, summary: "Call.",
                ways: .init(phone: "01632 960001", textNumber: nil, email: nil, web: nil), hours: nil, relay: nil,
                verified: Located(try day("2026-01-01"), at: .wholeFile("contacts.yaml")))
        }
    }
}
