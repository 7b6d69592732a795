import Foundation
import Testing

/// The preview as somebody sees it who edits pages.
struct ServeTests {
    /// The preview of the board `subfolder`, running.
    private func withPreview(_ body: (Preview) async throws -> Void) async throws {
        try await Folder.temporary { folder in
            try folder.add(BoardBuild(site: "subfolder", edition: "public").content, under: "content")
            try folder.add(Folder.tests.folder("Themes"), under: "themes")
            try await Preview.run(["--as-of", BoardBuild.day], in: folder, sign: "follows every change", body)
        }
    }

    @Test func `a text is shown before the rest of the site is built, and then all of it is built`() async throws {
        try await withPreview { preview in
            try preview.add("\nA new sentence.\n", to: "content/help/call/index.md")
            #expect(try await preview.wait { preview.log.contains("Drew help/call/index.html") })
            #expect(try preview.page("help/call/").contains("A new sentence."))
            #expect(try await preview.wait { preview.log.components(separatedBy: "Built ").count == 3 })
            #expect(try preview.page("help/call/").contains("A new sentence."))
        }
    }

    @Test func `after a fault the last good site stays, until it is put right`() async throws {
        try await withPreview { preview in
            let good = try #require(preview.folder.text("content/help/call/index.md"))
            try preview.folder.write("---\ntitle: [\n---\n\nBroken.\n", to: "content/help/call/index.md")
            #expect(try await preview.wait { preview.log.contains("error") })
            #expect(try preview.page("help/call/").contains("Broken.") == false)
            try preview.folder.write(good + "\nMended.\n", to: "content/help/call/index.md")
            #expect(try await preview.wait { try preview.page("help/call/").contains("Mended.") })
        }
    }

    @Test func `facts at the top of a page change the pages that show them`() async throws {
        try await withPreview { preview in
            let page = try #require(preview.folder.text("content/news.md"))
            let (old, new) = ("title: ", "title: Newest ")
            try preview.folder.write(page.replacingOccurrences(of: old, with: new), to: "content/news.md")
            #expect(try await preview.wait { try preview.page("pages/").contains("Newest ") })
            #expect(!preview.log.contains("Drew"))
        }
    }
}
