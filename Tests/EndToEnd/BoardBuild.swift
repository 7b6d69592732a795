import Testing

/// One whole little board and one edition of it, as `Sites/` holds them.
struct BoardBuild: Sendable, CustomTestStringConvertible {
    let site: String
    let edition: String

    /// The day on which all of them are built.
    static let day = "2026-11-21"

    /// Every board in every edition that something is expected of: the folders of `Sites/*/expected/`.
    static let all = folder.subfolders().flatMap { site in
        folder.folder("\(site)/expected").subfolders().map { BoardBuild(site: site, edition: $0) }
    }

    private static let folder = Folder.tests.folder("Sites")

    var content: Folder { Self.folder.folder("\(site)/content") }
    var expected: Folder { Self.folder.folder("\(site)/expected/\(edition)") }

    var testDescription: String { "\(site), \(edition)" }

    /// The files that the program makes of it.
    func files(_ more: [String] = [], environment: [String: String] = [:]) async throws -> [String: [UInt8]] {
        try await Folder.temporary { folder in
            let outcome = try await Program.run(arguments + more, in: folder.path, environment: environment)
            try #require(outcome.status == 0, "\(outcome.errors)")
            return folder.folder("site").files()
        }
    }

    var arguments: [String] {
        ["build", "--source", content.path, "--themes", Folder.tests("Themes"), "--edition", edition]
            + ["--as-of", Self.day]
    }
}
