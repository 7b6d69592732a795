import Foundation
import Testing

/// The evidence that is kept of each public and school build.
struct ReleaseReportTests {
    @Test(arguments: ["public", "school"])
    func `it stands beside the site, with what was scanned, searched for, hidden and consented to`(
        _ edition: String
    ) async throws {
        try await Self.built(edition) { folder, _ in
            let report = try Self.report(folder, "site.release.json")
            #expect(report.format == "signpost-release-report-1")
            #expect(report.edition == edition && report.as_of == BoardBuild.day)
            let files = folder.folder("site").files()
            #expect(report.personal_data.scanned.files == files.count)
            #expect(report.personal_data.scanned.bytes == files.values.reduce(0) { $0 + $1.count })
            #expect(report.personal_data.searched_for.names > 0 && report.personal_data.searched_for.ids > 0)
            #expect(report.personal_data.searched_for.email_addresses > 0)
            #expect(report.personal_data.consents.used.isEmpty == false)
            let hidden = try #require(report.hidden_counts)
            #expect(hidden.contains { $0.count.hasPrefix("people trained from") && $0.why == "small" })
        }
    }

    @Test func `it has the hash of every file, as sha256sum works it out`() async throws {
        try await Self.built("public") { folder, _ in
            let report = try Self.report(folder, "site.release.json")
            #expect(Set(report.files.map(\.path)) == Set(folder.folder("site").files().keys))
            let list = report.files.map { "\($0.sha256)  \($0.path)\n" }.joined()
            try folder.write(list, to: "list")
            let check = Process()
            check.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
            check.arguments = ["--check", "--strict", "--quiet", "../list"]
            check.currentDirectoryURL = URL(fileURLWithPath: folder("site"))
            let status = try await check.runToEnd()
            #expect(status == 0)
        }
    }

    @Test func `it names nobody, tells no hidden number, and the trainers' desk lists the same counts`() async throws {
        let table = try await Self.built("trainer") { folder, _ in folder.text("site/desk/hidden/hidden.csv") }
        let rows = try #require(table).split(separator: "\r\n").dropFirst()
        try await Self.built("public") { folder, _ in
            let text = try #require(folder.text("site.release.json"))
            #expect(!text.lowercased().contains("canarysong") && !text.contains("mail.example"))
            let report = try Self.report(folder, "site.release.json")
            #expect(report.hidden_counts?.count == rows.count)
        }
        #expect(rows.contains { $0.hasPrefix("\"People trained, and their agencies\"") && $0.contains("small") })
    }

    @Test func `the trainers' edition is no release and has none`() async throws {
        try await Self.built("trainer") { folder, _ in #expect(!folder.exists("site.release.json")) }
    }

    @Test func `no published edition has the page of hidden counts, or says why one is hidden`() async throws {
        for edition in ["public", "school"] {
            try await Self.built(edition) { folder, _ in
                for (path, bytes) in folder.folder("site").files() {
                    let text = String(decoding: bytes, as: UTF8.self)
                    #expect(!path.contains("hidden") && !text.contains("Hidden counts"), "\(path)")
                    #expect(!text.contains("could be worked out from it"), "\(path)")
                }
            }
        }
    }

    @Test func `it can be put elsewhere`() async throws {
        try await Self.built("public", ["--report", "kept/x.json"], making: "kept") { folder, outcome in
            #expect(outcome.status == 0 && !folder.exists("site.release.json"))
            let report = try Self.report(folder, "kept/x.json")
            #expect(report.edition == "public")
        }
    }

    @Test func `where it cannot be written the site is not written either`() async throws {
        try await Self.built("public", ["--report", "nowhere/x.json"]) { folder, outcome in
            #expect(outcome.status == 1 && outcome.errors.contains("nowhere/x.json"))
            #expect(!folder.exists("site") && !folder.exists("nowhere"))
        }
    }

    @Test(arguments: ["site/x.json", "./site/x.json", "kept/../site/a/x.json", "/proc/self/cwd/site/x.json"])
    func `inside the site it would be public, and is refused`(_ path: String) async throws {
        try await Self.built("public", ["--report", path], making: "kept") { folder, outcome in
            #expect(outcome.status == 64 && !folder.exists("site"))
        }
    }

    @Test func `built from a summary, nobody knows what was hidden, and it says so`() async throws {
        try await Folder.temporary { folder in
            let board = BoardBuild(site: "training", edition: "public")
            let common = [
                "--source", board.content.path, "--themes", Folder.tests("Themes"), "--as-of", BoardBuild.day,
            ]
            _ = try await Program.run(["report", "publish", "-o", "sum.json"] + common, in: folder.path)
            let outcome = try await Program.run(["build", "--summary", "sum.json"] + common, in: folder.path)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let report = try Self.report(folder, "site.release.json")
            #expect(report.hidden_counts == nil && report.personal_data.searched_for.names == 0)
        }
    }

    // MARK: -

    private static func built<Result>(
        _ edition: String, _ more: [String] = [], making subfolder: String? = nil,
        _ body: (Folder, Program.Outcome) async throws -> Result
    ) async throws -> Result {
        try await Folder.temporary { folder in
            if let subfolder { try folder.write("", to: "\(subfolder)/.keep") }
            let arguments = BoardBuild(site: "training", edition: edition).arguments
            let outcome = try await Program.run(arguments + more, in: folder.path)
            if more.isEmpty { try #require(outcome.status == 0, "\(outcome.errors)") }
            return try await body(folder, outcome)
        }
    }

    private static func report(_ folder: Folder, _ path: String) throws -> Report {
        try JSONDecoder().decode(Report.self, from: Data(try #require(folder.bytes(path))))
    }

    /// The names are those of the file.
    private struct Report: Decodable {
        let format: String
        let edition: String
        let as_of: String
        let personal_data: PersonalData
        let hidden_counts: [Hidden]?
        let files: [File]

        struct PersonalData: Decodable {
            let scanned: Scanned
            let searched_for: SearchedFor
            let consents: Consents
        }

        struct Scanned: Decodable {
            let files: Int
            let bytes: Int
        }

        struct SearchedFor: Decodable {
            let names: Int
            let email_addresses: Int
            let ids: Int
        }

        struct Consents: Decodable {
            let in_force: Int
            let used: [String]
        }

        struct Hidden: Decodable {
            let count: String
            let why: String
        }

        struct File: Decodable {
            let path: String
            let sha256: String
        }
    }
}
