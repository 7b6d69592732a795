/// One line of the handbook's list of names.
public struct DocumentedName: Sendable, Hashable {
    public let name: String
    /// `FieldType.word`.
    public let type: String
    public let doc: String
    /// The names inside an object or a list. Empty for a list of the same shape, which would never end.
    public let nested: [DocumentedName]
}

extension Shape {
    /// Every name that a template linked against this shape can use, as a tree for the handbook.
    ///
    /// `-first`, `-last` and `-index`, which every list gives its items, are in `DocumentedName.ofEveryList`.
    public var documentation: [DocumentedName] {
        fields.map { field in
            let nested =
                switch field.type {
                case .object(let shape), .list(let shape): shape.documentation
                case .text, .html, .flag, .texts, .children: [] as [DocumentedName]
                }
            return DocumentedName(name: field.name, type: field.type.word, doc: field.doc, nested: nested)
        }
    }
}

extension DocumentedName {
    /// The names that exist inside the section of any list, without being part of its shape.
    ///
    /// They are no part of the Mustache specification; Handlebars and others have them as `@first`, `@last`, `@index`.
    public static let ofEveryList = [
        DocumentedName(
            name: "-first", type: FieldType.flag.word, doc: "Yes for the first item of the list", nested: []),
        DocumentedName(name: "-last", type: FieldType.flag.word, doc: "Yes for the last item of the list", nested: []),
        DocumentedName(
            name: "-index", type: FieldType.text.word, doc: "The item's number in the list, counted from 1", nested: []),
    ]
}
