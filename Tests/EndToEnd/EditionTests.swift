import Testing

/// What is not for the public reaches no file of a published edition.
///
/// The board `training` marks every such thing with the word "canary": the page, course, resource and downloads for
/// trainers, a draft, and all names, addresses and ids of its records. The plain theme prints everything that a theme
/// can see, so a canary that a view hands over is found even where no real layout would print it.
struct EditionTests {
    private static let board = BoardBuild(site: "training", edition: "public")

    @Test(arguments: ["public", "school"], ["plain", "default"])
    func `no file of a published edition holds a canary`(_ edition: String, _ theme: String) async throws {
        let files = try await Folder.temporary { themes in
            try themes.add(Folder.tests.folder("Themes/plain"), under: "plain")
            // The board's pages use the plain theme's blocks, so the default theme gets them too.
            try themes.add(Folder.repository.folder("themes/default"), under: "default")
            try themes.add(Folder.tests.folder("Themes/plain/components"), under: "default/components")
            let build = BoardBuild(site: "training", edition: edition)
            return try await build.files(["--theme", theme, "--themes", themes.path])
        }
        #expect(files.count > 15)
        for (path, bytes) in files {
            let text = (path + "\n" + String(decoding: bytes, as: UTF8.self)).lowercased()
            // A search index holds the stems of words.
            for line in text.split(separator: "\n") where line.contains("canar") {
                Issue.record("\(path): \(line.prefix(200))")
            }
        }
    }

    /// The search index is compressed, so a word cannot be looked for in it; but it cannot tell of what changes nothing.
    @Test(arguments: ["public", "school"])
    func `a published edition is the same to the byte without what is for trainers`(_ edition: String) async throws {
        let build = BoardBuild(site: "training", edition: edition)
        try await Folder.temporary { folder in
            for (path, bytes) in build.content.files() where !path.contains("canary") && !path.contains("hush") {
                let lines = String(decoding: bytes, as: UTF8.self).split(
                    separator: "\n", omittingEmptySubsequences: false)
                let kept = path == "data/resources.yaml" ? lines.filter { !$0.contains("canary") } : lines
                try folder.write(kept.joined(separator: "\n"), to: path)
            }
            #expect(folder.files().count < build.content.files().count)
            #expect(try await build.files(["--source", folder.path]) == build.files())
        }
    }

    @Test func `the trainers' edition has the pages for trainers`() async throws {
        let files = try await BoardBuild(site: "training", edition: "trainer").files()
        #expect(files["training/canary-delivery/index.html"] != nil && files["canary-alias/index.html"] != nil)
        #expect(files["files/canary-slides.txt"] != nil && files["files/canary-linked.txt"] != nil)
    }

    // MARK: The training desk

    @Test func `the trainers' edition has the training desk, and no other edition has a file of it`() async throws {
        func desk(_ edition: String) async throws -> Set<String> {
            let files = try await BoardBuild(site: "training", edition: edition).files()
            return Set(files.keys.filter { $0.hasPrefix("desk/") })
        }
        let pages = try await desk("trainer")
        for page in [
            "", "runs/", "people/", "people/canary-p1/", "agencies/", "agencies/council/", "due/", "champions/",
        ] {
            #expect(pages.contains("desk/\(page)index.html"), "desk/\(page)")
        }
        #expect(pages.contains("desk/people/people.csv"))
        for edition in ["public", "school"] { #expect(try await desk(edition).isEmpty) }
    }

    @Test(arguments: ["plain", "default"])
    func `every page of the trainers' edition says that it is internal, and is not for search engines`(
        _ theme: String
    ) async throws {
        let files = try await Folder.temporary { themes in
            try themes.add(Folder.repository.folder("themes"), under: ".")
            for name in ["plain", "default"] {
                try themes.add(Folder.tests.folder("Themes/plain/components"), under: "\(name)/components")
            }
            let build = BoardBuild(site: "training", edition: "trainer")
            return try await build.files(["--theme", theme, "--themes", themes.path])
        }
        let pages = files.filter { $0.key.hasSuffix(".html") }.mapValues { String(decoding: $0, as: UTF8.self) }
        #expect(pages.count > 30)
        for (path, page) in pages {
            #expect(page.contains("noindex"), "\(path)")
            let leadsOn = page.contains("http-equiv=\"refresh\"")
            #expect(leadsOn || page.contains("Internal: holds personal data."), "\(path)")
        }
        #expect(files["sitemap.xml"] == nil && files["feed.xml"] == nil && files["feed.json"] == nil)
        #expect(files["robots.txt"] == Array("User-agent: *\nDisallow: /\n".utf8))
    }

    /// `Disclosure` is the only door to the records.
    @Test func `no published edition names anybody without consent, or gives an id or address away`() async throws {
        let people = [
            "canarysong", "canarywing", "canarybeak", "canaryfeather", "canarycage", "mail.example", "canary-p",
        ]
        for edition in ["public", "school"] {
            for (path, bytes) in try await BoardBuild(site: "training", edition: edition).files() {
                let text = String(decoding: bytes, as: UTF8.self).lowercased()
                for person in people { #expect(!text.contains(person), "\(person) in \(path) of \(edition)") }
            }
        }
    }

    @Test(arguments: ["public", "school", "trainer"])
    func `a champion is named while consent holds, and not before or after`(_ edition: String) async throws {
        func roster(_ day: String) async throws -> String {
            let files = try await BoardBuild(site: "training", edition: edition).files(["--as-of", day])
            return String(decoding: try #require(files["training/champions/index.html"]), as: UTF8.self)
        }
        // Cat's consent starts on the 21st; Eve's ends with it.
        let before = try await roster("2026-11-20")
        #expect(!before.contains("Cat Consentgiven") && before.contains("Eve Consentgiven"))
        let day = try await roster("2026-11-21")
        #expect(day.contains("Cat Consentgiven") && day.contains("Eve Consentgiven"))
        let after = try await roster("2026-11-22")
        #expect(after.contains("Cat Consentgiven") && !after.contains("Eve Consentgiven"))
    }

    @Test func `a draft is built where drafts are asked for`() async throws {
        #expect(try await Self.board.files()["training/canary-draft/index.html"] == nil)
        #expect(try await Self.board.files(["--drafts"])["training/canary-draft/index.html"] != nil)
    }
}
