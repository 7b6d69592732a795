import Foundation
import Testing

/// Copies of single schools, made beside those of all: what schools' servers and whoever keeps the list of all get.
struct SingleCopyTests {
    /// The board, signed, with the copies of all its schools in `packs/` and the name of one changed since.
    private func withRename<Result>(_ body: (Folder) async throws -> Result) async throws -> Result {
        try await PackBoard.with { folder in
            let key = try await Program.run(["keys", "new", "--output", "board.key"], in: folder.path).output.trimmed
            try folder.append("certificates: { public_key: \"\(key)\" }\n", to: "content/signpost.yaml")
            try #require(try await pack(["--all", "--key", "board.key"], in: folder).status == 0)
            let schools = try #require(folder.text("content/data/schools.yaml"))
            try folder.write(
                schools.replacingOccurrences(of: "name: Quarry Hill", with: "name: Quarry View"),
                to: "content/data/schools.yaml")
            return try await body(folder)
        }
    }

    private func pack(_ arguments: [String], in folder: Folder) async throws -> Program.Outcome {
        try await Program.run(["pack", "--as-of", BoardBuild.day] + arguments, in: folder.path)
    }

    private static let one = ["--school", "quarry-hill", "--since", "packs"]

    @Test func `the feed and the signed list name the new copy, and the others stay`() async throws {
        try await withRename { folder in
            let before = folder.folder("packs").files()
            let outcome = try await pack(Self.one + ["--key", "board.key"], in: folder)
            try #require(outcome.status == 0, "\(outcome.errors)")
            let after = folder.folder("packs").files()
            let changed = after.keys.filter { after[$0] != before[$0] }.sorted()
            #expect(
                changed == [
                    "packs.index.json", "packs.index.sig", "quarry-hill.json", "quarry-hill.update.zip",
                    "quarry-hill.zip",
                ])
            // What a run of all makes of the same schools, but for the update, which the list names too.
            let listed = try #require(folder.text("packs/packs.index.json"))
            let released = try #require(folder.text("packs/quarry-hill.json"))
            for line in released.split(separator: "\n") {
                #expect(listed.contains(line.trimmingCharacters(in: .whitespaces)), "\(line)")
            }
            let again = try await pack(["--all", "--key", "board.key", "-o", "whole"], in: folder)
            try #require(again.status == 0)
            for path in ["glan-y-mor.json", "glan-y-mor.zip", "quarry-hill.zip"] {
                #expect(folder.bytes("packs/\(path)") == folder.bytes("whole/\(path)"), "\(path)")
            }
        }
    }

    /// Why the list stays as it is, by what is done to it and how the copy is signed.
    private static let stale: [(edit: @Sendable (Folder) throws -> Void, key: [String], why: String)] = [
        ({ _ in }, [], "it is signed, and no key was given"),
        ({ try $0.remove("packs/packs.index.sig") }, ["--key", "board.key"], "not signed with the key that was given"),
        ({ try $0.append(" ", to: "packs/packs.index.json") }, ["--key", "board.key"], "it is damaged"),
    ]

    @Test(arguments: stale.indices)
    func `a list that cannot be brought up to date stays as it is, and somebody is told`(_ number: Int) async throws {
        let (edit, key, why) = Self.stale[number]
        try await withRename { folder in
            try edit(folder)
            let list = folder.bytes("packs/packs.index.json")
            let outcome = try await pack(Self.one + key, in: folder)
            #expect(outcome.status == 0 || outcome.status == 2)
            #expect(
                outcome.errors.contains(
                    "warning[SP287]: \"packs/packs.index.json\" will not name the new copy of \"quarry-hill\": "),
                "\(outcome.errors)")
            #expect(outcome.errors.contains(why), "\(outcome.errors)")
            #expect(folder.bytes("packs/packs.index.json") == list)
            #expect(folder.text("packs/quarry-hill.json")?.contains("quarry-hill.update.zip") == true)
        }
    }

    @Test func `without a list there is the copy and its feed alone, and a list without a key loses its signature`()
        async throws
    {
        try await withRename { folder in
            let own = try await pack(["--school", "quarry-hill", "-o", "own"], in: folder)
            #expect(own.status == 0, "\(own.errors)")
            #expect(folder.folder("own").files().keys.sorted() == ["quarry-hill.json", "quarry-hill.zip"])
            let all = try await pack(["--all"], in: folder)
            #expect(all.status == 0, "\(all.errors)")
            #expect(folder.exists("packs/packs.index.json") && !folder.exists("packs/packs.index.sig"))
        }
    }
}
