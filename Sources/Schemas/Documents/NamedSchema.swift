/// What may stand in one kind of file: the unit of the content reference and of the JSON Schemas.
public struct NamedSchema: Sendable, Hashable {
    /// The file that its JSON Schema is written to: `data-contacts.schema.json`.
    public let fileName: String
    public let title: String
    /// The files it speaks of, as a glob from the board's folder: `content/data/contacts.yaml`.
    public let appliesTo: String
    public let form: Form

    public enum Form: Sendable, Hashable {
        case shape(SchemaShape)
        case variants(Variants)
    }

    public init(fileName: String, title: String, appliesTo: String, shape: SchemaShape) {
        self.fileName = fileName
        self.title = title
        self.appliesTo = appliesTo
        form = .shape(shape)
    }

    public init(fileName: String, title: String, appliesTo: String, variants: Variants) {
        self.fileName = fileName
        self.title = title
        self.appliesTo = appliesTo
        form = .variants(variants)
    }
}

/// Groups of keys that share some keys and are told apart by the word under one of them, as pages by their `kind`.
public struct Variants: Sendable, Hashable {
    /// The key whose word decides: `kind`.
    public let key: String
    /// The word that counts where the key is left out; `nil` where it must be given.
    public let fallback: String?
    /// The key of a file that is completed from another one, and so may lack any key; `nil` where there is none.
    public let completedWith: String?
    /// At least one.
    public let variants: [Variant]

    public struct Variant: Sendable, Hashable {
        public let word: String
        public let summary: String
        public let fields: [FieldShape]
    }

    /// - Parameter readers: The shape for each word; those that are no groups of keys are a fault of our own.
    public init(
        by key: String, otherwise fallback: String?, completedWith: String? = nil,
        _ shapes: [(word: String, shape: SchemaShape)]
    ) {
        self.key = key
        self.fallback = fallback
        self.completedWith = completedWith
        variants = shapes.map { word, shape in
            guard case .object(let group) = shape else {
                preconditionFailure("the variant \(word) is not a group of keys")
            }
            return Variant(word: word, summary: group.summary, fields: group.fields)
        }
    }

    /// The keys that all variants have alike, in the order of the first.
    public var common: [FieldShape] {
        guard let first = variants.first else { return [] }
        return first.fields.filter { field in variants.allSatisfy { $0.fields.contains(field) } }
    }

    /// The keys of one variant that not all have.
    public func own(_ variant: Variant) -> [FieldShape] {
        let shared = Set(common)
        return variant.fields.filter { !shared.contains($0) }
    }
}
