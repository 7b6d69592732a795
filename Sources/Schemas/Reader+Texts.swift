import Diagnostics
public import YAMLData

extension Reader where Value == [String: String] {
    /// Texts under keys of the author's choice.
    ///
    /// - Parameter noun: What one of them is, for messages.
    public static func texts(named noun: String) -> Reader {
        Reader(.texts(noun: noun)) { node, reading in
            guard case .mapping(let entries) = node.value else {
                reading.report(
                    .wrongType, "keys with texts are wanted here, not \(node.kindName)", at: node.location)
                return nil
            }
            var texts: [String: String] = [:]
            for entry in entries {
                guard let text = Reader<String>.prose.value(of: entry.value, &reading) else { return nil }
                texts[entry.key] = text
            }
            return texts
        }
    }
}

extension Reader where Value == YAMLNode {
    /// A value that is read later, when it is known what it should be.
    public static var anything: Reader {
        Reader(.anything) { node, _ in node }
    }
}
