/// The forms that a word may have beside a number, as Unicode CLDR names them.
public enum PluralCategory: String, Sendable, CaseIterable {
    case zero, one, two, few, many, other
}

extension Language {
    /// The form that a word has beside a number.
    ///
    /// The rules are those of Unicode CLDR 46, `supplemental/plurals.xml` (cardinal numbers); a language that is not
    /// among them is taken to tell one from many, as most of Europe's do.
    public func plural(of number: Double) -> PluralCategory {
        guard let whole = Int(exactly: number), whole >= 0 else { return pluralOfFraction(number) }
        let (tens, units) = (whole % 100, whole % 10)
        switch (primary, whole) {
        case ("cy", 0), ("ar", 0): return .zero
        case ("bn", 0), ("pa", 0): return .one
        case (_, 1): return .one
        case ("cy", 2), ("ar", 2): return .two
        case ("cy", 3): return .few
        case ("cy", 6): return .many
        case ("pl", _): return (2...4).contains(units) && !(12...14).contains(tens) ? .few : .many
        case ("ro", _): return whole == 0 || (1...19).contains(tens) ? .few : .other
        case ("ar", _): return (3...10).contains(tens) ? .few : tens > 10 ? .many : .other
        default: return .other
        }
    }

    private func pluralOfFraction(_ number: Double) -> PluralCategory {
        switch primary {
        case "ro": .few
        case "bn" where (0..<1).contains(number): .one
        default: .other
        }
    }

    /// All forms that the language has, in the order of CLDR.
    public var pluralCategories: [PluralCategory] {
        switch primary {
        case "cy", "ar": PluralCategory.allCases
        case "pl": [.one, .few, .many, .other]
        case "ro": [.one, .few, .other]
        default: [.one, .other]
        }
    }
}
