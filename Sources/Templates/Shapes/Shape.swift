/// The names that a template may use at one place, and what each one holds.
///
/// Templates are linked against a shape when a theme is loaded, so a name that no page will ever fill is found there
/// and then. Two shapes are the same when their names and fields are the same.
public struct Shape: Sendable, Hashable {
    /// What one value of this shape is, in a word: `contact`.
    public let name: String
    /// The order is the order of the slots in `Value.object`.
    public let fields: [Field]

    public init(_ name: String, _ fields: [Field]) {
        self.name = name
        self.fields = fields
    }

    /// Shapes hold shapes, deeply, and seldom share a name: hashing all of each took a third of the time in which a
    /// theme is compiled.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(fields.count)
    }

    /// One name of a shape.
    public struct Field: Sendable, Hashable {
        public let name: String
        public let type: FieldType
        /// One line for theme authors: what it holds, and when it is absent.
        public let doc: String

        public init(_ name: String, _ type: FieldType, _ doc: String) {
            self.name = name
            self.type = type
            self.doc = doc
        }
    }
}

/// What a name holds, which decides what a template may do with it.
///
/// Every value may be absent at run time: it then prints nothing, and its section is skipped.
public indirect enum FieldType: Sendable, Hashable {
    /// Plain text. `{{name}}` escapes it for HTML; there is no way to print it unescaped.
    case text
    /// Finished HTML, printed as it is by `{{name}}` and `{{{name}}}` alike.
    case html
    /// Yes or no. Tested with `{{#name}}` and `{{^name}}`, never printed.
    case flag
    /// A list of plain texts. Inside its section the text is `{{.}}`.
    case texts
    /// One thing with names of its own, by section or by dotted name.
    case object(Shape)
    /// Many things of one shape.
    case list(Shape)
    /// A list whose items have the very shape that this field belongs to, such as the entries below a menu entry.
    case children
}

extension FieldType {
    /// The type in the words of the theme author's handbook.
    public var word: String {
        switch self {
        case .text: "text"
        case .html: "HTML"
        case .flag: "yes or no"
        case .texts: "list of texts"
        case .object: "object"
        case .list: "list"
        case .children: "list of the same"
        }
    }
}
