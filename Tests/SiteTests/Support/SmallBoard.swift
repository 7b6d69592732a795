import CivilTime
import Content
import Diagnostics
import Disclosure
import Languages
import Schemas
import Testing
import Theming
import Training

@testable import Site

/// A board in memory: a front page and a telephone number, and whatever a test adds.
struct SmallBoard {
    /// The content folder, by path.
    var files = [
        "signpost.yaml": """
        board: { name: Smallford Partnership, area: Smallford }
        base_url: https://smallford.example/board/
        exit: { url: "https://www.example.org/" }
        helplines: [police]
        """,
        "data/contacts.yaml": """
        - { id: police, name: Police, kind: emergency, summary: Now., phone: "999", verified_on: 2026-10-01 }
        """,
        "data/agencies.yaml": "- { id: council, name: Council, kind: council }",
        "data/training.yaml": """
        levels: [{ id: basic, title: Basic, summary: Knows the signs. }]
        role_groups: [{ id: staff, title: Staff }]
        site_kinds: [{ id: school, title: School }]
        champions: { target: 20, days_per_year: 6 }
        """,
        "index.md": page("Home", "kind: home\ndoors: [{ title: In, summary: In., to: index.md }]"),
    ]
    /// The folder of records, by path.
    var records: [String: String] = [:]
    /// Whether its theme has a search page.
    var isSearched = false

    subscript(path: String) -> String? {
        get { files[path] }
        set { files[path] = newValue }
    }

    /// A page's file.
    static func page(_ title: String, audience: String = "everyone", _ front: String = "", text: String = "Text.")
        -> String
    {
        "---\ntitle: \(title)\nsummary: About it.\naudience: [\(audience)]\n\(front)\n---\n\n\(text)\n"
    }

    static func course(_ code: String, audience: String = "professionals") -> String {
        page(
            "Course \(code)", audience: audience,
            """
            kind: course
            code: \(code)
            level: basic
            aim: To know.
            hours: 3
            format: online
            for: [All]
            covers: [Signs]
            """)
    }

    mutating func addRun(_ id: String, _ course: String, on date: String) {
        records["runs/\(id).yaml"] = """
            course: \(course)
            date: \(date)
            start: "09:30"
            end: "12:30"
            venue: online
            places: 8
            """
    }
}

extension SmallBoard {
    /// Everything read and checked, with the files in this order.
    private func checked(_ order: ([SourceFile]) -> [SourceFile]) async throws -> (Board, TrainingRecords) {
        let sources = files.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
        let rows = records.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
        let content = await ContentReader(root: "content", components: [:]).read(order(sources))
        let training = await TrainingReader(root: "records").read(order(rows))
        let (value, faults) = content.joined(with: training).checked()
        return try #require(value, "\(faults)")
    }

    func builder(
        _ edition: Edition = .public, on day: String = "2026-11-21", drafts: Bool = false,
        order: ([SourceFile]) -> [SourceFile] = { $0 }
    ) async throws -> SiteBuilder {
        let (board, records) = try await checked(order)
        let today = try #require(CivilDate(iso: day))
        return SiteBuilder(
            board: board,
            training: PublishedTraining(
                records: records, board: board, asked: AskedFigures(of: board, asOf: today), asOf: today),
            theme: try theme(), options: SiteOptions(edition: edition, today: today, drafts: drafts))
    }

    /// What an edition consists of, and the faults in it.
    func plan(_ edition: Edition = .public, on day: String = "2026-11-21", drafts: Bool = false) async throws -> (
        plan: Plan, diagnostics: [Diagnostic]
    ) {
        let builder = try await builder(edition, on: day, drafts: drafts)
        let (plans, diagnostics) = Planner(
            board: builder.board, training: builder.training, theme: builder.theme, options: builder.options
        ).plan()
        return (plans.original, diagnostics)
    }

    /// The finished files as text, by path.
    func site(
        _ edition: Edition = .public, on day: String = "2026-11-21", order: ([SourceFile]) -> [SourceFile] = { $0 }
    ) async throws -> [String: String] {
        let (site, faults) = await (try builder(edition, on: day, order: order)).build()
        let files = try #require(site, "\(faults)").files
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    /// A theme whose layouts print the head and text of a page and what else is on the site.
    private func theme() throws -> Theme {
        let layout = """
            {{page.head}}<h1>{{page.title}}</h1>{{page.content}}
            {{#page.children}}<a href="{{url}}">{{title}}</a>{{/page.children}}
            {{#page.terms}}<i>{{term}}</i>{{/page.terms}}
            {{#site.audiences}}<a href="{{url}}">{{title}}</a>{{/site.audiences}}
            {{#site.school}}{{name}}: {{#lead}}{{#name}}{{.}} {{/name}}{{#phone}}{{text}}{{/phone}}{{/lead}}{{/site.school}}
            """
        let search = """
            {{page.head}}{{#search.index}}
            <b data-index="{{url}}"{{#integrity}} data-integrity="{{.}}"{{/integrity}}></b>
            {{/search.index}}
            """
        let texts = [
            "theme.yaml": "name: small\ntitle: Small\nsummary: For tests."
                + (isSearched ? "\nsearch_script: assets/search.js" : ""),
            "strings/en.yaml": Wording.keys.map { "\($0): \"\($0)\"" }.joined(separator: "\n"),
        ].merging(Layouts.all.map { ("layouts/\($0.name).html", $0.name == "search" ? search : layout) }) { $1 }
            .merging(isSearched ? [("assets/search.js", "search();")] : []) { $1 }
        let files = texts.map { SourceFile(path: "small/" + $0.key, bytes: Array($0.value.utf8)) }
        let shelf = ThemeShelf(folder: "themes", files: files)
        let (theme, faults) = ThemeReader(shelves: [shelf], hostTypes: HostTypes.all)
            .read("small", others: ["cy", "ur"])
        return try #require(theme, "\(faults)")
    }
}

func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }
