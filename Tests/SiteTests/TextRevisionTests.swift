import Content
import Diagnostics
import Schemas
import TestSupport
import Testing

@testable import Site

/// A site whose texts are revised is the site of a whole build, or is not revised.
struct TextRevisionTests {
    private static let board: SmallBoard = {
        var board = SmallBoard()
        board.isSearched = true
        board["signpost.yaml"]? += "\nlanguages: [cy]"
        board["data/glossary.yaml"] = "- { id: grooming, term: grooming, also: [groom], meaning: Winning trust. }"
        board["a.md"] = SmallBoard.page("A", text: "## One\n\nText.\n\n## Two\n\n[b](b.md#one)")
        board["b.md"] = SmallBoard.page("B", text: "## One\n\n[a](a.md)\n\n![A picture](images/p.svg)")
        board["images/p.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"/>"
        board["c/index.md"] = SmallBoard.page("C", text: "About C, and the exit: <https://www.example.org/>.")
        board["c/d.md"] = SmallBoard.page("D", text: "[a](../a.md#two) Hyll 𐐷𐑌 ﬁne.")
        board["c/d.cy.md"] = "---\ntitle: Dd\nsummary: Am hyn.\ntranslated_from: \"0\"\n---\n\n[a](../a.md) Testun.\n"
        return board
    }()

    /// What keeps a board from being built.
    private struct Faults: Error {
        let faults: [Diagnostic]
    }

    private struct Built {
        let builder: SiteBuilder
        let site: BuiltSite

        init(_ board: SmallBoard, _ edition: Edition) async throws {
            var builder = try await board.builder(edition)
            builder = SiteBuilder(
                board: builder.board, training: builder.training, theme: builder.theme,
                options: SiteOptions(edition: edition, today: try day("2026-11-21"), keepsFrames: true))
            let (site, faults) = await builder.build()
            guard let site else { throw Faults(faults: faults) }
            self.builder = builder
            self.site = site
        }

        var files: [String: [UInt8]] {
            Dictionary(uniqueKeysWithValues: site.files.map { ($0.path, $0.bytes) })
        }

        /// The site with these texts, and the frames of its pages; `nil` where that takes a whole build.
        func revised(_ paths: Set<String>, as board: SmallBoard) -> (files: [String: [UInt8]], frames: [PageFrame])? {
            let reader = ContentReader(root: "content", components: [:])
            var edits: [(page: Page, frame: PageFrame)] = []
            for path in paths.sorted() {
                func file(_ path: String) -> SourceFile? {
                    board[path].map { SourceFile(path: path, bytes: Array($0.utf8)) }
                }
                guard let file = file(path), let frame = site.frames.first(where: { $0.source == path }),
                    let page = reader.page(
                        in: file,
                        translating: ContentReader.original(of: path).flatMap { original in
                            board[original].map { SourceFile(path: original, bytes: Array($0.utf8)) }
                        }, of: builder.board)
                else { return nil }
                edits.append((page, frame))
            }
            var files = files
            let revision = TextRevision(
                board: builder.board, theme: builder.theme, edition: builder.options.edition)
            guard let changes = revision.changes(of: edits, in: files.keys, file: { files[$0] }) else { return nil }
            for old in changes.predecessors.values { files[old] = nil }
            for file in changes.files { files[file.path] = file.bytes }
            let frames = Dictionary(uniqueKeysWithValues: changes.frames.map { ($0.source, $0) })
            return (files, site.frames.map { frames[$0.source] ?? $0 })
        }
    }

    /// The board with another text below the facts of a page.
    private static func edited(_ path: String, _ text: String, on board: SmallBoard) -> SmallBoard {
        let parts = (board[path] ?? "").split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
        var board = board
        board[path] = "---\n\(parts[1])---\n\n\(text)\n"
        return board
    }

    @Test func `a site is the same with the frames of its pages and without`() async throws {
        let framed = try await Built(Self.board, .public)
        let plain = try #require(await Self.board.builder().build().site)
        #expect(plain.files == framed.site.files && plain.frames.isEmpty)
        // The page with a translation has none: its translation tells when it changes.
        #expect(Set(framed.site.frames.map(\.source)) == ["a.md", "b.md", "c/d.cy.md", "c/index.md", "index.md"])
    }

    @Test(arguments: [
        "## One\n\nOther text, with tea.\n\n## Two\n\n[c](b.md#one)",
        "## One\n\n## Two\n\n*[b](b.md#one)* and nothing else.",
        "## One\n\n- a\n- [b](b.md#one)\n\n## Two\n\n| a |\n|---|\n| 1 |",
    ])
    func `a text that asks for the same takes the place of the old one`(text: String) async throws {
        let edited = Self.edited("a.md", text, on: Self.board)
        let (before, after) = (try await Built(Self.board, .public), try await Built(edited, .public))
        let revised = try #require(before.revised(["a.md"], as: edited))
        #expect(revised.files == after.files && revised.frames == after.site.frames)
        #expect(revised.files != before.files)
    }

    @Test(arguments: [
        "## One\n\n## New\n\n[b](b.md#one)", "## One\n\n## Two\n\n[b](b.md)", "## One\n\n## Two",
        "## One\n\nAbout grooming.\n\n## Two\n\n[b](b.md#one)",
        "## One\n\n## Two\n\n[b](b.md#one)\n\n![P](images/p.svg)",
        "## One\n\n## Two\n\n[b](b.md#one) [b](b.md#one)", "## One\n\n## Two\n\n[b](b.md#one)\n\n```{quote}\n```",
        "## One\n\n## Two\n\n[b](b.md#one) {{runs}}", "## Two\n\n## One\n\n[b](b.md#one)",
    ])
    func `a text of which others see something else waits for a whole build`(text: String) async throws {
        let built = try await Built(Self.board, .public)
        #expect(built.revised(["a.md"], as: Self.edited("a.md", text, on: Self.board)) == nil)
    }

    @Test func `a site that is not what the frames say is left alone`() async throws {
        let built = try await Built(Self.board, .public)
        let revision = TextRevision(board: built.builder.board, theme: built.builder.theme, edition: .public)
        let frame = try #require(built.site.frames.first { $0.source == "a.md" })
        let page = try #require(built.builder.board.pages.items.first { $0.path == "a.md" })
        func isRevised(_ frame: PageFrame, _ files: [String: [UInt8]]) -> Bool {
            revision.changes(of: [(page, frame)], in: files.keys, file: { files[$0] }) != nil
        }
        #expect(isRevised(frame, built.files))
        #expect(!isRevised(frame, built.files.filter { $0.key != frame.file }))
        #expect(!isRevised(frame, built.files.merging([frame.file: []]) { $1 }))
        #expect(!isRevised(frame, built.files.filter { !$0.key.hasPrefix("search/en.") }))
        let index = try #require(built.files.keys.first { $0.hasPrefix("search/en.") })
        for bytes in ["", "signpostSearch({});\n", "x\"words\":\"0a !\",\"hits\":\"A\"});\n"] {
            #expect(!isRevised(frame, built.files.merging([index: Array(bytes.utf8)]) { $1 }))
        }
    }

    private static let words = [
        "Text", "tea", "about", "A&E", "ﬁne", "𐐷𐑌", "café", "it's", "zebra", "a", "Hyll",
        "tea-time",
    ]
    private static let kept: [String: [String]] = [
        "a.md": ["## One", "## Two", "[b](b.md#one)"], "b.md": ["## One", "[a](a.md)", "![A picture](images/p.svg)"],
        "c/index.md": ["<https://www.example.org/>"], "c/d.cy.md": ["[a](../a.md)"], "index.md": [],
    ]
    private static let other = [
        "## New", "About grooming.", "[a](a.md)", "`code`", "> [!NOTE]\n> Look.", "- a\n- b", "![P](images/p.svg)",
    ]

    /// Pages one after the other and some at once; each time on top of what the last revision left.
    @Test(arguments: 0..<8, [Edition.public, .school])
    func `at random, no revision is anything else than what a whole build makes`(
        seed: Int, edition: Edition
    ) async throws {
        var random = Seeded(UInt64(seed))
        var (board, revisions) = (Self.board, 0)
        var before = try await Built(board, edition)
        for _ in 0..<8 {
            var next = board
            var paths: Set<String> = []
            for _ in 0...Int.random(in: 0...1, using: &random) {
                guard let (path, pieces) = Self.kept.sorted(by: { $0.key < $1.key }).randomElement(using: &random)
                else { continue }
                var text = pieces
                for _ in 0...3 {
                    let words = (0...5).compactMap { _ in Self.words.randomElement(using: &random) }
                    text.insert(words.joined(separator: " "), at: Int.random(in: 0...text.count, using: &random))
                }
                if Int.random(in: 0..<4, using: &random) == 0 {
                    text.append(Self.other.randomElement(using: &random) ?? "")
                }
                next = Self.edited(path, text.joined(separator: "\n\n"), on: next)
                paths.insert(path)
            }
            guard let after = try? await Built(next, edition) else { continue }
            if let revised = before.revised(paths, as: next) {
                revisions += 1
                #expect(revised.files == after.files && revised.frames == after.site.frames)
            }
            (board, before) = (next, after)
        }
        #expect(revisions > 0)
    }
}
