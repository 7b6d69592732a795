import Foundation
import TestSupport
import Testing

/// The same sources make the same bytes, wherever and whenever they are built.
struct DeterminismTests {
    @Test(arguments: [
        ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"],
        ["TZ": "America/Anchorage", "LC_ALL": "C", "COLUMNS": "20", "TERM": "dumb"],
    ])
    func `neither time zone nor language of the computer shows`(_ environment: [String: String]) async throws {
        let build = BoardBuild(site: "training", edition: "public")
        #expect(try await build.files(environment: environment) == build.files())
    }

    @Test(arguments: [1, 2]) func `the order in which files were made does not show`(_ seed: UInt64) async throws {
        let build = BoardBuild(site: "training", edition: "public")
        let files = build.content.files()
        try await Folder.temporary { folder in
            var generator = Seeded(seed)
            for path in files.keys.sorted().shuffled(using: &generator) {
                try folder.write(files[path] ?? [], to: "content/" + path)
            }
            let outcome = try await Program.run(
                ["build", "--themes", Folder.tests("Themes"), "--as-of", BoardBuild.day], in: folder.path)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(folder.folder("site").files() == build.expected.files())
        }
    }

    @Test func `without a day given, the site is that of today`() async throws {
        try await Folder.temporary { folder in
            let build = BoardBuild(site: "minimal", edition: "public")
            let arguments = ["build", "--source", build.content.path, "--themes", Folder.tests("Themes"), "-q"]
            _ = try await Program.run(arguments, in: folder.path)
            let year = Calendar(identifier: .gregorian).component(.year, from: Date())
            #expect(folder.text("site/index.html")?.contains(" \(year)\n") == true)
        }
    }
}
