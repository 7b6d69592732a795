import Foundation
import Testing

/// What a second check goes by, and that it says what a check of everything says. Edits at random are tried by
/// `Tests/Reliability/checks/rechecks.py`.
struct RecheckTests {
    private static let page = "content/help/call/index.md"

    /// A board that has been checked, and a folder for what was kept.
    private func withBoard(_ body: (Folder, Checks) async throws -> Void) async throws {
        try await Folder.temporary { folder in
            try folder.add(BoardBuild(site: "subfolder", edition: "public").content, under: "content")
            try folder.add(Folder.tests.folder("Themes"), under: "themes")
            try folder.write("", to: "cache/.keep")
            let checks = Checks(folder: folder)
            try #require(try await checks.warm() == .everything)
            try await body(folder, checks)
        }
    }

    private struct Checks {
        let folder: Folder

        /// What a check looked at.
        enum Work {
            case nothing, texts, everything
        }

        /// Makes sure that it says what a whole check says.
        func warm(_ arguments: [String] = []) async throws -> Work {
            let arguments = ["check", "--as-of", BoardBuild.day, "--timings"] + arguments
            let cache = ["XDG_CACHE_HOME": folder.folder("cache").path]
            let outcome = try await Program.run(arguments, in: folder.path, environment: cache)
            let whole = try await Program.run(arguments + ["--no-cache"], in: folder.path)
            #expect(outcome.status == whole.status && outcome.output == whole.output)
            #expect(Self.said(outcome) == Self.said(whole))
            let steps = outcome.errors
            if steps.contains("Drawing") || steps.contains("Reading") { return .everything }
            return steps.contains("Looking at new texts") ? .texts : .nothing
        }

        private static func said(_ outcome: Program.Outcome) -> [Substring] {
            outcome.errors.split(separator: "\n").filter { !$0.hasSuffix("of processors' time") }
                .map { $0.hasPrefix("No faults in") ? $0.prefix { $0 != "(" } : $0 }
        }
    }

    @Test func `with nothing new it says the same, in whatever format`() async throws {
        try await withBoard { folder, checks in
            try folder.write(folder.text(Self.page, adding: "\nShe was promiscuous.\n"), to: Self.page)
            #expect(try await checks.warm() == .texts)
            for arguments in [[], ["--format", "json"], ["--format", "sarif"], ["--strict"], ["--fail-on", "note"]] {
                #expect(try await checks.warm(arguments) == .nothing, "\(arguments)")
            }
        }
    }

    @Test func `a page is put wrong and right again without a look at the others`() async throws {
        try await withBoard { folder, checks in
            let right = folder.text(Self.page, adding: "")
            for line in ["She was promiscuous.", "Ask the QZX.", "## 2. Two", "", "p\u{430}ypal"] {
                let isHeading = line.hasPrefix("#")
                try folder.write(folder.text(Self.page, adding: "\n\(line)\n"), to: Self.page)
                #expect(try await checks.warm() == (isHeading ? .everything : .texts), "\(line)")
                try folder.write(right, to: Self.page)
                #expect(try await checks.warm() == (isHeading ? .everything : .texts), "without \(line)")
            }
        }
    }

    @Test func `a telephone number in a text is found`() async throws {
        try await withBoard { folder, checks in
            let right = folder.text(Self.page, adding: "")
            try folder.write(folder.text(Self.page, adding: "\nRing 07700 900 123.\n"), to: Self.page)
            #expect(try await checks.warm() == .everything)
            try folder.write(right, to: Self.page)
            // The last good check is still known.
            #expect(try await checks.warm() != .everything)
        }
    }

    @Test func `what is kept is for nobody else, and its loss or damage harms nothing`() async throws {
        try await withBoard { folder, checks in
            let names = folder.folder("cache/signpost").files().keys.sorted()
            #expect(names.count == 2)
            for name in names {
                let path = folder.folder("cache/signpost").path + "/" + name
                let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                #expect(mode == 0o600)
            }
            for name in names {
                try folder.write("damaged", to: "cache/signpost/\(name)")
                try folder.write(folder.text(Self.page, adding: "\nMore.\n"), to: Self.page)
                #expect(try await checks.warm() == .everything)
                try folder.remove("cache/signpost/\(name)")
                try folder.write(folder.text(Self.page, adding: "\nMore.\n"), to: Self.page)
                #expect(try await checks.warm() == .everything)
            }
        }
    }

    @Test func `what stands where others may write is not believed`() async throws {
        try await withBoard { folder, checks in
            #expect(try await checks.warm() == .nothing)
            let kept = folder.folder("cache/signpost").path
            try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: kept)
            #expect(try await checks.warm() == .everything)
            #expect(try await checks.warm() == .everything)
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: kept)
            #expect(try await checks.warm() == .nothing)
        }
    }

    @Test func `the original of a translation that is not on the site takes a whole check`() async throws {
        try await Folder.temporary { folder in
            try folder.add(BoardBuild(site: "languages", edition: "public").content, under: "content")
            try folder.add(Folder.tests.folder("Themes"), under: "themes")
            try folder.write("", to: "cache/.keep")
            let checks = Checks(folder: folder)
            _ = try await checks.warm()
            let originals = folder.folder("content").files().keys.filter { $0.hasSuffix(".cy.md") }.sorted()
            let page = "content/" + (try #require(originals.first)).dropLast(6) + ".md"
            try folder.write(folder.text(page, adding: "\nMore.\n"), to: page)
            #expect(try await checks.warm() == .everything)
        }
    }
}
