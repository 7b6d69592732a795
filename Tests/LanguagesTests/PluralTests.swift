import Testing

@testable import Languages

/// The examples of Unicode CLDR's chart "Language Plural Rules".
struct PluralTests {
    @Test(arguments: [
        ("en", PluralCategory.one, [1.0]), ("en", .other, [0, 2, 16, 100, 1.5]),
        ("cy", .zero, [0]), ("cy", .one, [1]), ("cy", .two, [2]), ("cy", .few, [3]), ("cy", .many, [6]),
        ("cy", .other, [4, 5, 7, 20, 100, 0.5]),
        ("pl", .one, [1]), ("pl", .few, [2, 4, 22, 24, 102]), ("pl", .many, [0, 5, 11, 12, 14, 21, 112, 1000]),
        ("pl", .other, [0.5, 1.5]),
        ("ro", .one, [1]), ("ro", .few, [0, 2, 16, 101, 119, 1.5]), ("ro", .other, [20, 35, 100, 120]),
        ("ar", .zero, [0]), ("ar", .one, [1]), ("ar", .two, [2]), ("ar", .few, [3, 10, 103, 1010]),
        ("ar", .many, [11, 26, 99, 111]), ("ar", .other, [100, 102, 202, 0.5]),
        ("ur", .one, [1]), ("ur", .other, [0, 2, 1.5]),
        ("bn", .one, [0, 0.5, 1]), ("bn", .other, [1.5, 2, 17]),
        ("pa", .one, [0, 1]), ("pa", .other, [2, 1.5]),
    ])
    func `a number asks for the form that its language has for it`(
        _ tag: String, _ category: PluralCategory, _ numbers: [Double]
    ) {
        for number in numbers { #expect(Language(tag).plural(of: number) == category, "\(number)") }
    }

    @Test(arguments: ["en", "cy", "pl", "ro", "ur", "ar", "bn", "pa", "xx"])
    func `no number asks for a form that the language is not said to have`(_ tag: String) {
        let language = Language(tag)
        let asked = Set((0...1_000).flatMap { [language.plural(of: Double($0)), language.plural(of: Double($0) / 4)] })
        #expect(asked.isSubset(of: language.pluralCategories))
    }
}
