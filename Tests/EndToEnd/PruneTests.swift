import Testing

/// Records that are past their date, on the command line.
struct PruneTests {
    @Test func `a preview changes nothing, applied they are gone, and a second run changes nothing`() async throws {
        try await Self.withRecords { folder in
            let figures = try await Self.figures(folder)
            let stamps = try folder.stamps()
            let preview = try await Self.prune(folder)
            #expect(preview.status == 0 && preview.output.contains("p-0010: kept until 2026-10-31\n"))
            #expect(preview.output.contains("people.yaml: 2\n") && preview.errors.contains("Nothing was changed."))
            #expect(try folder.stamps() == stamps)
            let check = try await Program.run(
                ["check", "--themes", Folder.repository("themes"), "--as-of", BoardBuild.day], in: folder.path)
            #expect(
                check.status == 0 && check.errors.contains("warning[SP220]: \"p-0010\" may be kept until 2026-10-31"))
            let done = try await Self.prune(folder, ["--apply"])
            #expect(done.status == 0 && done.errors.contains("Removed 2."), "\(done.errors)")
            for (path, bytes) in folder.files() where path.hasPrefix("content/records") {
                let text = String(decoding: bytes, as: UTF8.self).lowercased()
                for trace in ["p-0010", "p-0007", "inklefrith"] { #expect(!text.contains(trace), "\(path)") }
            }
            #expect(try await Self.figures(folder) == figures)
            let after = try folder.stamps()
            let again = try await Self.prune(folder, ["--apply"])
            #expect(again.status == 0 && again.output.isEmpty && again.errors.hasPrefix("No record is past its date"))
            #expect(try folder.stamps() == after)
            #expect(
                try await Program.run(
                    ["check", "--themes", Folder.repository("themes"), "--as-of", BoardBuild.day], in: folder.path
                ).errors.contains("SP220")
                    == false)
        }
    }

    @Test func `where one file cannot be written, those before it are put back`() async throws {
        try await Self.withRecords { folder in
            let before = folder.folder("content/records").files()
            // The new champions.yaml would be written under this name first.
            try folder.write("", to: "content/records/.champions.yaml.signpost-new/x")
            let outcome = try await Self.prune(folder, ["--apply"])
            #expect(outcome.status == 1 && outcome.errors.contains("Nothing was changed."))
            try folder.remove("content/records/.champions.yaml.signpost-new")
            #expect(folder.folder("content/records").files() == before)
        }
    }

    @Test func `what is past its date is not named, and the public site is the same before and after`() async throws {
        try await Self.withRecords { folder in
            func site(_ name: String) async throws -> [String: [UInt8]] {
                let outcome = try await Program.run(
                    ["build", "--themes", Folder.repository("themes"), "-o", name, "--as-of", BoardBuild.day],
                    in: folder.path)
                try #require(outcome.status == 0, "\(outcome.errors)")
                return folder.folder(name).files()
            }
            let before = try await site("before")
            _ = try await Self.prune(folder, ["--apply"])
            #expect(try await site("after") == before)
        }
    }

    @Test(arguments: [["--as-of", "2026-02-30"], ["--aply"], ["p-0010"]])
    func `a mistyped command: status 64`(_ arguments: [String]) async throws {
        let outcome = try await Program.run(["records", "prune"] + arguments, in: Folder.repository.path)
        #expect(outcome.status == 64 && outcome.output.isEmpty)
    }

    /// The sample board; a trainer and a champion who is named are past their date.
    private static func withRecords(_ body: (Folder) async throws -> Void) async throws {
        try await Folder.temporary { folder in
            try folder.add(Folder.repository.folder("content"), under: "content")
            for id in ["p-0007", "p-0010"] {
                try folder.edit("content/records/people.yaml", "{ id: \(id),", "{ id: \(id), keep_until: 2026-10-31,")
            }
            try await body(folder)
        }
    }

    private static func prune(_ folder: Folder, _ more: [String] = []) async throws -> Program.Outcome {
        try await Program.run(["records", "prune", "--as-of", BoardBuild.day] + more, in: folder.path)
    }

    private static func figures(_ folder: Folder) async throws -> [String] {
        var told: [String] = []
        for report in [["training", "--from", "2024", "--to", "2026"], ["champions"]] {
            told.append(
                try await Program.run(
                    ["report"] + report + ["--format", "json", "--as-of", BoardBuild.day], in: folder.path
                )
                .output)
        }
        return told
    }
}
