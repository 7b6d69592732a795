import Foundation
import Testing

/// What a signatory is shown between two builds, on the command line.
struct DiffTests {
    @Test func `of two real builds, numbers and definitions come first`() async throws {
        try await Folder.temporary { folder in
            try folder.add(Folder.repository.folder("content"), under: "content")
            try await Self.build(folder, to: "old")
            try folder.edit("content/data/contacts.yaml", "phone: 0800 1111", "phone: 0800 1112")
            try folder.edit(
                "content/definitions/2017.md", "Child sexual exploitation", "Sexual exploitation of children")
            let safety = try #require(folder.text("content/safety.md"))
            try folder.write(safety + "\n\nA sentence that is new.\n", to: "content/safety.md")
            try folder.write(
                "---\ntitle: A new page\nsummary: New.\naudience: [everyone]\n---\n\nText.\n", to: "content/news/new.md"
            )
            try await Self.build(folder, to: "new")
            let text = try await Self.diff(["old", "new"], in: folder).output
            let parts = ["Telephone numbers (", "Definitions (", "Pages added (", "Changed text ("]
            let places = parts.compactMap { text.range(of: $0)?.lowerBound }
            #expect(places.count == parts.count && places == places.sorted(), "\(text.prefix(2000))")
            #expect(
                text.contains("Childline: [-08001111-] {+08001112+}") && text.contains("{+A sentence that is new.+}"))
            let back = try await Self.diff(["new", "old"], in: folder).output
            #expect(back.contains("Pages removed ("))
            let same = try await Self.diff(["old/", "old"], in: folder).output
            #expect(same == "Nothing has changed.\n")
        }
    }

    @Test(arguments: [
        ("human", "Pages added (1)"), ("markdown", "## Pages added (1)"),
        ("json", "\"format\": \"signpost-release-changes-1\""),
    ])
    func `it is written for people, for minutes, and for programs`(_ format: String, _ said: String) async throws {
        try await Self.twoSites { folder in
            let outcome = try await Self.diff(["old", "new", "--format", format], in: folder)
            #expect(outcome.output.contains(said) && outcome.errors.isEmpty)
        }
    }

    @Test(arguments: [["old", "empty"], ["old", "nowhere"], ["old"], ["old", "new", "--format", "pdf"]])
    func `a folder that is no site, or a mistyped command: status 64`(_ arguments: [String]) async throws {
        try await Self.twoSites { folder in
            try folder.write("x", to: "empty/notes.txt")
            let outcome = try await Program.run(["diff"] + arguments, in: folder.path)
            #expect(outcome.status == 64 && outcome.output.isEmpty && outcome.errors.contains("Error: "))
        }
    }

    private static func twoSites(_ body: (Folder) async throws -> Void) async throws {
        try await Folder.temporary { folder in
            let page = "<html><head><title>A</title></head><body><p>Text.</p></body></html>"
            for path in ["old/index.html", "new/index.html", "new/b/index.html"] { try folder.write(page, to: path) }
            try await body(folder)
        }
    }

    private static func diff(_ arguments: [String], in folder: Folder) async throws -> Program.Outcome {
        let outcome = try await Program.run(["diff"] + arguments, in: folder.path)
        try #require(outcome.status == 0, "\(outcome.errors)")
        return outcome
    }

    private static func build(_ folder: Folder, to output: String) async throws {
        let outcome = try await Program.run(
            ["build", "--themes", Folder.repository("themes"), "-o", output, "--as-of", BoardBuild.day], in: folder.path
        )
        try #require(outcome.status == 0, "\(outcome.errors)")
    }
}

extension Folder {
    /// Changes a text that stands in a file.
    func edit(_ path: String, _ old: String, _ new: String) throws {
        let text = try #require(self.text(path))
        try #require(text.contains(old), "\(path) does not say \(old)")
        try write(text.replacing(old, with: new), to: path)
    }
}
