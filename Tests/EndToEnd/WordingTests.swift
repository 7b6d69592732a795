import Testing

/// What `check` says about the wording of the sample board.
struct WordingTests {
    private static let sample = Folder.repository.folder("content")

    private func check(_ content: Folder) async throws -> Program.Outcome {
        try await Program.run(
            [
                "check", "--source", content.path, "--themes", Folder.repository("themes"), "--as-of", BoardBuild.day,
                "-q",
            ],
            in: content.path)
    }

    @Test func `the sample board is worded as its own rules ask`() async throws {
        let outcome = try await check(Self.sample)
        #expect(outcome.errors == "")
        #expect(outcome.status == 0)
    }

    @Test func `without the board's own rules, every finding is the one that is listed`() async throws {
        try await Folder.temporary { folder in
            try folder.add(Self.sample, under: "content")
            try folder.remove("content/data/language.yaml")
            let said = try await check(folder.folder("content")).errors.split(separator: "\n")
            let findings = zip(said, said.dropFirst()).compactMap { line, place in
                place.hasPrefix("  --> ") ? "\(place.split(separator: "/content/").last ?? ""): \(line)" : nil
            }
            try Golden.expect(
                findings.joined(separator: "\n") + "\n", in: Folder.tests.folder("Wording"), file: "sample.txt")
        }
    }
}
