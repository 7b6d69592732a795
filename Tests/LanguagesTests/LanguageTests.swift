import Testing

@testable import Languages

struct LanguageTests {
    @Test(arguments: ["en", "cy", "pa-Guru", "zh-Hant", "pt-BR", "ckb"])
    func `a language tag is told by its form`(_ tag: String) {
        #expect(Language.isTag(tag))
    }

    @Test(arguments: ["", "e", "v2", "draft", "easy-read", "en-", "en-x", "2026", "cy_GB", "ñe"])
    func `other words are no tags`(_ word: String) {
        #expect(!Language.isTag(word))
    }

    @Test(arguments: [
        ("ar", "rtl"), ("ur", "rtl"), ("ur-PK", "rtl"), ("pa-Arab", "rtl"), ("yi", "rtl"),
        ("en", "ltr"), ("cy", "ltr"), ("pa", "ltr"), ("bn", "ltr"), ("ur-Latn", "ltr"), ("xx", "ltr"),
    ])
    func `the script decides the direction, the named one before the usual one`(_ tag: String, _ direction: String) {
        #expect(Language(tag).direction == direction)
    }

    @Test(arguments: [("cy", "Cymraeg"), ("ur-PK", "اردو"), ("pa-Arab", "پنجابی"), ("zh-Hant", "繁體中文"), ("xx", "xx")])
    func `a language is called what its readers call it`(_ tag: String, _ name: String) {
        #expect(Language(tag).ownName == name)
    }
}
