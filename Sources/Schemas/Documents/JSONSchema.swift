public import JSONText

/// JSON Schemas for editors, which complete and check what a board writes while it is being written.
///
/// They are written in draft-07. It is what editors have in common: every version of the YAML language server (Visual
/// Studio Code, Neovim, Eclipse, Monaco) reads it, and JetBrains' editors do, while the drafts 2019-09 and 2020-12 came
/// to the language server in its version 1.20 only. Nothing here needs more than draft-07 has.
///
/// A schema accepts what Signpost accepts in its usual notation. It is looser where a rule spans several keys or files,
/// and stricter only with quoted numbers and flags (`"12"`), which Signpost forgives. Shapes are written out where they
/// are used: in draft-07 a `$ref` hides its neighbours, and with them the text that an editor shows for the key.
public enum JSONSchema {
    /// The schema of one kind of file.
    public static func document(_ schema: NamedSchema) -> JSONValue {
        let head: [JSONValue.Member] = [
            .init("$schema", "http://json-schema.org/draft-07/schema#"),
            .init("$id", .string(schema.fileName)),
            .init("$comment", .string(comment(schema))),
            .init("title", .string(schema.title)),
        ]
        return .object(head + members(schema.form))
    }

    /// Which files the schema is for, in a form that scripts can read.
    private static func comment(_ schema: NamedSchema) -> String { "Files: \(schema.appliesTo)" }

    private static func members(_ form: NamedSchema.Form) -> [JSONValue.Member] {
        switch form {
        case .shape(let shape): SchemaNode(shape).members
        case .variants(let variants): members(variants)
        }
    }

    /// The common keys once; then, for each word, the keys that come with it and no others. An editor so offers the
    /// keys of the kind that was written, and its messages speak of that kind only.
    private static func members(_ variants: Variants) -> [JSONValue.Member] {
        let keys = SchemaNode(keys: variants.common)
        let branches = variants.variants.map { variant -> JSONValue in
            ["if": test(variant.word, in: variants), "then": branch(variant, in: variants)]
        }
        guard let completed = variants.completedWith else {
            return keys.members + [.init("allOf", .array(branches))]
        }
        let whole = JSONValue.present([
            ("required", SchemaNode.required(variants.common)), ("allOf", .array(branches)),
        ])
        return keys.members.filter { $0.key != "required" } + [
            .init("if", ["required": [.string(completed)]]), .init("then", anyKeys(of: variants)),
            .init("else", whole),
        ]
    }

    /// What a file is completed from decides its variant, so that keys of all are known.
    private static func anyKeys(of variants: Variants) -> JSONValue {
        let names = variants.variants.flatMap { $0.fields.map(\.name) }
        return ["propertyNames": ["enum": .strings(Set(names).sorted())]]
    }

    private static func test(_ word: String, in variants: Variants) -> JSONValue {
        let isFallback = word == variants.fallback
        let values: JSONValue = isFallback ? ["enum": [.string(word), .null]] : ["const": .string(word)]
        let properties: JSONValue = .object([.init(variants.key, values)])
        return isFallback
            ? ["properties": properties] : ["properties": properties, "required": [.string(variants.key)]]
    }

    private static func branch(_ variant: Variants.Variant, in variants: Variants) -> JSONValue {
        let own = SchemaNode.properties(variants.own(variant))
        let shared = variants.common.map { JSONValue.Member($0.name, true) }
        return .present([
            ("description", .string(variant.summary)),
            ("properties", .object(own + shared)),
            ("required", SchemaNode.required(variants.own(variant))),
            ("additionalProperties", false),
        ])
    }
}
