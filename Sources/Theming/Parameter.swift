import Templates

/// What a component can be told, as its `component.yaml` declares it.
public struct Parameter: Sendable {
    public let name: String
    public let type: Kind
    public let isRequired: Bool
    /// The value where the author gives none, as the author would write it.
    public let fallback: String?
    public let doc: String

    public indirect enum Kind: Sendable {
        case text, markdown, number, flag, date, texts
        /// Where something leads: a web address, or the path of a page or file of the content folder.
        case link
        /// One of some words; the template sees a flag for each.
        case choice([String])
        case list([Parameter])
        case host(HostType)
    }
}

extension Parameter {
    /// What the template sees under the parameter's name.
    var field: Shape.Field { Shape.Field(name, type.field, doc) }
}

extension Parameter.Kind {
    var field: FieldType {
        switch self {
        case .text, .number, .date, .link: .text
        case .markdown: .html
        case .flag: .flag
        case .texts: .texts
        case .choice(let words): .object(Shape("choice", words.map { .init($0, .flag, "Whether it is \($0).") }))
        case .list(let fields): .list(Shape("item", fields.map(\.field) + shareField(fields)))
        case .host(let type): type.field
        }
    }

    /// A list with a number in it can be drawn as bars, so its items tell how long each bar is.
    private func shareField(_ fields: [Parameter]) -> [Shape.Field] {
        Self.barIndex(fields) == nil
            ? [] : [.init("percent", .text, "The item's number as a share of the largest one, 0 to 100.")]
    }

    /// Which field of a list's items is the number that bars are drawn from: the first.
    static func barIndex(_ fields: [Parameter]) -> Int? {
        fields.firstIndex { if case .number = $0.type { true } else { false } }
    }
}

extension Parameter.Kind {
    /// What to write, in a few words for authors.
    public var wording: String {
        switch self {
        case .text: "text"
        case .markdown: "Markdown"
        case .number: "a number"
        case .flag: "true or false"
        case .date: "a date"
        case .link: "a web address, or the path of a page or file"
        case .texts: "a list of texts"
        case .choice(let words): "one of: \(words.joined(separator: ", "))"
        case .list: "a list"
        case .host(let type): type.reader == nil ? "nothing: the site works it out" : type.word
        }
    }
}
