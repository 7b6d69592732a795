import Diagnostics
import Schemas
import YAMLData

/// How far a colour among a theme's settings must stand out from the ground it is used on.
struct ContrastRule: Sendable {
    let setting: Located<String>
    let ground: Colour
    /// The least contrast, 1 to 21. WCAG 2.2 asks for 4.5 for text (1.4.3), 7 at level AAA (1.4.6), and 3 for the
    /// edges of controls and for large text (1.4.11, 1.4.3).
    let ratio: Double

    static let reader: Reader<ContrastRule> = .object(
        "contrast rule", "How far a setting's colour must stand out from a ground.",
        required("setting", Reader.text.located, "The setting."),
        required("against", .colour, "The colour of the ground, or of the text on it."),
        required("ratio", .number, "The least contrast: 7 for text, 4.5 for large text, 3 for lines and signs."),
        as: ContrastRule.init)

    func isKept(by colour: Colour) -> Bool { colour.contrast(with: ground) >= ratio }
}

extension Reader where Value == Colour {
    /// `"#5b2a6e"`
    static var colour: Reader {
        Reader(.text(longest: nil)) { node, reading in
            guard let text = Reader<String>.text.value(of: node, &reading) else { return nil }
            if let colour = Colour(hex: text) { return colour }
            reading.report(.badColour, "\"\(text)\" is not a colour", at: node.location, help: Colour.notation)
            return nil
        }
    }
}
