/// A file of a source folder, whole in memory.
public struct SourceFile: Sendable, Hashable {
    /// Relative to the folder that was read, with `/` between folders.
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
