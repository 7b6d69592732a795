import Diagnostics
import YAMLData

/// The entries of a mapping whose keys have been compared with what may be there.
struct Group {
    let location: Location
    /// Whether every key is known.
    let isSound: Bool
    /// In the order of the file: for the dozen keys of a group a table of them would cost more than it saves.
    private let entries: [YAMLNode.Entry]

    /// - Parameters:
    ///   - shape: What the group is.
    ///   - names: The keys of the shape.
    init?(_ node: YAMLNode, _ shape: ObjectShape, _ names: [String], _ reading: inout Reading) {
        guard case .mapping(let entries) = node.value else {
            reading.report(
                .wrongType, "\(shape.name.withArticle) is a group of keys, not \(node.kindName)", at: node.location,
                help: "it has the keys: \(names.joined(separator: ", "))")
            return nil
        }
        location = node.location
        self.entries = entries
        let unknown = entries.filter { !names.contains($0.key) }
        isSound = unknown.isEmpty
        for entry in unknown {
            reading.report(
                .unknownKey, "\(shape.name.withArticle) has no key \"\(entry.key)\"", at: entry.keyLocation,
                label: "expected one of: \(names.joined(separator: ", "))",
                help: Spelling.suggestion(for: entry.key, in: names))
        }
    }

    subscript(name: String) -> YAMLNode.Entry? { entries.first { $0.key == name } }
}

extension String {
    var withArticle: String {
        guard let first = unicodeScalars.first else { return self }
        return "aeiou".unicodeScalars.contains(first) ? "an \(self)" : "a \(self)"
    }
}
