import Diagnostics
public import Schemas
import YAMLData

/// A value that a theme gives to its styles.
public struct Setting: Sendable {
    public let name: Located<String>
    public let value: Located<String>

    /// `accent_dark` as the style sheets know it: `--accent-dark`.
    var property: String { "--" + name.value.split(separator: "_").joined(separator: "-") }
}

extension Reader where Value == [Setting] {
    /// `{ accent: "#5b2a6e" }`
    public static var settings: Reader {
        Reader(.texts(noun: "setting")) { node, reading in
            guard case .mapping(let entries) = node.value else {
                reading.report(
                    .wrongType, "settings with their values are wanted here, not \(node.kindName)", at: node.location)
                return nil
            }
            let settings = entries.map { setting($0, &reading) }
            let whole = settings.compactMap(\.self)
            return whole.count == settings.count ? whole : nil
        }
    }

    private static func setting(_ entry: YAMLNode.Entry, _ reading: inout Reading) -> Setting? {
        if entry.value.isNull {
            reading.report(
                .emptyValue, "the setting \"\(entry.key)\" has no value", at: entry.keyLocation,
                help: "put a colour into quotation marks, \"#5b2a6e\": without them YAML takes it for a comment")
            return nil
        }
        return Reader<String>.text.value(of: entry.value, &reading).map { text in
            Setting(
                name: Located(entry.key, at: entry.keyLocation), value: Located(text, at: entry.value.location))
        }
    }
}
