import Foundation
import Testing

/// The trainers' commands, run on the sample board.
struct TrainingReportTests {
    private func run(_ arguments: [String], in folder: String = Folder.repository.path) async throws
        -> Program.Outcome
    {
        try await Program.run(arguments + ["--as-of", BoardBuild.day], in: folder)
    }

    @Test(arguments: ["table", "csv", "json", "md"])
    func `a quarter's report in every format`(format: String) async throws {
        let outcome = try await run([
            "report", "training", "--from", "2026-04", "--to", "2026-06", "--format", format,
        ])
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        #expect(outcome.output.contains("Northmere Police"))
        #expect(format == "csv" || outcome.output.contains("5 runs, 64 people from 13 agencies"))
    }

    @Test(arguments: [
        ["champions"], ["returns"], ["outreach"], ["due", "--never"], ["duplicates"],
        ["training", "--by", "site-kind"],
    ])
    func `the other reports answer`(report: [String]) async throws {
        let outcome = try await run(["report"] + report)
        #expect(outcome.status == 0 && outcome.errors.isEmpty && outcome.output.contains("\n"))
    }

    @Test(arguments: ["table", "csv", "json", "md"])
    func `the self-assessment in every format, with who is missing by name`(format: String) async throws {
        let outcome = try await run(["report", "returns", "--round", "2026", "--format", format])
        #expect(outcome.status == 0 && outcome.errors.isEmpty && outcome.output.contains("Primary schools"))
        #expect(format == "csv" || format == "json" || outcome.output.contains("25 of 31 schools"))
        #expect(format == "csv" || outcome.output.contains("Primary School"), "the missing ones")
    }

    @Test func `the board is told which figures of tables are hidden, and why`() async throws {
        let hidden = try await run(["report", "hidden"]).output
        #expect(hidden.contains("small\tRequests for help with exploitation: From businesses, 2024–25\n"))
        #expect(hidden.contains("secondary\tRequests for help with exploitation: From parents and carers, 2024–25\n"))
        #expect(hidden.contains("small\tSelf-assessment of schools: A check of case files, Summer 2025\n"))
    }

    @Test func `a round that there is not is a mistyped command`() async throws {
        let outcome = try await run(["report", "returns", "--round", "2062"])
        #expect(outcome.status == 64 && outcome.errors.contains("Did you mean"))
    }

    @Test(arguments: [["--from", "2026-13"], ["--from", "2026-06", "--to", "2026-04"], ["--by", "colour"]])
    func `a period or a grouping that there is not is a mistyped command`(arguments: [String]) async throws {
        #expect(try await run(["report", "training"] + arguments).status == 64)
    }

    @Test func `a board without records is told where they would be`() async throws {
        try await Folder.temporary { folder in
            try folder.add(Folder.tests.folder("Sites/minimal/content"), under: "content")
            let outcome = try await run(["report", "training"], in: folder.path)
            #expect(outcome.status == 64 && outcome.errors.contains("keeps no training records"))
        }
    }

    @Test func `a person's records come out, and go away without a trace while figures stay`() async throws {
        try await Folder.temporary { folder in
            try folder.add(Folder.repository.folder("content"), under: "content")
            let quarter = ["report", "training", "--from", "2024", "--to", "2026", "--format", "json"]
            let export = try await run(["person", "p-0010", "--export"], in: folder.path)
            #expect(export.status == 0 && export.output.contains("uma.inklefrith@"))
            let before = try await run(quarter, in: folder.path).output
            let stamps = try folder.stamps()
            let preview = try await run(["person", "p-0010", "--erase"], in: folder.path)
            #expect(preview.status == 0 && preview.output.contains("people.yaml: 1"))
            #expect(try folder.stamps() == stamps, "a preview changes nothing")
            let done = try await run(["person", "p-0010", "--erase", "--apply"], in: folder.path)
            #expect(done.status == 0)
            for (path, bytes) in folder.files() where path.hasPrefix("content/records") {
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(!text.contains("p-0010") && !text.lowercased().contains("inklefrith"), "\(path)")
            }
            #expect(try await delivered(quarter, in: folder) == Self.delivered(before))
            #expect(try await run(["person", "p-001"], in: folder.path).status == 64)
        }
    }

    private func delivered(_ arguments: [String], in folder: Folder) async throws -> Substring {
        Self.delivered(try await run(arguments, in: folder.path).output)
    }

    /// What was delivered; who is trained now is of those who are still staff.
    private static func delivered(_ report: String) -> Substring {
        report.split(separator: "\"compliance\":").first ?? ""
    }
}
