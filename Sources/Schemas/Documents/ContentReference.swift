/// The reference of everything that a board can write, as Markdown for people who never saw the program.
///
/// Made from the readers themselves, so it cannot promise a key that is not read, or forget one that is.
public enum ContentReference {
    /// A section for each kind of file, in the order given.
    public static func markdown(_ schemas: [NamedSchema]) -> String {
        schemas.map { Section(schema: $0).blocks.joined(separator: "\n\n") + "\n" }.joined(separator: "\n")
    }
}

/// The text about one kind of file.
private struct Section {
    var blocks: [String]

    init(schema: NamedSchema) {
        blocks = ["## \(schema.title)", "Files: `\(schema.appliesTo)`"]
        switch schema.form {
        case .shape(let shape): write(file: shape)
        case .variants(let variants): write(variants)
        }
    }

    private mutating func write(file shape: SchemaShape) {
        switch shape {
        case .list(.object(let group), let atLeastOne):
            let amount = atLeastOne ? "one or more entries" : "entries"
            blocks.append("A list of \(amount), each with the keys below. \(group.summary)")
            write(group.fields, level: 3)
        case .object(let group):
            blocks.append(group.summary)
            write(group.fields, level: 3)
        default: blocks.append("\(shape.wording.capitalised).")
        }
    }

    private mutating func write(_ variants: Variants) {
        blocks.append("### Keys that may stand in every one")
        write(variants.common, level: 4)
        for variant in variants.variants {
            let isFallback = variant.word == variants.fallback
            blocks.append("### `\(variants.key): \(variant.word)`")
            blocks.append(
                variant.summary + (isFallback ? " This is what counts where `\(variants.key)` is left out." : ""))
            let own = variants.own(variant)
            if own.isEmpty { blocks.append("It has no keys of its own.") } else { write(own, level: 4) }
        }
    }

    /// A table of keys; then one for each group that stands behind one of them.
    ///
    /// - Parameter level: Of the headings over those groups.
    private mutating func write(_ fields: [FieldShape], level: Int, inside path: [String] = []) {
        let rows = fields.map { field in
            let need = field.isRequired ? " (required)" : ""
            let fallback = field.fallback.map { " If left out: \($0)." } ?? ""
            return "| `\(field.name)`\(need) | \(field.shape.wording.cell) | \((field.doc + fallback).cell) |"
        }
        blocks.append((["| Key | What to write | Meaning |", "|---|---|---|"] + rows).joined(separator: "\n"))
        for field in fields {
            guard let group = field.shape.group else { continue }
            let inner = path + [field.name]
            blocks.append(
                "\(String(repeating: "#", count: level)) Inside \(inner.map { "`\($0)`" }.joined(separator: " › "))")
            blocks.append(group.summary)
            write(group.fields, level: level, inside: inner)
        }
    }
}

extension String {
    /// As it can stand in a cell of a table.
    fileprivate var cell: String {
        split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }

    fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
