import CivilTime
import Content
import Diagnostics
import Schemas
import Testing

@testable import Training

@Suite struct TrainingReaderTests {
    @Test func `a folder becomes people, runs in order, and champions`() async throws {
        let (records, diagnostics) = await read([
            "people.yaml": Self.people, "champions.yaml": Self.champions,
            "runs/2026/b.yaml": Self.run(), "runs/2026/a.yaml": Self.run(),
            "runs/2025/z.yaml": Self.run(date: "2025-11-01", rows: ["p-1": "walk-in"]),
        ])
        #expect(diagnostics.isEmpty)
        let found = try #require(records)
        #expect(found.runs.map(\.id.text) == ["z", "a", "b"])
        #expect(found.runs.first.map { Array($0.attendance) } == [Attendance(person: ID("p-1"), status: .walkIn)])
        #expect(found.runs.last?.venue == .online)
        #expect(found.people.items.map(\.name) == ["Ann Oak", "Bo Elm"])
        #expect(found.champions.map(\.person.text) == ["p-1"])
        #expect(found.champions.first?.consent?.withdrawn == nil)
    }

    @Test func `an empty folder is a board without records`() async {
        let (records, diagnostics) = await read([:])
        #expect(records?.runs.isEmpty == true && diagnostics.isEmpty)
    }

    @Test func `a file of comments is an empty list`() async {
        let (records, diagnostics) = await read(["people.yaml": "# nobody yet\n", "champions.yaml": ""])
        #expect(records?.people.items.isEmpty == true && diagnostics.isEmpty)
    }

    @Test(arguments: [
        (
            run(rows: ["p-1": "booked", "p-7": "booked"]),
            "SP031 10:15 there is no person \"p-7\" | did you mean \"p-1\"?"
        ),
        (run(course: "awre"), "SP031 1:9 there is no course \"awre\" | did you mean \"aware\"?"),
        (
            run(rows: ["p-1": "attended", "p-2": "attnded"]),
            "SP014 10:28 unknown status \"attnded\" | did you mean \"attended\"?"
        ),
        (run() + "  - { person: p-1, status: booked }\n", "SP080 10:15 \"p-1\" stands twice in this run"),
        (
            run(places: 1, rows: ["p-1": "booked", "p-2": "attended"]), "SP081 6:9 2 people are booked for 1 place"
        ),
        (run(end: "09:30"), "SP082 4:6 this run starts at 09:30 and ends at 09:30"),
        (
            run(status: "cancelled", rows: ["p-1": "cancelled", "p-2": "attended"]),
            "SP083 7:9 this run is cancelled, but \"p-2\" is marked `attended`"
        ),
    ])
    func `a fault in a run is located`(run: String, message: String) async {
        let (_, diagnostics) = await read(["people.yaml": Self.people, "runs/a.yaml": run])
        #expect(diagnostics.map(Self.line).map { String($0.prefix(message.count)) } == [message])
        #expect(diagnostics.first?.location?.path == "records/runs/a.yaml")
    }

    @Test(arguments: ["walk-in", "waiting", "cancelled", "late-cancelled"])
    func `only the booked can be too many`(status: String) async {
        let (_, diagnostics) = await read([
            "people.yaml": Self.people, "runs/a.yaml": Self.run(places: 1, rows: ["p-1": "booked", "p-2": status]),
        ])
        #expect(diagnostics.isEmpty)
    }

    @Test func `two runs of one name in two folders are refused`() async {
        let (records, diagnostics) = await read([
            "runs/2025/a.yaml": Self.run(rows: [:]), "runs/2026/a.yaml": Self.run(rows: [:]),
        ])
        #expect(records == nil)
        #expect(diagnostics.map(\.message) == ["the run id \"a\" is used twice"])
    }

    @Test func `a run's file is named by an id`() async {
        let (_, diagnostics) = await read(["runs/March 12.yaml": Self.run(rows: [:])])
        #expect(
            diagnostics.map(Self.line) == [
                "SP032 1:1 \"March 12\" is not an id | use lower-case letters, digits and hyphens, such as `front-door`"
            ])
    }

    @Test func `a champion stands once, and consent ends after it began`() async {
        let champion = "{ person: p-1, agency: police, site_kind: office, since: 2025-01-01"
        let (_, diagnostics) = await read([
            "people.yaml": Self.people,
            "champions.yaml": """
            - \(champion), consent: { name: 2026-01-10 } }
            - \(champion) }
            - { person: p-2, agency: police, site_kind: office, since: 2025-01-01, \
            consent: { name: 2026-01-10, withdrawn: 2026-01-09 } }
            """,
        ])
        #expect(diagnostics.map(\.code.id) == ["SP029"])
        let (_, twice) = await read([
            "people.yaml": Self.people, "champions.yaml": "- \(champion) }\n- \(champion) }\n",
        ])
        #expect(twice.map(\.message) == ["\"p-1\" is listed as a champion twice"])
    }

    @Test func `all faults of all files come in one run`() async {
        let (_, diagnostics) = await read([
            "people.yaml": Self.people + "- { id: p-3, name: C, agency: polce, role_group: lead }\n",
            "champions.yaml": "- { person: p-9, agency: police, site_kind: office, since: 2025-01-01 }\n",
            "runs/a.yaml": Self.run(date: "2026-02-30"), "runs/b.yaml": Self.run(rows: ["p-8": "booked"]),
        ])
        #expect(diagnostics.map(\.code.id) == ["SP031", "SP031", "SP024", "SP031"])
    }

    @Test func `people that cannot be read are not held against the runs`() async {
        let (records, diagnostics) = await read(["people.yaml": "- {", "runs/a.yaml": Self.run()])
        #expect(records == nil)
        #expect(diagnostics.map(\.code.id) == ["SP010"])
    }

    @Test func `a misnamed file is not passed over in silence`() async {
        let (_, diagnostics) = await read(["poeple.yaml": Self.people])
        #expect(diagnostics.map(Self.line) == ["SP037 1:1 nothing reads this file | did you mean \"people.yaml\"?"])
    }

    @Test func `every file's keys are there for the reference`() {
        let keys = { (path: String) -> [String] in
            switch TrainingReader.shapes.first(where: { $0.path == path })?.shape {
            case .object(let shape), .list(.object(let shape), _): shape.fields.map(\.name)
            default: []
            }
        }
        #expect(keys("people.yaml").prefix(6) == ["id", "name", "email", "agency", "role_group", "site_kind"])
        #expect(keys("runs/**/*.yaml").last == "attendance")
        #expect(TrainingReader.shapes.allSatisfy { !keys($0.path).isEmpty })
    }

    static let people = """
        - { id: p-1, name: Ann Oak, agency: police, role_group: lead }
        - { id: p-2, name: Bo Elm, agency: police, role_group: lead, site_kind: office }

        """

    static let champions = """
        - person: p-1
          agency: police
          site_kind: office
          since: 2025-01-01
          consent: { name: 2026-01-10 }
        """

    static func run(
        course: String = "aware", date: String = "2026-03-12", end: String = "12:30", places: Int = 10,
        status: String = "scheduled", rows: KeyValuePairs<String, String> = ["p-1": "booked"]
    ) -> String {
        """
        course: \(course)
        date: \(date)
        start: "09:30"
        end: "\(end)"
        venue: online
        places: \(places)
        status: \(status)\(rows.isEmpty ? "" : "\nattendance:")

        """ + rows.map { "  - { person: \($0.key), status: \($0.value) }\n" }.joined()
    }

    private static func line(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.location.map { "\($0.start.line):\($0.start.column) " } ?? ""
        return "\(diagnostic.code.id) \(place)\(diagnostic.message)" + (diagnostic.help.map { " | \($0)" } ?? "")
    }

    /// Reads the files beside a board that has one agency, course, role group and kind of site.
    private func read(_ files: [String: String]) async -> (TrainingRecords?, [Diagnostic]) {
        let sources = files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
        let records = await TrainingReader(root: "records").read(sources)
        var board = Reading()
        let place = Location(path: "board", start: .start)
        board.declare(Agency.entity, "police", at: place)
        board.declare(Course.entity, "aware", at: place)
        board.declare(RoleGroup.entity, "lead", at: place)
        board.declare(SiteKind.entity, "office", at: place)
        let (both, diagnostics) = Draft((), board).joined(with: records).checked()
        return (both?.1, diagnostics.sortedByPlace())
    }
}
