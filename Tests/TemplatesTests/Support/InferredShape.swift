import Foundation
import Templates

/// Finds the shape of a case's data, as a program would have declared it.
struct InferredShape {
    /// Names that the case prints unescaped: their data is HTML here.
    let rawNames: Set<String>

    /// The shape of an object that holds all these objects' names; `nil` where a type has no counterpart.
    func shape(of objects: [[String: JSONValue]], name: String) -> Shape? {
        let names = Set(objects.flatMap(\.keys)).sorted()
        var fields: [Shape.Field] = []
        for field in names {
            guard let type = type(of: objects.compactMap { $0[field] }, field: field, owner: name) else { return nil }
            fields.append(Shape.Field(field, type, ""))
        }
        return Shape(name, fields)
    }

    private func type(of values: [JSONValue], field: String, owner: String) -> FieldType? {
        let items = values.flatMap { if case .list(let items) = $0 { items } else { [] as [JSONValue] } }
        switch values.first {
        case .flag: return .flag
        case .object: return shape(of: values.compactMap(\.names), name: field).map(FieldType.object)
        case .list:
            if items.isEmpty { return field == owner ? .children : .list(Shape(field, [])) }
            if case .text? = items.first { return .texts }
            return items.first?.names == nil
                ? nil : shape(of: items.compactMap(\.names), name: field).map(FieldType.list)
        case .text, .null, nil: return rawNames.contains(field) ? .html : .text
        }
    }

    func value(of data: JSONValue, as type: FieldType) -> Value {
        switch (data, type) {
        case (.flag(let flag), .flag): .flag(flag)
        case (.text(let text), .html): .html(Array(text.utf8))
        case (.text(let text), _): .text(text)
        case (.list(let items), .list(let shape)): .list(items.map { value(of: $0, as: .object(shape)) })
        case (.list(let items), _): .list(items.map { value(of: $0, as: .text) })
        case (.object(let names), .object(let shape)):
            .object(shape.fields.map { field in names[field.name].map { value(of: $0, as: field.type) } ?? .absent })
        default: .absent
        }
    }
}

extension JSONValue {
    var names: [String: JSONValue]? { if case .object(let names) = self { names } else { nil } }
}

extension SpecCase {
    /// The last parts of the names in `{{{name}}}` and `{{&name}}`.
    var rawNames: Set<String> {
        let text = ([template] + (partials.map { Array($0.values) } ?? [])).joined(separator: "\n")
        let pieces = text.split(separator: "{{").filter { $0.hasPrefix("{") || $0.hasPrefix("&") }
        return Set(
            pieces.compactMap { piece in
                piece.dropFirst().prefix { $0 != "}" }.split(separator: ".").last.map {
                    String($0).trimmingCharacters(in: .whitespaces)
                }
            })
    }
}
