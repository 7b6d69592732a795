import Diagnostics
public import YAMLData

/// Turns a located YAML node into a value, or says what is wrong with it; and knows what it accepts.
///
/// Readers are put together from smaller ones. One declaration decodes, documents, and makes the JSON Schema, so the
/// three cannot drift apart.
public struct Reader<Value>: Sendable {
    public let shape: SchemaShape
    /// Returns `nil` only after it has reported at least one error.
    let read: @Sendable (YAMLNode, inout Reading) -> Value?

    public init(_ shape: SchemaShape, read: @escaping @Sendable (YAMLNode, inout Reading) -> Value?) {
        self.shape = shape
        self.read = read
    }

    public func value(of node: YAMLNode, _ reading: inout Reading) -> Value? {
        read(node, &reading)
    }
}

extension Reader {
    /// The value together with its place.
    public var located: Reader<Located<Value>> {
        Reader<Located<Value>>(shape) { [read] node, reading in
            read(node, &reading).map { Located($0, at: node.location) }
        }
    }

    /// The same notation read into another type. `transform` cannot fail; use ``init(_:read:)`` where it can.
    public func map<Other>(_ transform: @escaping @Sendable (Value) -> Other) -> Reader<Other> {
        Reader<Other>(shape) { [read] node, reading in read(node, &reading).map(transform) }
    }

    /// A list of such values, which may be empty. A faulty item is reported and the rest still read.
    public static func list<Item>(of item: Reader<Item>) -> Reader<[Item]> where Value == [Item] {
        Reader.items(item, atLeastOne: false)
    }

    /// A list of at least one such value.
    public static func nonEmptyList<Item>(of item: Reader<Item>) -> Reader<[Item]> where Value == [Item] {
        Reader.items(item, atLeastOne: true)
    }

    private static func items<Item>(_ item: Reader<Item>, atLeastOne: Bool) -> Reader<[Item]> where Value == [Item] {
        Reader(.list(item.shape, atLeastOne: atLeastOne)) { node, reading in
            guard case .sequence(let nodes) = node.value else {
                if node.isNull, !atLeastOne { return [] }
                let given = node.kindName
                reading.report(
                    .wrongType, "a list is wanted here, not \(given)", at: node.location,
                    help: "write it as `[first, second]`, or one item a line, each after `- `")
                return nil
            }
            if nodes.isEmpty, atLeastOne {
                reading.report(.emptyValue, "this list must have at least one item", at: node.location)
                return nil
            }
            var values: [Item] = []
            values.reserveCapacity(nodes.count)
            for (index, node) in nodes.enumerated() {
                if let value = item.read(node, &reading) { values.append(value) }
                guard index + 1 - values.count < mostFaulty else {
                    reading.reportRest(nodes.count - index - 1, after: node)
                    return nil
                }
            }
            return values.count == nodes.count ? values : nil
        }
    }

    /// A list with more faulty items than this is of another kind: to find out the same of a hundred thousand more
    /// would take seconds.
    private static var mostFaulty: Int { 1_000 }
}

extension Reader {
    /// A reader of one bare or quoted value. `parse` returns `nil` where the text is not what is wanted.
    static func scalar(
        _ shape: SchemaShape, wanted: String, _ code: DiagnosticCode = .wrongType, help: String? = nil,
        parse: @escaping @Sendable (String) -> Value?
    ) -> Reader {
        Reader(shape) { node, reading in
            guard let text = text(of: node, wanted: wanted, &reading) else { return nil }
            if let value = parse(text) { return value }
            reading.report(code, "\"\(text)\" is not \(wanted)", at: node.location, help: help)
            return nil
        }
    }

    /// The text of a single value, without white space around it.
    static func text(of node: YAMLNode, wanted: String, _ reading: inout Reading) -> String? {
        guard case .scalar(let raw, _) = node.value else {
            reading.report(.wrongType, "\(wanted) is wanted here, not \(node.kindName)", at: node.location)
            return nil
        }
        let text = raw.trimmed
        guard !text.isEmpty, !node.isNull else {
            reading.report(.emptyValue, "\(wanted) is wanted here, and nothing is given", at: node.location)
            return nil
        }
        if let control = text.unicodeScalars.first(where: { $0.isUnwanted }) {
            reading.report(
                .controlCharacter, "the text holds the invisible character U+\(control.hexCode)", at: node.location,
                help: "delete it and type the text again")
            return nil
        }
        return text
    }
}

extension String {
    /// Without white space at either end.
    var trimmed: String {
        let isSpace: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\n" || $0 == "\r" || $0 == "\t" }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(scalars[first...last])
    }
}

extension Unicode.Scalar {
    /// Control characters, and the marks that reorder text so that it reads as something else (CVE-2021-42574).
    var isUnwanted: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: false
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    var hexCode: String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
