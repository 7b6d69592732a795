import Diagnostics
import YAMLData

/// The entries of a mapping whose keys have been compared with what may be there.
struct Group {
    let location: Location
    /// Whether every key is known.
    let isSound: Bool
    private let entries: [String: YAMLNode.Entry]

    init?(_ node: YAMLNode, _ shape: ObjectShape, _ reading: inout Reading) {
        let names = shape.fields.map(\.name)
        guard case .mapping(let entries) = node.value else {
            reading.report(
                .wrongType, "\(shape.name.withArticle) is a group of keys, not \(node.kindName)", at: node.location,
                help: "it has the keys: \(names.joined(separator: ", "))")
            return nil
        }
        location = node.location
        self.entries = Dictionary(entries.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let unknown = entries.filter { !names.contains($0.key) }
        isSound = unknown.isEmpty
        for entry in unknown {
            reading.report(
                .unknownKey, "\(shape.name.withArticle) has no key \"\(entry.key)\"", at: entry.keyLocation,
                label: "expected one of: \(names.joined(separator: ", "))",
                help: Spelling.suggestion(for: entry.key, in: names))
        }
    }

    subscript(name: String) -> YAMLNode.Entry? { entries[name] }
}

extension String {
    var withArticle: String {
        guard let first = unicodeScalars.first else { return self }
        return "aeiou".unicodeScalars.contains(first) ? "an \(self)" : "a \(self)"
    }
}
