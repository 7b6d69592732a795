import Markdown
import Testing

/// cmark keeps a global table that each parse changes; see `CMark`.
struct ConcurrencyTests {
    @Test func `many threads read thousands of documents as one does`() async {
        var random = RandomMarkdown(seed: 1)
        let texts = (0..<2_000).map { _ in random.make() + " ~~a~~ www.a.b *c* http://d.e" + random.make() }
        let alone = texts.map { parse($0).document }
        for _ in 0..<2 {
            let together = await withTaskGroup(of: [(Int, MarkdownDocument)].self) { group in
                for worker in 0..<4 {
                    group.addTask {
                        stride(from: worker, to: texts.count, by: 4).map { ($0, parse(texts[$0]).document) }
                    }
                }
                return await group.reduce(into: []) { $0 += $1 }
            }
            #expect(together.filter { alone[$0.0] != $0.1 }.map(\.0).isEmpty)
        }
    }
}
