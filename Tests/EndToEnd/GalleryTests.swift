import Foundation
import Testing

/// The gallery of components, as whoever makes a theme gets it.
struct GalleryTests {
    @Test(arguments: ["default", "plain"])
    func `every example of a theme's components is drawn on the sample board`(theme: String) async throws {
        try await Folder.temporary { folder in
            let outcome = try await gallery(
                ["--strict", "--source", Folder.repository("content"), "--theme", theme], in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let page = try #require(folder.text("gallery/gallery/contacts/index.html"))
            #expect(page.contains("0800 1111") && page.contains("```{contacts}"))
            #expect(page.contains("noindex"))
        }
    }

    @Test func `an example that names what the board does not have is left out, with a warning at its line`()
        async throws
    {
        try await Folder.temporary { folder in
            try folder.add(Folder.tests.folder("Sites/minimal/content"), under: "content")
            let outcome = try await gallery([], in: folder)
            #expect(outcome.status == 0)
            #expect(outcome.errors.contains("warning[SP073]: the example \"Two helplines\" is left out"))
            #expect(outcome.errors.contains("themes/default/components/contacts/component.yaml:7:13"))
            let page = try #require(folder.text("gallery/gallery/quote/index.html"))
            #expect(page.contains("The words alone") && !page.contains("From a published source"))
        }
    }

    @Test func `no other command builds a gallery`() async throws {
        try await Folder.temporary { folder in
            try folder.add(Folder.tests.folder("Sites/minimal/content"), under: "content")
            let outcome = try await Program.run(
                ["build", "--themes", Folder.repository("themes"), "--as-of", BoardBuild.day], in: folder.path)
            #expect(outcome.status == 0 && !folder.exists("site/gallery"))
        }
    }

    private func gallery(_ more: [String], in folder: Folder) async throws -> Program.Outcome {
        let arguments = ["gallery", "--themes", Folder.repository("themes"), "--as-of", BoardBuild.day]
        return try await Program.run(arguments + more, in: folder.path)
    }
}
