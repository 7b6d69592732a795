import Diagnostics
public import Schemas

/// Words that somebody planted where only records are: in the minutes of a closed meeting, at the end of a register.
/// They mean nothing, so if they ever stand in a finished site, something took them there that takes other things too.
public struct Canary: Sendable, Hashable {
    public let id: ID<Canary>
    /// What is looked for, in any case and with anything between its words.
    public let text: String
    /// Where it was planted, so that whoever finds it knows which way it came.
    public let planted: String

    /// One row of `canaries.yaml`.
    static let reader: Reader<Canary> = .object(
        "canary", "Words that mean nothing, planted where only records are. A site in which they stand is not written.",
        fields(
            required("id", .identifier(), "What messages call it; they never repeat its text."),
            required("text", .text(upTo: 60), "Words that stand nowhere else, such as a name that nobody has."),
            required("planted", .text, "Where it was planted."),
            as: Canary.init
        ).checked { canary, location, reading in
            guard canary.text.unicodeScalars.count(where: \.properties.isAlphanumeric) < fewestSigns else { return }
            reading.report(
                .canaryTooPlain, "the canary \"\(canary.id)\" has fewer than \(fewestSigns) letters and digits",
                at: location, help: "take longer words, which stand nowhere by accident")
        })

    /// Shorter texts would be found in words of the language.
    private static let fewestSigns = 8
}

extension Canary: Entity {
    public static let entity = EntityKind(noun: "canary", home: "records/canaries.yaml")
}

extension Unicode.Scalar.Properties {
    fileprivate var isAlphanumeric: Bool { isAlphabetic || numericType != nil }
}
