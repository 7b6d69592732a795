import Testing

/// What `check` lets pass on a board's say-so, as build servers rely on it.
struct ToleranceTests {
    private func check(_ arguments: [String], in folder: Folder) async throws -> Program.Outcome {
        try await Program.run(["check"] + arguments, in: folder.path)
    }

    @Test(arguments: [("error", Int32(0)), ("warning", 2), ("note", 2)])
    func `the status is 2 from the severity that was named on`(severity: String, status: Int32) async throws {
        try await Folder.temporary { folder in
            try folder.lay(.warning)
            let outcome = try await check(["--fail-on", severity], in: folder)
            #expect(outcome.status == status && outcome.errors.contains("1 warning"))
        }
    }

    @Test func `errors fail whatever was named`() async throws {
        try await Folder.temporary { folder in
            try folder.lay(.error)
            #expect(try await check(["--fail-on", "error"], in: folder).status == 1)
        }
    }

    @Test func `two ways of saying the same are one too many`() async throws {
        try await Folder.temporary { folder in
            let outcome = try await check(["--strict", "--fail-on", "error"], in: folder)
            #expect(outcome.status == 64 && outcome.errors.contains("--strict is --fail-on warning"))
        }
    }

    @Test func `no baseline is written where there are errors, which hide other faults`() async throws {
        try await Folder.temporary { folder in
            try folder.lay(.error)
            let outcome = try await check(["--write-baseline", "old.txt"], in: folder)
            #expect(outcome.status == 1 && !folder.exists("old.txt"))
            #expect(outcome.errors.contains("old.txt was not written: errors come first"), "\(outcome.errors)")
        }
    }

    @Test func `what a baseline holds is not said again, and what is put right is counted`() async throws {
        try await Folder.temporary { folder in
            try folder.lay(.warning)
            #expect(try await check(["--strict", "--write-baseline", "old.txt"], in: folder).status == 0)
            let tolerant = ["--strict", "--baseline", "old.txt"]
            let later = try await check(tolerant, in: folder)
            #expect(later.status == 0 && later.errors.hasPrefix("No faults in "), "\(later.errors)")
            try folder.remove("content/names.csv")
            let mended = try await check(tolerant, in: folder)
            #expect(mended.errors.contains("1 of the 1 faults in old.txt are gone"), "\(mended.errors)")
            try folder.lay(.error)
            #expect(try await check(tolerant, in: folder).status == 1)
        }
    }

    @Test func `a baseline that is not there is an error`() async throws {
        try await Folder.temporary { folder in
            try folder.lay(.none)
            let outcome = try await check(["--baseline", "none.txt"], in: folder)
            #expect(outcome.status == 1 && outcome.errors.contains("none.txt"))
        }
    }
}
