import JSONText

/// A shape on its way to a JSON Schema: its types apart from its other keywords, so that `null` can be added.
struct SchemaNode {
    /// What JSON calls the values that may stand here; empty for any. The first is the one that editors type out.
    private(set) var types: [String]
    private(set) var keywords: [JSONValue.Member]

    private init(types: [String], _ keywords: [(String, JSONValue?)] = []) {
        self.types = types
        self.keywords = keywords.compactMap { key, value in value.map { JSONValue.Member(key, $0) } }
    }

    var members: [JSONValue.Member] {
        let names = types.map(JSONValue.string)
        switch names.count {
        case 0: return keywords
        case 1: return [.init("type", names[0])] + keywords
        default: return [.init("type", .array(names))] + keywords
        }
    }
}

extension SchemaNode {
    init(_ shape: SchemaShape) {
        switch shape {
        case .text(let longest): self = .texts([("minLength", 1), ("maxLength", longest.map(JSONValue.integer))])
        case .prose, .markdown: self = .texts([("minLength", 1)])
        case .identifier, .shortName: self = .name(.id, types: ["string", "integer"])
        case .reference(let entity): self = .name(.id, types: ["string", "integer"], about: entity)
        case .path(let entity): self = .texts([("minLength", 1), ("description", .string(Self.pointing(to: entity)))])
        case .telephone: self = .name(.telephone, types: ["string", "integer"])
        case .date: self = .name(.date)
        case .clockTime: self = .name(.clockTime)
        case .webAddress: self = .name(.webAddress)
        case .emailAddress: self = .name(.emailAddress)
        case .sitePath: self = .name(.sitePath)
        case .languageTag: self = .name(.languageTag)
        case .integer(let range):
            self.init(
                types: ["integer"], [("minimum", .integer(range.lowerBound)), ("maximum", .integer(range.upperBound))])
        case .number: self.init(types: ["number"], [("minimum", 0)])
        case .flag: self.init(types: ["boolean"])
        case .word(_, let words): self.init(types: [], [("enum", .strings(words))])
        case .list(let item, let atLeastOne): self = .list(of: item, atLeastOne: atLeastOne)
        case .object(let group): self = SchemaNode(group)
        case .texts:
            self.init(types: ["object"], [("additionalProperties", .object(SchemaNode(.prose).members))])
        case .anything: self.init(types: [])
        }
    }

    /// A line of text. YAML reads a bare `2017` or `999` as a number, and Signpost as text.
    private static func texts(_ keywords: [(String, JSONValue?)]) -> SchemaNode {
        SchemaNode(types: ["string", "number"], keywords)
    }

    private static func name(
        _ notation: Notation, types: [String] = ["string"], about entity: EntityKind? = nil
    ) -> SchemaNode {
        SchemaNode(
            types: types,
            [
                ("description", entity.map { .string(pointing(to: $0)) }),
                ("pattern", .string(notation.pattern)), ("patternErrorMessage", .string(notation.advice)),
                ("examples", [.string(notation.example)]),
            ])
    }

    private static func pointing(to entity: EntityKind) -> String {
        "The name of \(entity.noun.withArticle), from \(entity.home)."
    }

    /// A list that may be empty may also be left empty: `changes:` with nothing behind it.
    private static func list(of item: SchemaShape, atLeastOne: Bool) -> SchemaNode {
        SchemaNode(
            types: atLeastOne ? ["array"] : ["array", "null"],
            [("items", .object(SchemaNode(item).members)), ("minItems", atLeastOne ? 1 : nil)])
    }
}

extension SchemaNode {
    init(_ group: ObjectShape) {
        self.init(keys: group.fields)
        keywords.insert(.init("description", .string(group.summary)), at: 0)
        keywords.append(.init("additionalProperties", false))
    }

    /// A group that may have further keys.
    init(keys fields: [FieldShape]) {
        self.init(
            types: ["object"], [("properties", .object(Self.properties(fields))), ("required", Self.required(fields))])
    }

    static func properties(_ fields: [FieldShape]) -> [JSONValue.Member] {
        fields.map { .init($0.name, .object(SchemaNode(field: $0).members)) }
    }

    static func required(_ fields: [FieldShape]) -> JSONValue? {
        let names = fields.filter(\.isRequired).map(\.name)
        return names.isEmpty ? nil : .strings(names)
    }

    /// What stands behind a key: described by what the key means, and empty where it may be left out.
    private init(field: FieldShape) {
        self.init(field.shape)
        keywords.removeAll { $0.key == "description" }
        keywords.insert(.init("description", .string(field.doc)), at: 0)
        if let fallback = field.fallback.flatMap(field.shape.value(spelled:)) {
            keywords.append(.init("default", fallback))
        }
        if !field.isRequired { allowNull() }
    }

    private mutating func allowNull() {
        if !types.isEmpty, !types.contains("null") { types.append("null") }
        keywords = keywords.map { member in
            guard member.key == "enum", case .array(let words) = member.value else { return member }
            return .init("enum", .array(words + [.null]))
        }
    }
}

extension SchemaShape {
    /// A fallback as JSON, where it is spelled as an author would write it and not described.
    fileprivate func value(spelled text: String) -> JSONValue? {
        switch self {
        case .flag: text == "true" ? true : text == "false" ? false : nil
        case .integer: Int(text).map(JSONValue.integer)
        case .number: Double(text).map(JSONValue.number)
        case .word(_, let words): words.contains(text) ? .string(text) : nil
        case .text, .shortName, .languageTag, .date, .clockTime: .string(text)
        default: nil
        }
    }
}
