import Diagnostics
import Schemas
import TestSupport
import Testing

@testable import Content

/// What people and machines do to files: nothing of it may stop the program, or pass half-read.
@Suite struct MutationTests {
    @Test(arguments: [
        TinyBoard.page("kind: home\ndoors:\n  - { title: A, summary: B, to: parents/index.md }"),
        TinyBoard.page(
            "aliases: [/a/]\nreviewed: 2026-09-01", text: "# A\n\n| a | b |\n|---|---|\n| `c` | [d](e.md) |\n"),
        TinyBoard.page(
            "kind: news\ndate: 2026-01-02",
            text: "> [!NOTE]\n> Text[^1].\n\n[^1]: Note.\n\n```{contacts}\nids: [a]\n```\n"),
    ])
    func `a page in any state is read or faulted`(text: String) {
        let reader = PageReader(root: "", rawHTML: [], components: ComponentUseReader(components: [:]))
        var random = Seeded(2026)
        for _ in 0..<1500 {
            let bytes = Array(text.utf8).mutated(&random)
            let (page, reading) = reader.read(SourceFile(path: "p.md", bytes: bytes))
            #expect((page == nil) == reading.diagnostics.hasErrors, "\(String(decoding: bytes, as: UTF8.self))")
            #expect(reading.diagnostics.allSatisfy { $0.location?.path == "p.md" })
        }
    }

    @Test func `a board in any state is read or faulted`() async {
        let files = TinyBoard().sourceFiles
        var random = Seeded(7)
        for _ in 0..<300 {
            let changed = files.map { file in
                Bool.random(using: &random)
                    ? file : SourceFile(path: file.path, bytes: file.bytes.mutated(&random))
            }
            let (board, faults) = await ContentReader(root: "", components: [:]).read(changed).checked()
            #expect((board == nil) == faults.hasErrors)
        }
    }
}
