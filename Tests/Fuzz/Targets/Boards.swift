import AttendanceImport
import Content
import Diagnostics
import Schemas
import Tables
import YAMLData

@testable import Training

// A page, a file of data, a register: read as a part of the smallest board there is.
extension FuzzTarget {
    static let boards = [
        FuzzTarget("page") { await board(with: "parents/a.md", $0) },
        FuzzTarget("settings") { await board(with: "signpost.yaml", $0) },
        FuzzTarget("data") { bytes in
            for file in FilesInOne(bytes).files { await board(with: file.path, file.bytes) }
        },
        FuzzTarget("people", people), FuzzTarget("run", run), FuzzTarget("register", register),
    ]

    private static let files: [String: String] = [
        "signpost.yaml": """
        board: { name: Testshire Partnership, area: Testshire }
        base_url: https://test.example/board
        exit: { url: "https://www.example.org/" }
        helplines: [police]
        languages: [cy]
        """,
        "index.md": head + "kind: home\ndoors:\n  - { title: A, summary: B, to: parents/index.md }\n---\nText.\n",
        "parents/index.md": head + "kind: section\n---\nText.\n",
        "data/agencies.yaml": "- { id: police, name: Police, kind: police }\n",
        "data/contacts.yaml": """
        - { id: police, name: Police, kind: emergency, summary: Call., phone: "999", verified_on: 2026-09-01 }
        """,
        "data/sources.yaml": "- { id: dfe, title: Guide, publisher: DfE, year: 2017 }\n",
    ]
    private static let head = "---\ntitle: A page\nsummary: What it says.\naudience: [everyone]\n"

    private static func board(with path: String, _ bytes: [UInt8]) async {
        let others = files.filter { $0.key != path }.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
        let all = (others + [SourceFile(path: path, bytes: bytes)]).sorted { $0.path < $1.path }
        let (board, faults) = await ContentReader(root: "", components: [:], checksLanguage: true).read(all).checked()
        precondition((board == nil) == faults.hasErrors, "a board is neither read nor refused")
        show(faults.filter { $0.location?.path == path }, in: bytes)
    }
}

// Records, which a scanner reads where it can and libyaml where it must: they agree.
extension FuzzTarget {
    private static let known = KnownPeople(
        PeopleList(
            ["p-1", "p-2"].map {
                Person(id: ID($0), name: $0, email: nil, agency: ID("a"), roleGroup: ID("r"), siteKind: nil)
            }))

    private static let none = RecordsFolder(root: "records", files: [])

    @Sendable static func people(_ bytes: [UInt8]) async {
        let file = SourceFile(path: "people.yaml", bytes: bytes)
        let reader = PeopleReader(folder: none)
        var (fast, slow) = (Reading(), Reading())
        let scanned = await reader.scanned(file, &fast)?.people
        let exact = reader.exact(file, &slow)
        show(slow.diagnostics, in: bytes)
        guard let scanned else { return }
        precondition(scanned == exact, "the scanner and YAML read two lists of people")
        precondition(fast.diagnostics == slow.diagnostics, "the scanner and YAML find other faults")
    }

    @Sendable static func run(_ bytes: [UInt8]) {
        let file = SourceFile(path: "runs/a.yaml", bytes: bytes)
        let reader = RunReader(folder: none, people: known)
        var (fast, slow) = (Reading(), Reading())
        let scanned = reader.scanned(file, &fast)
        let exact = reader.exact(file, &slow)
        show(slow.diagnostics, in: bytes)
        guard let scanned else { return }
        precondition(scanned == exact, "the scanner and YAML read two runs")
        precondition(fast.diagnostics == slow.diagnostics, "the scanner and YAML find other faults")
    }

    private static let records = [
        "people.yaml": """
        - { id: p-1, name: Marta Rundlewhistle, email: marta@council.example, agency: a, role_group: r }
        - { id: p-2, name: Sam Oakwhistle, agency: a, role_group: r }
        - { id: p-3, name: Sam Oakwhistle, email: sam@police.example, agency: b, role_group: r }
        """,
        "runs/2026-03-12-aware.yaml": """
        course: aware
        date: 2026-03-12
        start: "09:30"
        end: "12:30"
        venue: online
        places: 24
        attendance:
          - { person: p-1, status: booked }
        """,
    ]

    /// A register that somebody exported: taken for a table, then for a register of this run.
    @Sendable static func register(_ bytes: [UInt8]) async {
        guard let file = try? TableFile(bytes) else { return }
        let files = records.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
        var elsewhere = Reading()
        for kind in [Agency.entity, RoleGroup.entity, Course.entity] { elsewhere.couldNotRead(kind) }
        let draft = await TrainingReader(root: "records").read(files).joined(with: Draft(true, elsewhere))
        guard let (records, _) = draft.checked().value, let run = records.runs.first else {
            preconditionFailure("the records of this target are damaged")
        }
        var options = ImportOptions()
        options.mapping.dates = .monthFirst
        let importer = Importer(
            run: run, people: records.people, agencies: Registry([]), options: options, path: "register.csv")
        _ = try? importer.plan(file)
    }
}
