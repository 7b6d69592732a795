import Foundation
import Testing

/// A new trainer's first day, from an empty folder to the quarter's report, with what README.md says and nothing else.
struct TrainerWalkTests {
    private static let run = """
        course: cse-aware
        date: 2026-03-12
        start: "09:30"
        end: "12:30"
        venue: online
        places: 24

        """

    private static let runPath = "records/runs/2026/2026-03-12-aware.yaml"

    /// What Teams lets one download: UTF-16 with a byte-order mark, in lists, with times as in the United States.
    private static var export: [UInt8] {
        let rows = [
            ["1. Summary"], ["Meeting title", "Awareness"], [], ["2. Participants"],
            ["Name", "First Join", "Last Leave", "In-Meeting Duration", "Email", "Participant ID (UPN)", "Role"],
            participant("Emre Zarntumble", "9:20:00", "12:31:00", "3h 11m", "emre@police.faultford.example"),
            participant("Marta Rundlewhistle", "9:25:00", "12:30:00", "2h 56m", "marta@council.faultford.example"),
            participant("Zoë Drizzletansy", "9:30:00", "11:00:00", "1h 30m", "zoe@police.faultford.example"),
            [], ["3. In-Meeting Activities"], ["Name", "Join Time", "Leave Time", "Duration", "Email", "Role"],
            activity("Emre Zarntumble", "9:20:00", "12:31:00", "3h 11m", "emre@police.faultford.example"),
            activity("Marta Rundlewhistle", "9:25:00", "10:00:00", "35m", "marta@council.faultford.example"),
            activity("Marta Rundlewhistle", "10:04:00", "12:30:00", "2h 26m", "marta@council.faultford.example"),
            activity("Zoë Drizzletansy", "9:30:00", "11:00:00", "1h 30m", "zoe@police.faultford.example"),
        ]
        let text = rows.map { $0.joined(separator: "\t") + "\r\n" }.joined()
        return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    private static func participant(
        _ name: String, _ joined: String, _ left: String, _ length: String, _ email: String
    ) -> [String] {
        [name, "3/12/26, \(joined) AM", time(left), length, email, email, "Attendee"]
    }

    private static func activity(
        _ name: String, _ joined: String, _ left: String, _ length: String, _ email: String
    ) -> [String] {
        [name, "3/12/26, \(joined) AM", time(left), length, email, "Attendee"]
    }

    private static func time(_ clock: String) -> String {
        "3/12/26, \(clock) \(clock.hasPrefix("12") ? "PM" : "AM")"
    }

    /// A new board with a run, and the export beside it.
    private func withBoard(_ body: (Folder) async throws -> Void) async throws {
        try await Folder.temporary { folder in
            let made = try await Program.run(["new", "my-board"], in: folder.path)
            try #require(made.status == 0, "\(made.errors)")
            let board = folder.folder("my-board")
            try board.write(Self.run, to: Self.runPath)
            try board.write(Self.export, to: "report.csv")
            try await body(board)
        }
    }

    private static let addingPeople = ["--add-people", "--agency", "council", "--role-group", "practitioner"]

    private func imported(_ board: Folder, _ more: [String] = []) async throws -> Program.Outcome {
        try await Program.run(
            ["attendance", "import", "report.csv", "--run", "2026-03-12-aware"] + more, in: board.path)
    }

    @Test func `from a Teams export to the register, the report and a certificate that is genuine`() async throws {
        try await withBoard { board in
            let preview = try await imported(board)
            #expect(preview.status == 0 && preview.output.contains("3 unknown."))
            // The trainer, who is no participant, is left out by the number that the preview shows.
            let written = try await imported(board, Self.addingPeople + ["--skip", "6", "--apply"])
            #expect(written.errors == "Written: records/people.yaml, \(Self.runPath).\n")
            let record = try #require(board.text(Self.runPath))
            #expect(record.contains("- { person: p-0001, status: walk-in, minutes: 176 }"))
            #expect(record.contains("- { person: p-0002, status: part, minutes: 90 }"))
            #expect(board.text("records/people.yaml")?.contains("Emre") == false)
            let stamps = try board.stamps()
            _ = try await imported(board, Self.addingPeople + ["--skip", "6", "--apply"])
            #expect(try board.stamps() == stamps, "a second time changes nothing")

            let report = try await Program.run(
                ["report", "training", "--from", "2026-01", "--to", "2026-03", "--as-of", "2026-04-01"],
                in: board.path)
            #expect(report.output.contains("1 run, 1 person from 1 agency."))
            #expect(report.output.contains("Trained on 2026-03-31, by agency") && report.errors.isEmpty)
            try await printsAndCertifies(board)
        }
    }

    private func printsAndCertifies(_ board: Folder) async throws {
        let keys = try await Program.run(["keys", "new", "--output", "../board.key"], in: board.path)
        let key = try #require(keys.output.split(separator: "\n").first.map(String.init))
        let settings = try #require(board.text("content/signpost.yaml"))
        try board.write(settings + "certificates: { public_key: \"\(key)\" }\n", to: "content/signpost.yaml")
        let built = try await Program.run(
            [
                "build", "--edition", "trainer", "-o", "internal", "--key", "../board.key", "--as-of", "2026-04-01",
                "--themes", Folder.repository("themes"),
            ], in: board.path)
        try #require(built.status == 0, "\(built.errors)")
        let pages = board.folder("internal/desk")
        #expect(pages.text("runs/2026-03-12-aware/register/index.html")?.contains("Marta Rundlewhistle") == true)
        #expect(pages.text("agencies/council/index.html")?.contains("Zoë Drizzletansy") == true)
        let certificates = "runs/2026-03-12-aware/certificates/index.html"
        let verdict = try await Program.run(["verify-certificate", pages(certificates)], in: board.path)
        #expect(verdict.status == 0 && verdict.output.contains("name    Marta Rundlewhistle"))
        #expect(!verdict.output.contains("Zoë"), "leaving early brings no certificate")
    }

    @Test func `a run that does not exist is answered with the one that does`() async throws {
        try await withBoard { board in
            let stamps = try board.stamps()
            let outcome = try await Program.run(
                ["attendance", "import", "report.csv", "--run", "2026-03-12-awere", "--apply"], in: board.path)
            #expect(outcome.status == 1 && outcome.errors.contains("did you mean \"2026-03-12-aware\"?"))
            #expect(try board.stamps() == stamps)
        }
    }

    @Test func `a group of staff that does not exist is answered with those that do`() async throws {
        try await withBoard { board in
            let outcome = try await imported(
                board, ["--add-people", "--agency", "council", "--role-group", "zzz", "--apply"])
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("there are: practitioner, safeguarding-lead, business, other"))
            #expect(board.text(Self.runPath) == Self.run)
        }
    }

    @Test(arguments: [
        ("p-0001, status: attended }\n  - { person: p-0001, status: booked", "SP080", 9),
        ("p-0009, status: attended", "SP031", 8),
        ("p-0001, status: atended", "SP014", 8),
    ])
    func `a line that is wrong is found at its place, and nothing is lost`(
        _ line: String, _ code: String, _ number: Int
    ) async throws {
        try await withBoard { board in
            _ = try await imported(board, Self.addingPeople + ["--apply"])
            let wrong = Self.run + "attendance:\n  - { person: \(line) }\n"
            try board.write(wrong, to: Self.runPath)
            let stamps = try board.stamps()
            for arguments in [
                ["attendance", "import", "report.csv", "--run", "2026-03-12-aware", "--apply"],
                ["report", "training"],
            ] {
                let outcome = try await Program.run(arguments, in: board.path)
                #expect(outcome.status == 1 && outcome.output.isEmpty)
                #expect(outcome.errors.contains("error[\(code)]"), "\(outcome.errors)")
                #expect(outcome.errors.contains("--> \(Self.runPath):\(number):"), "\(outcome.errors)")
            }
            #expect(try board.stamps() == stamps)
        }
    }
}
