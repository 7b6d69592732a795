import Foundation
import Testing

/// The copies that schools host, made and judged by the program itself.
struct PackTests {
    private func withBoard<Result>(_ body: (Folder) async throws -> Result) async throws -> Result {
        try await PackBoard.with(body)
    }

    private func run(_ arguments: [String], in folder: Folder) async throws -> Program.Outcome {
        try await Program.run(arguments, in: folder.path)
    }

    private func pack(_ arguments: [String], in folder: Folder) async throws -> Program.Outcome {
        try await run(["pack", "--as-of", BoardBuild.day] + arguments, in: folder)
    }

    /// The pages of a copy that was written as a folder, by path.
    private func pages(_ folder: Folder) -> [String: String] {
        folder.files().filter { $0.key.hasSuffix(".html") }.mapValues { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `each page of a copy names the school and its lead, and no page anybody of another school`() async throws
    {
        try await withBoard { folder in
            let outcome = try await pack(["--all", "--folder"], in: folder)
            try #require(outcome.status == 0, "\(outcome.errors)")
            let own = pages(folder.folder("packs/glan-y-mor"))
            #expect(own.count > 8)
            // A page that only leads on says nothing else.
            for (path, page) in own where !page.contains("http-equiv=\"refresh\"") {
                for words in ["Ysgol Glan-y-Môr", "Nia Enghraifft", "Owain Enghraifft", "01632 960 201"] {
                    #expect(page.contains(words), "\(words) in \(path)")
                }
            }
            for (path, bytes) in folder.folder("packs/quarry-hill").files() {
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(!text.contains("Enghraifft") && !text.contains("Glan-y-M"), "\(path)")
            }
        }
    }

    @Test func `the lead comes first in the parents' and the pupils' pathways`() async throws {
        try await withBoard { folder in
            _ = try await pack(["--school", "glan-y-mor", "--folder"], in: folder)
            let copy = folder.folder("packs/glan-y-mor")
            for page in ["parents/index.html", "parents/tell/index.html", "young/tell/index.html"] {
                let text = try #require(copy.text(page))
                let first = try #require(text.range(of: "id=\"school-first\""))
                let body = try #require(text.range(of: "class=\"prose\""))
                #expect(first.lowerBound < body.lowerBound, "\(page)")
            }
        }
    }

    @Test func `a primary school's copy has no pages for older pupils, and links lead to none of them`() async throws {
        try await withBoard { folder in
            _ = try await pack(["--all", "--folder"], in: folder)
            #expect(!folder.exists("packs/glan-y-mor/young/nudes/index.html"))
            #expect(folder.exists("packs/quarry-hill/young/nudes/index.html"))
            #expect(folder.exists("packs/glan-y-mor/our-school/index.html"))
            #expect(!folder.exists("packs/quarry-hill/our-school/index.html"))
            let page = try #require(folder.text("packs/glan-y-mor/young/tell/index.html"))
            #expect(page.contains("href=\"https://faultford.example/young/nudes/\""))
        }
    }

    @Test func `nothing of any school stands in the board's own editions`() async throws {
        for edition in ["public", "school"] {
            try await withBoard { folder in
                let outcome = try await run(
                    ["build", "--edition", edition, "--as-of", BoardBuild.day], in: folder)
                try #require(outcome.status == 0, "\(outcome.errors)")
                for (path, bytes) in folder.folder("site").files() {
                    let text = String(decoding: bytes, as: UTF8.self)
                    #expect(!text.contains("Enghraifft") && !text.contains("960 201"), "\(path) of \(edition)")
                }
            }
        }
    }

    @Test func `the same board gives the same bytes, and they are genuine, signed and for one school`() async throws {
        try await withBoard { folder in
            let key = try await run(["keys", "new", "--output", "board.key"], in: folder)
            try folder.append("certificates: { public_key: \"\(key.output.trimmed)\" }\n", to: "content/signpost.yaml")
            for output in ["one", "two"] {
                let outcome = try await pack(["--all", "--key", "board.key", "-o", output], in: folder)
                try #require(outcome.status == 0, "\(outcome.errors)")
            }
            #expect(folder.folder("one").files() == folder.folder("two").files())
            #expect(
                folder.folder("one").files().keys.sorted() == [
                    "glan-y-mor.json", "glan-y-mor.zip", "packs.index.json", "packs.index.sig", "quarry-hill.json",
                    "quarry-hill.zip",
                ])
            let check = ["verify", "one/glan-y-mor.zip", "--key", key.output.trimmed, "--as-of", BoardBuild.day]
            let good = try await run(check, in: folder)
            #expect(good.status == 0 && good.output.hasPrefix("Genuine: every file is as the board made it."))
            #expect(try await run(check + ["--school", "quarry-hill"], in: folder).status == 1)
            let late = try await run(check.dropLast() + ["2027-05-21"], in: folder)
            #expect(late.output.contains("which has passed"))
            let other = try await run(["keys", "new", "--output", "other.key"], in: folder)
            let foreign = try await run(["verify", "one/glan-y-mor.zip", "--key", other.output.trimmed], in: folder)
            #expect(foreign.status == 1 && foreign.output.contains("signed with another key"))
        }
    }

    @Test func `a copy that was changed, added to, or linked out of, is named file by file`() async throws {
        try await withBoard { folder in
            _ = try await pack(["--school", "glan-y-mor", "--folder"], in: folder)
            let copy = "packs/glan-y-mor"
            #expect(try await run(["verify", copy], in: folder).status == 0)
            try folder.append("<!-- -->", to: "\(copy)/parents/tell/index.html")
            try folder.write("x", to: "\(copy)/extra.html")
            try folder.remove("\(copy)/about/index.html")
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder.path)/\(copy)/out", withDestinationPath: "/etc")
            try folder.write("<h1>Not ours</h1>", to: "\(copy)/.signpost/manifest")
            let outcome = try await run(["verify", copy], in: folder)
            #expect(outcome.status == 1)
            for line in [
                "missing  about/index.html", "changed  parents/tell/index.html", "added    extra.html",
                "added    .signpost/manifest",
                "refused  \"out\": it is a link, or no ordinary file",
            ] {
                #expect(outcome.output.contains(line), "\(line)")
            }
        }
    }

    @Test func `with a fault in one school's pages no archive is written, and older ones stay`() async throws {
        try await withBoard { folder in
            _ = try await pack(["--all"], in: folder)
            let before = folder.folder("packs").files()
            try folder.write(
                PackBoard.page("More", "", "[x](../nowhere.md)"), to: "content/overlays/quarry-hill/our-school/more.md")
            let outcome = try await pack(["--all"], in: folder)
            #expect(outcome.status == 1 && outcome.errors.contains("quarry-hill/our-school/more.md:6"))
            #expect(folder.folder("packs").files() == before)
        }
    }

    @Test func `a name from the records is refused in every copy but that of the school that agreed`() async throws {
        try await withBoard { folder in
            try folder.append(
                "- { id: p-9001, name: Nia Enghraifft, agency: council, role_group: staff }\n",
                to: "content/records/people.yaml")
            let own = try await pack(["--school", "glan-y-mor"], in: folder)
            #expect(own.status == 0, "\(own.errors)")
            try folder.write(
                PackBoard.page("More", "", "Ask Nia Enghraifft."), to: "content/overlays/quarry-hill/our-school/more.md"
            )
            let other = try await pack(["--school", "quarry-hill"], in: folder)
            #expect(other.status == 1 && other.errors.contains("error[SP091]: the name of p-9001"))
            #expect(other.errors.contains("in the copy of the school \"quarry-hill\""))
            // Files that are the same in all copies are looked into too.
            try folder.remove("content/overlays/quarry-hill/our-school/more.md")
            try folder.write("Nia Enghraifft\n", to: "content/files/list.txt")
            try folder.append("\n[The list](../files/list.txt)\n", to: "content/parents/tell.md")
            let list = try await pack(["--school", "quarry-hill"], in: folder)
            #expect(list.status == 1 && list.errors.contains("error[SP091]: the name of p-9001"), "\(list.errors)")
        }
    }
}
