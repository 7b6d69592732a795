public import Diagnostics

/// One value of a YAML file, with the place where it was written.
public struct YAMLNode: Sendable, Hashable {
    public let value: Value
    public let location: Location

    public init(_ value: Value, at location: Location) {
        self.value = value
        self.location = location
    }

    public enum Value: Sendable, Hashable {
        /// The text as written, after unquoting. Nothing is converted here: `no` stays `no` and `012` stays `012`.
        case scalar(String, ScalarStyle)
        case sequence([YAMLNode])
        /// Entries in the order of the file; no key stands twice.
        case mapping([Entry])
    }

    /// How a single value was written.
    public enum ScalarStyle: Sendable, Hashable {
        /// Bare: `12`
        case plain
        /// In single or double quotation marks: `"12"`
        case quoted
        /// Behind `|` or `>`: its text starts on the next line.
        case block
    }

    /// A key with its value.
    public struct Entry: Sendable, Hashable {
        public let key: String
        public let keyLocation: Location
        public let value: YAMLNode

        public init(key: String, keyLocation: Location, value: YAMLNode) {
            self.key = key
            self.keyLocation = keyLocation
            self.value = value
        }
    }
}

extension YAMLNode {
    /// An empty value (`key:` with nothing behind it, `~` or `null`), which counts as "not given".
    public var isNull: Bool {
        guard case .scalar(let text, .plain) = value else { return false }
        return text.isEmpty || text == "~" || text == "null"
    }

    /// What the value is, in words for a message.
    public var kindName: String {
        switch value {
        case .scalar: isNull ? "nothing" : "a single value"
        case .sequence: "a list"
        case .mapping: "a group of keys"
        }
    }
}
