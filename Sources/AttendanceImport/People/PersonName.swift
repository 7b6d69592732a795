/// Names as they are compared. Nobody is matched because a name is only similar.
enum PersonName {
    /// A name, and the one in parentheses behind it; without what programs add: `(Guest)`, `(External)`.
    static func variants(_ text: String) -> [String] {
        var shown = text.tidied
        var registered: [String] = []
        while shown.hasSuffix(")"), let open = shown.lastIndex(of: "(") {
            let inside = String(shown[shown.index(after: open)...].dropLast()).tidied
            shown = String(shown[..<open]).tidied
            if !additions.contains(inside.lowercased()), !inside.isEmpty { registered.append(inside) }
        }
        return ([shown] + registered).filter { !$0.isEmpty }
    }

    private static let additions: Set<String> = [
        "guest", "external", "unverified", "host", "co-host", "organizer", "organiser", "presenter", "me",
    ]

    /// Two names are the same if their keys are: without accents and signs, in small letters, `Last, First` turned
    /// round.
    static func key(_ name: String) -> String {
        let ordered = inOrder(name)
        if ordered.utf8.allSatisfy({ $0 < 0x80 }) { return letters(ordered.utf8) }
        var plain = ""
        for scalar in ordered.unicodeScalars { plain += fold(scalar) }
        return letters(plain.utf8)
    }

    /// `Nadia Pellpondle` for `Pellpondle, Nadia`.
    static func inOrder(_ name: String) -> String {
        let halves = name.split(separator: ",", maxSplits: 1)
        return halves.count == 2 ? "\(halves[1]) \(halves[0])".tidied : name
    }

    private static func letters(_ text: some Sequence<UInt8>) -> String {
        var key: [UInt8] = []
        for byte in text {
            switch byte {
            case 0x41...0x5A: key.append(byte | 0x20)
            case 0x61...0x7A, 0x30...0x39, 0x80...: key.append(byte)
            // An apostrophe is inside of a word; all else is between two.
            case UInt8(ascii: "'"): break
            default: if let last = key.last, last != 0x20 { key.append(0x20) }
            }
        }
        if key.last == 0x20 { key.removeLast() }
        return String(decoding: key, as: UTF8.self)
    }

    /// The letter without its accents: the first of Swift's canonical spelling, and what has none by hand.
    private static func fold(_ scalar: Unicode.Scalar) -> String {
        if let plain = others[scalar] { return plain }
        if scalar.properties.generalCategory == .nonspacingMark { return "" }
        let lower = scalar.properties.lowercaseMapping
        guard let base = accented[lower] else { return lower }
        return base
    }

    private static let others: [Unicode.Scalar: String] = [
        "\u{2019}": "'", "\u{2018}": "'", "\u{02BC}": "'", "\u{2013}": "-", "\u{2014}": "-", "\u{2010}": "-",
        "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe",
        "Œ": "oe", "ı": "i", "İ": "i",
    ]

    /// Letters of Latin-1 and Latin Extended-A with accents, by their base.
    private static let accented: [String: String] = {
        let families: [(base: String, letters: String)] = [
            ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ď"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
            ("i", "ìíîïĩīĭį"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľ"), ("n", "ñńņň"), ("o", "òóôõöōŏő"), ("r", "ŕŗř"),
            ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűų"), ("w", "ŵẁẃẅ"), ("y", "ýÿŷỳ"), ("z", "źżž"),
        ]
        return Dictionary(
            families.flatMap { family in family.letters.map { (String($0), family.base) } },
            uniquingKeysWith: { first, _ in first })
    }()
}
