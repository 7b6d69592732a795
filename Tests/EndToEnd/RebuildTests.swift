import Foundation
import Testing

/// What a second build does to the site that is there.
struct RebuildTests {
    /// Works in a folder with a board and the site that was built from it.
    private func withSite(_ body: (Folder) async throws -> Void) async throws {
        try await Folder.temporary { folder in
            try folder.add(BoardBuild(site: "subfolder", edition: "public").content, under: "content")
            try folder.add(Folder.tests.folder("Themes"), under: "themes")
            let outcome = try await build(folder)
            try #require(outcome.status == 0, "\(outcome.errors)")
            try await body(folder)
        }
    }

    private func build(_ folder: Folder) async throws -> Program.Outcome {
        try await Program.run(["build", "--as-of", BoardBuild.day], in: folder.path)
    }

    @Test func `with nothing new, nothing is touched`() async throws {
        try await withSite { folder in
            let before = try folder.folder("site").stamps()
            #expect(before.count > 20)
            #expect(try await build(folder).status == 0)
            #expect(try folder.folder("site").stamps() == before)
        }
    }

    @Test func `the page of a removed file is removed, and the rest stays`() async throws {
        try await withSite { folder in
            let before = folder.folder("site").files()
            try folder.remove("content/news.md")
            #expect(try await build(folder).status == 0)
            let after = folder.folder("site").files()
            #expect(before["news/index.html"] != nil && !folder.exists("site/news"))
            #expect(after["help/call/index.html"] != nil && after["robots.txt"] == before["robots.txt"])
        }
    }

    @Test func `a site that was changed in pieces is the site of a clean build`() async throws {
        try await withSite { folder in
            try folder.remove("content/news.md")
            try folder.write(
                "---\ntitle: More\nsummary: More.\naudience: [parents]\n---\n\nMore.\n", to: "content/more.md")
            #expect(try await build(folder).status == 0)
            let inPieces = folder.folder("site").files()
            try folder.remove("site")
            #expect(try await build(folder).status == 0)
            #expect(folder.folder("site").files() == inPieces)
        }
    }

    @Test func `with an error the site that is there stays as it is`() async throws {
        try await withSite { folder in
            let before = try folder.folder("site").stamps()
            try folder.write("no front matter\n", to: "content/news.md")
            #expect(try await build(folder).status == 1)
            #expect(try folder.folder("site").stamps() == before)
        }
    }

    @Test func `a folder that holds somebody else's file is refused, and the file stays`() async throws {
        try await withSite { folder in
            try folder.write("mine", to: "site/thesis.txt")
            let before = folder.folder("site").files()
            try folder.remove("content/news.md")
            let outcome = try await build(folder)
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("holds \"thesis.txt\" that Signpost did not make"))
            #expect(folder.folder("site").files() == before)
        }
    }

    @Test func `nothing but the site and the evidence of its release is left beside it`() async throws {
        try await withSite { folder in
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(
                Set(names).subtracting([".site.signpost-lock"])
                    == [
                        "content", "themes", "site", "site.release.json", ".site.signpost-record",
                        ".site.signpost-texts",
                    ])
        }
    }

    @Test func `empty folders for the next build are left beside a changed site, and none of a withdrawn page`()
        async throws
    {
        try await withSite { folder in
            try folder.remove("content/news.md")
            #expect(try await build(folder).status == 0)
            let spare = folder.folder(".site.signpost-folders")
            #expect(spare.files().isEmpty && folder.exists(".site.signpost-folders/help/call"))
            #expect(!folder.exists(".site.signpost-folders/news"))
        }
    }

    private static let nothingNew = "Nothing has changed since the last build"

    @Test func `with nothing new it says so, and repeats what it had to say`() async throws {
        try await withSite { folder in
            try folder.write("lost", to: "content/lost.txt")
            let first = try await build(folder)
            let second = try await build(folder)
            #expect(first.errors.contains("nothing reads this file") && !first.errors.contains(Self.nothingNew))
            #expect(second.errors.contains(Self.nothingNew))
            let said = first.errors.prefix { $0 != "." }
            #expect(!said.isEmpty && second.errors.hasPrefix(said) && second.status == 0)
        }
    }

    /// What people do between two builds, by what it is.
    private static let edits: [String: @Sendable (Folder) throws -> Void] = [
        "a page is changed": {
            try $0.write($0.text("content/help/index.md", adding: "More.\n"), to: "content/help/index.md")
        },
        "a page is renamed": { try $0.rename("content/news.md", to: "content/olds.md") },
        "the configuration is changed": {
            try $0.write($0.text("content/signpost.yaml", adding: "# a comment\n"), to: "content/signpost.yaml")
        },
        "the theme is changed": { try $0.write("/* new */", to: "themes/plain/new.css") },
        "a folder of themes appears": { try $0.write("", to: "content/../themes/other/theme.yaml") },
        "a page of the site is changed": { try $0.write("mine", to: "site/index.html") },
        "a page of the site is removed": { try $0.remove("site/help/index.html") },
        "a folder of the site is removed": { try $0.remove("site/help") },
        "the evidence is removed": { try $0.remove("site.release.json") },
        "the list of the site's files is written anew": {
            try $0.write($0.text("site/.signpost/manifest", adding: ""), to: "site/.signpost/manifest")
        },
        "the record is removed": { try $0.remove(".site.signpost-record") },
        "the record is damaged": { try $0.write("signpost-record 2\n", to: ".site.signpost-record") },
        "the record of texts is removed and a page is changed": {
            try $0.remove(".site.signpost-texts")
            try $0.write($0.text("content/help/call/index.md", adding: "\nMore.\n"), to: "content/help/call/index.md")
        },
        "the record of texts is damaged and a page is changed": {
            try $0.write($0.text(".site.signpost-texts", adding: "x"), to: ".site.signpost-texts")
            try $0.write($0.text("content/help/call/index.md", adding: "\nMore.\n"), to: "content/help/call/index.md")
        },
        "a page and data are changed": {
            try $0.write($0.text("content/help/call/index.md", adding: "\nMore.\n"), to: "content/help/call/index.md")
            try $0.write($0.text("content/data/contacts.yaml", adding: "# new\n"), to: "content/data/contacts.yaml")
        },
    ]

    @Test(arguments: edits.keys.sorted())
    func `whatever was done meanwhile, the site is that of a clean build`(edit: String) async throws {
        let change = try #require(Self.edits[edit])
        try await withSite { folder in
            try change(folder)
            let outcome = try await build(folder)
            #expect(outcome.status == 0 && !outcome.errors.contains(Self.nothingNew), "\(outcome.errors)")
            let (site, evidence) = (folder.folder("site").files(), folder.bytes("site.release.json"))
            try folder.remove("site")
            #expect(try await build(folder).status == 0)
            #expect(folder.folder("site").files() == site && folder.bytes("site.release.json") == evidence)
        }
    }

    /// What `--timings` calls the step of a build that puts new texts into the pages that are there, and that of one that
    /// draws them all.
    private static let (revised, drawn) = ("Putting in new texts", "Drawing")

    @Test(arguments: ["subfolder", "everything", "languages", "training"])
    func `a new text is put into its page alone, and the site is that of a clean build`(site: String) async throws {
        try await Folder.temporary { folder in
            try folder.add(BoardBuild(site: site, edition: "public").content, under: "content")
            try folder.add(Folder.tests.folder("Themes"), under: "themes")
            let build = ["build", "--as-of", BoardBuild.day, "--timings"]
            try #require(try await Program.run(build, in: folder.path).status == 0)
            let pages = folder.folder("content").files().keys.filter { $0.hasSuffix(".md") }.sorted()
            var revisions = 0
            for (number, page) in pages.enumerated() where number % max(1, pages.count / 8) == 0 {
                let text = folder.text("content/\(page)", adding: "\nMore \(number).\n")
                try folder.write(text, to: "content/\(page)")
                let outcome = try await Program.run(build, in: folder.path)
                #expect(outcome.status == 0, "\(page): \(outcome.errors)")
                if outcome.errors.contains(Self.revised), !outcome.errors.contains(Self.drawn) { revisions += 1 }
                let verdict = try await Program.run(["build", "--as-of", BoardBuild.day, "--verify"], in: folder.path)
                #expect(verdict.status == 0, "\(page): \(verdict.errors)")
            }
            #expect(revisions > 0)
            let (made, evidence) = (folder.folder("site").files(), folder.bytes("site.release.json"))
            try folder.remove("site")
            #expect(try await Program.run(build, in: folder.path).status == 0)
            #expect(folder.folder("site").files() == made && folder.bytes("site.release.json") == evidence)
        }
    }

    @Test func `a name that is written into a text is found as by any build`() async throws {
        try await Folder.temporary { folder in
            try folder.add(BoardBuild(site: "subfolder", edition: "public").content, under: "content")
            try folder.add(Folder.tests.folder("Themes"), under: "themes")
            try #require(try await build(folder).status == 0)
            let before = folder.folder("site").files()
            let text = folder.text("content/help/call/index.md", adding: "\nAsk Jo on 07700 900 123.\n")
            try folder.write(text, to: "content/help/call/index.md")
            let outcome = try await build(folder)
            #expect(outcome.status == 1 && outcome.errors.contains("telephone number"), "\(outcome.errors)")
            #expect(folder.folder("site").files() == before)
        }
    }

    @Test(arguments: [["--drafts"], ["--edition", "school"], ["--as-of", "2026-11-22"], ["--format", "json"]])
    func `a build of another kind is not taken for the last one`(options: [String]) async throws {
        try await withSite { folder in
            let days = options[0] == "--as-of" ? [] : ["--as-of", BoardBuild.day]
            let outcome = try await Program.run(["build"] + days + options, in: folder.path)
            #expect(outcome.status == 0 && !outcome.errors.contains(Self.nothingNew))
        }
    }

    @Test func `--verify says whether the site is that of a clean build, and writes nothing`() async throws {
        try await withSite { folder in
            let verify = ["build", "--as-of", BoardBuild.day, "--verify"]
            let good = try await Program.run(verify, in: folder.path)
            #expect(good.status == 0 && good.errors.contains("is, byte for byte, what a clean build makes"))
            try folder.write("mine", to: "site/index.html")
            try folder.remove("content/news.md")
            let before = try folder.stamps()
            let bad = try await Program.run(verify, in: folder.path)
            #expect(bad.status == 1)
            #expect(bad.errors.contains("index.html differs or is missing"))
            #expect(bad.errors.contains("news/index.html does not belong to it"))
            #expect(try folder.stamps() == before)
        }
    }
}
