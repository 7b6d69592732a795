/// A template as it stands in a file.
public struct TemplateSource: Sendable, Hashable {
    /// What `{{>name}}` and `{{<name}}` call it.
    public let name: String
    /// What diagnostics call it, with `/` between folders.
    public let path: String
    /// UTF-8.
    public let bytes: [UInt8]

    public init(name: String, path: String, bytes: [UInt8]) {
        self.name = name
        self.path = path
        self.bytes = bytes
    }

    /// A template named after its file: `layouts/page.html` is `page`.
    public init(path: String, bytes: [UInt8]) {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        let stem = file.split(separator: ".", omittingEmptySubsequences: true).first.map(String.init) ?? file
        self.init(name: stem, path: path, bytes: bytes)
    }
}
