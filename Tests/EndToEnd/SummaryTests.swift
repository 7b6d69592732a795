import Testing

/// A public site can be built by somebody who never has the records.
struct SummaryTests {
    private static let board = BoardBuild(site: "training", edition: "public")

    @Test(arguments: ["public", "school"])
    func `a site built from the summary is the site built from the records, byte for byte`(
        _ edition: String
    ) async throws {
        let build = BoardBuild(site: "training", edition: edition)
        let fromRecords = try await build.files()
        let fromSummary = try await Folder.temporary { folder in
            try await Self.publish(to: folder("summary.json"))
            for (path, bytes) in build.content.files() where !path.hasPrefix("records/") {
                try folder.write(bytes, to: "content/" + path)
            }
            let outcome = try await Program.run(
                ["build", "--themes", Folder.tests("Themes"), "--edition", edition, "--as-of", BoardBuild.day]
                    + ["--summary", "summary.json"], in: folder.path)
            try #require(outcome.status == 0, "\(outcome.errors)")
            return folder.folder("site").files()
        }
        #expect(fromRecords.count > 15 && fromSummary == fromRecords)
    }

    @Test func `a summary holds no record, and is the same each time`() async throws {
        try await Folder.temporary { folder in
            try await Self.publish(to: folder("summary.json"))
            let text = try #require(folder.text("summary.json"))
            #expect(text.contains("signpost-training-summary-1"))
            for line in text.lowercased().split(separator: "\n") where line.contains("canar") || line.contains("@") {
                Issue.record("\(line)")
            }
            try await Self.publish(to: folder("again.json"))
            #expect(folder.text("again.json") == text)
        }
    }

    @Test func `the board is told what is hidden and why, on standard output`() async throws {
        let outcome = try await Program.run(
            ["report", "hidden", "--source", Self.board.content.path, "--themes", Folder.tests("Themes")]
                + ["--as-of", BoardBuild.day], in: "/")
        #expect(outcome.status == 0 && outcome.output.contains("small\tpeople trained from"), "\(outcome.output)")
        #expect(!outcome.output.lowercased().contains("canar"))
    }

    private static func publish(to path: String) async throws {
        let outcome = try await Program.run(
            ["report", "publish", "--source", board.content.path, "--themes", Folder.tests("Themes")]
                + ["--as-of", BoardBuild.day, "-o", path], in: "/")
        try #require(outcome.status == 0, "\(outcome.errors)")
    }
}
