import Foundation
import Testing

/// How copies that schools have become newer, and how many machines make them: by the program itself.
struct PackUpdateTests {
    /// The board, signed, with its first packs in `packs/`.
    private func withPacks<Result>(_ body: (Folder, _ key: String) async throws -> Result) async throws -> Result {
        try await PackBoard.with { folder in
            let key = try await run(["keys", "new", "--output", "board.key"], in: folder).output.trimmed
            try folder.append("certificates: { public_key: \"\(key)\" }\n", to: "content/signpost.yaml")
            let outcome = try await pack(["--all"], in: folder)
            try #require(outcome.status == 0, "\(outcome.errors)")
            return try await body(folder, key)
        }
    }

    private func run(_ arguments: [String], in folder: Folder) async throws -> Program.Outcome {
        try await Program.run(arguments, in: folder.path)
    }

    private func pack(_ arguments: [String], in folder: Folder) async throws -> Program.Outcome {
        try await run(["pack", "--as-of", BoardBuild.day, "--key", "board.key"] + arguments, in: folder)
    }

    /// What a technician does with an archive, by a program that is on every computer.
    private func unpack(_ archive: String, into copy: String, in folder: Folder) throws {
        let python = Process()
        python.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        python.arguments = ["-m", "zipfile", "-e", folder(archive), folder(copy)]
        try python.run()
        python.waitUntilExit()
        try #require(python.terminationStatus == 0)
    }

    private func edit(_ path: String, _ old: String, _ new: String, in folder: Folder) throws {
        let text = try #require(folder.text(path))
        try #require(text.contains(old))
        try folder.write(text.replacingOccurrences(of: old, with: new), to: path)
    }

    private static let schools = "content/data/schools.yaml"
    private static let copy = "on the server/Ysgol copy"

    @Test(arguments: [
        ("name: Nia Enghraifft, phone: 01632 960 201", "name: Mair Enghraifft, phone: 01632 960 209", "Mair"),
        ("name: Ysgol Glan-y-Môr", "name: Ysgol Newydd", "Ysgol Newydd"),
    ])
    func `a new lead, or a new name, is one line and an update, and no page keeps the old one`(
        _ old: String, _ new: String, _ shown: String
    ) async throws {
        try await withPacks { folder, key in
            try unpack("packs/glan-y-mor.zip", into: Self.copy, in: folder)
            try edit(Self.schools, old, new, in: folder)
            let packed = try await pack(["--all", "--since", "packs"], in: folder)
            try #require(packed.status == 0, "\(packed.errors)")
            let applied = try await run(
                ["apply", "packs/glan-y-mor.update.zip", Self.copy, "--key", key, "--school", "glan-y-mor"], in: folder)
            try #require(applied.status == 0, "\(applied.errors)")
            #expect(folder.folder(Self.copy).text("index.html")?.contains(shown) == true)
            try unpack("packs/glan-y-mor.zip", into: "whole", in: folder)
            #expect(folder.folder(Self.copy).files() == folder.folder("whole").files())
            // The other school's copy is as it was, and there is nothing to send to it.
            #expect(!folder.exists("packs/quarry-hill.update.zip"))
        }
    }

    @Test func `the technician's walk: unpack, verify, update in both ways, verify again`() async throws {
        try await withPacks { folder, key in
            for copy in ["one", "two"] { try unpack("packs/glan-y-mor.zip", into: copy, in: folder) }
            #expect(try await run(["verify", "one", "--key", key, "--school", "glan-y-mor"], in: folder).status == 0)
            try folder.remove("content/overlays/glan-y-mor/our-school/index.md")
            try edit(
                "content/parents/tell.md", "Wait.", "Sit down.", in: folder)
            _ = try await pack(["--all", "--since", "packs"], in: folder)
            let apply = ["apply", "packs/glan-y-mor.update.zip", "one", "--key", key]
            #expect(try await run(apply, in: folder).status == 0)
            #expect(!folder.exists("one/our-school/index.html"))
            try unpack("packs/glan-y-mor.update.zip", into: "two", in: folder)
            for copy in ["one", "two"] {
                let check = try await run(["verify", copy, "--key", key], in: folder)
                #expect(check.status == 0, "\(check.output)")
                #expect(folder.text("\(copy)/parents/tell/index.html")?.contains("Sit down.") == true)
            }
            // A page that is gone only leads on, and a second `apply` removes it for good.
            #expect(folder.text("two/our-school/index.html")?.contains("url=../index.html") == true)
            #expect(try await run(apply.map { $0 == "one" ? "two" : $0 }, in: folder).status == 0)
            #expect(folder.folder("one").files() == folder.folder("two").files())
            let again = try await run(apply, in: folder)
            #expect(again.status == 0 && again.errors.contains("of that version already"))
        }
    }

    @Test func `a school that joins gets a whole copy, and one that leaves is named`() async throws {
        try await withPacks { folder, _ in
            let before = folder.folder("packs").files().filter { $0.key.hasSuffix(".zip") }
            try folder.append(
                "- { id: new-street, name: New Street, phase: primary, lead: { phone: 01632 960 231 } }\n",
                to: Self.schools)
            let joined = try await pack(["--all", "--since", "packs"], in: folder)
            #expect(joined.status == 0 && joined.errors.contains("Made 3 archives in packs/"), "\(joined.errors)")
            #expect(folder.exists("packs/new-street.zip") && !folder.exists("packs/new-street.update.zip"))
            // Nothing is to be sent to the others.
            #expect(before.allSatisfy { folder.bytes("packs/\($0.key)") == $0.value })
            #expect(!folder.folder("packs").files().keys.contains { $0.hasSuffix(".update.zip") })
            let rest = try #require(folder.text(Self.schools)?.components(separatedBy: "- id: quarry-hill").first)
            try folder.write(rest, to: Self.schools)
            let listed = folder.text("packs/packs.index.json")?.contains("\"file\": \"quarry-hill.zip\"")
            let left = try await pack(["--all", "--since", "packs", "--strict"], in: folder)
            #expect(left.status == 1 || left.status == 2)
            #expect(left.errors.contains("warning[SP246]: the school \"quarry-hill\" is not in data/schools.yaml"))
            let gone = try await pack(["--all", "--since", "packs"], in: folder)
            #expect(gone.status == 0 && listed == true, "\(gone.errors)")
            #expect(folder.text("packs/packs.index.json")?.contains("quarry-hill") == false)
            #expect(folder.bytes("packs/glan-y-mor.zip") == before["glan-y-mor.zip"])
        }
    }

    @Test func `an update for another version or school, without the board's signature, or changed, touches nothing`()
        async throws
    {
        try await withPacks { folder, key in
            for school in ["glan-y-mor", "quarry-hill"] {
                try unpack("packs/\(school).zip", into: "copies/\(school)", in: folder)
            }
            try edit("content/parents/tell.md", "Wait.", "Sit down.", in: folder)
            _ = try await pack(["--all", "--since", "packs"], in: folder)
            let good = try #require(folder.bytes("packs/glan-y-mor.update.zip"))
            try edit("content/parents/tell.md", "Sit down.", "Stand up.", in: folder)
            _ = try await pack(["--all", "--since", "packs"], in: folder)
            try folder.write(Array(good.dropLast()), to: "cut.zip")
            try folder.write(good.map { $0 == 0x51 ? 0x52 : $0 }, to: "changed.zip")
            let unsigned = try await run(
                ["pack", "--as-of", BoardBuild.day, "--all", "--since", "copies", "-o", "unsigned"], in: folder)
            try #require(unsigned.status == 0, "\(unsigned.errors)")
            let before = folder.folder("copies").files()
            for (update, school, why) in [
                ("packs/glan-y-mor.update.zip", "glan-y-mor", "and the update is for"),
                ("packs/glan-y-mor.update.zip", "quarry-hill", "made for another school: quarry-hill"),
                ("cut.zip", "glan-y-mor", "The archive"), ("changed.zip", "glan-y-mor", "refused"),
                ("unsigned/glan-y-mor.update.zip", "glan-y-mor", "Nobody signed it"),
                ("packs/glan-y-mor.zip", "glan-y-mor", "this is no update"),
            ] {
                let outcome = try await run(["apply", update, "copies/\(school)", "--key", key], in: folder)
                #expect(outcome.status == 1 && outcome.errors.contains(why), "\(update): \(outcome.errors)")
                #expect(folder.folder("copies").files() == before, "\(update)")
            }
        }
    }

    @Test func `an earlier copy of another school, or none at all, is refused`() async throws {
        try await withPacks { folder, _ in
            try folder.write("no archive", to: "x.zip")
            for (since, why) in [
                ("packs/glan-y-mor.zip", "it is the copy of \"glan-y-mor\", not of \"quarry-hill\""),
                ("x.zip", "there is no manifest in it, or it is damaged"),
            ] {
                let outcome = try await pack(["--school", "quarry-hill", "--since", since, "-o", "out"], in: folder)
                #expect(outcome.status == 1 && outcome.errors.contains("error[SP245]"), "\(outcome.errors)")
                #expect(outcome.errors.contains(why) && !folder.exists("out"))
            }
        }
    }

    @Test func `a school's server can ask for its newest copy, and gets what the board made`() async throws {
        try await withPacks { folder, _ in
            try edit("content/parents/tell.md", "Wait.", "Sit down.", in: folder)
            _ = try await pack(["--all", "--since", "packs"], in: folder)
            let feed = try #require(folder.bytes("packs/glan-y-mor.json"))
            let release = try JSONDecoder().decode(Release.self, from: Data(feed))
            for archive in [release.archive, release.update.archive] {
                #expect(archive.bytes == folder.bytes("packs/\(archive.file)")?.count)
            }
            #expect(release.update.archive.file == "glan-y-mor.update.zip" && release.update.from != release.version)
        }
    }

    /// The parts of a release that a server cannot do without.
    private struct Release: Decodable {
        let version: String
        let archive: Archive
        let update: Update

        struct Update: Decodable {
            let from: String
            let archive: Archive
        }

        struct Archive: Decodable {
            let file: String
            let bytes: Int
        }
    }

    @Test func `four shares by four processes make what one run makes, to the byte`() async throws {
        try await withPacks { folder, _ in
            let more = (0..<7).map {
                "- { id: s\($0), name: S\($0), phase: primary, lead: { phone: 01632 960 24\($0) } }\n"
            }
            try folder.append(more.joined(), to: Self.schools)
            let whole = try await pack(["--all", "-o", "whole"], in: folder)
            try #require(whole.status == 0, "\(whole.errors)")
            try await withThrowingTaskGroup { group in
                for number in 1...4 {
                    group.addTask {
                        try await pack(["--all", "--shard", "\(number)/4", "-o", "part-\(number)"], in: folder)
                    }
                }
                for try await outcome in group { try #require(outcome.status == 0, "\(outcome.errors)") }
            }
            let lists = (1...4).map { "part-\($0)/part-\($0)-of-4.index.json" }
            let merge = ["pack", "--key", "board.key", "--merge"]
            let merged = try await run(merge + lists + ["-o", "merged"], in: folder)
            try #require(merged.status == 0, "\(merged.errors)")
            #expect(folder.folder("merged").files() == folder.folder("whole").files())
            let listed = try await run(merge + lists + ["--index-only", "-o", "list"], in: folder)
            #expect(listed.status == 0)
            #expect(folder.bytes("list/packs.index.json") == folder.bytes("whole/packs.index.json"))
            let short = try await run(merge + lists.dropLast() + ["-o", "short"], in: folder)
            #expect(short.status == 1 && short.errors.contains("part 4 of 4 is missing"))
            try folder.append("x", to: "part-3/s0.zip")
            let changed = try await run(merge + lists + ["-o", "short"], in: folder)
            #expect(changed.status == 1 && changed.errors.contains("is not the file that its list names"))
            #expect(folder.folder("short").files().isEmpty)
        }
    }
}
