import Foundation
import Testing

/// A board whose schools get copies.
enum PackBoard {
    /// A small board with two schools, one with pages of its own, in the theme that every board starts with.
    static func with<Result>(_ body: (Folder) async throws -> Result) async throws -> Result {
        try await Folder.temporary { folder in
            try folder.add(InvalidSite.folder.folder("base"), under: ".")
            try folder.add(Folder.repository.folder("themes/default"), under: "themes/plain")
            let theme = try #require(folder.text("themes/plain/theme.yaml"))
            try folder.write("name: plain\n" + theme.dropFirst("name: default\n".count), to: "themes/plain/theme.yaml")
            for (path, text) in files { try folder.write(text, to: "content/\(path)") }
            return try await body(folder)
        }
    }

    static func page(_ title: String, _ more: String = "", _ text: String = "Text.") -> String {
        "---\ntitle: \(title)\nsummary: About it.\naudience: [everyone]\n\(more)---\n\(text)\n"
    }

    private static let files = [
        "data/schools.yaml": """
        - id: glan-y-mor
          name: Ysgol Glan-y-Môr
          phase: primary
          lead: { name: Nia Enghraifft, phone: 01632 960 201 }
          deputies: [{ name: Owain Enghraifft, email: owain@glan-y-mor.example }]
          names_agreed: 2026-09-14
          colours: { accent: "#1f3f77" }
        - id: quarry-hill
          name: Quarry Hill
          phase: secondary
          lead: { phone: 01632 960 211 }

        """,
        "parents/index.md": page("Parents", "kind: section\nlists: step\n"),
        "parents/tell.md": page(
            "Tell", "kind: step\nnumber: 1\ndo_now: [Tell us.]\ndo_next: [Wait.]\nafterwards: We call.\n"),
        "young/nudes.md": page("Older", "kind: young-people\nquestion: What now?\nphases: [secondary, college]\n"),
        "young/tell.md": page(
            "Younger", "kind: young-people\nquestion: Who?\n", "See [the page for older pupils](nudes.md)."),
        "overlays/glan-y-mor/our-school/index.md": page(
            "Who looks after you", "", "Nia Enghraifft, and [all](../parents/tell.md)."),
        "overlays/glan-y-mor/logo.svg":
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\"/></svg>",
    ]
}

extension Folder {
    func append(_ text: String, to relative: String) throws {
        try write((self.text(relative) ?? "") + text, to: relative)
    }
}

extension String {
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
