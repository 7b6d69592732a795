import Markdown
import TestSupport
import Testing

struct SlugTests {
    @Test(arguments: [
        ("What to do – now!", "what-to-do-now"), ("  Émile's café ", "émiles-café"),
        ("Ymddygiad Niweidiol", "ymddygiad-niweidiol"),
        ("مرحبا بكم", "مرحبا-بكم"), ("ਪੰਜਾਬੀ ਭਾਸ਼ਾ", "ਪੰਜਾਬੀ-ਭਾਸ਼ਾ"), ("a_b--c", "a_b-c"), ("!?", ""), ("10% more", "10-more"),
    ])
    func `text becomes an id`(text: String, slug: String) {
        #expect(Slug.make(text) == slug)
    }

    @Test func `a slug's slug is itself`() {
        var random = Seeded(7)
        for _ in 0..<2_000 {
            let text = String(String.UnicodeScalarView((0..<12).map { _ in randomScalar(&random) }))
            let slug = Slug.make(text)
            #expect(Slug.make(slug) == slug)
        }
    }

    private func randomScalar(_ random: inout Seeded) -> Unicode.Scalar {
        Unicode.Scalar(UInt32.random(in: 0x20...0x2FFF, using: &random)) ?? " "
    }
}
