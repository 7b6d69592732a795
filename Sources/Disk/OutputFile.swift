/// A file of a finished site.
public struct OutputFile: Sendable, Hashable {
    /// Relative to the output folder, with `/` between folders.
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

extension OutputFile {
    /// Why this file must not be written, in the middle of a sentence, or `nil` where it may.
    var fault: String? { Self.fault(of: path) }

    private static func fault(of path: String) -> String? {
        if path.isEmpty { return "it is empty" }
        if path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "it holds a control character" }
        if isPlain(path) { return nil }
        let steps = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        if steps.contains(where: \.isEmpty) { return "it is not relative, or has an empty step" }
        if steps.contains(where: { $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) }) {
            return "it holds \".\" or \"..\""
        }
        return steps.first.map { $0.elementsEqual(Manifest.folder.utf8) } == true
            ? "the folder \"\(Manifest.folder)\" is Signpost's own" : nil
    }

    /// Whether no step of the path starts with a dot or is empty, as is so of nearly all.
    private static func isPlain(_ path: String) -> Bool {
        var isStart = true
        for byte in path.utf8 {
            if isStart, byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") { return false }
            isStart = byte == UInt8(ascii: "/")
        }
        return !isStart
    }

    /// What is wrong with the paths of a site, each by itself and among themselves; they are sorted.
    ///
    /// - Parameter folders: All that they lie in.
    static func faults(of sorted: [String], in folders: Set<String>) -> [String] {
        var faults = sorted.compactMap { path in fault(of: path).map { "the path \"\(path)\" is unsafe: \($0)" } }
        let clashing = Set(sorted.filter(folders.contains))
        var last: String?
        for path in sorted {
            if path == last { faults.append("two files have the path \"\(path)\"") }
            last = path
            guard !clashing.isEmpty else { continue }
            for folder in Manifest.folders(above: path) where clashing.contains(folder) {
                faults.append("the path \"\(folder)\" is a file and, for \"\(path)\", a folder")
            }
        }
        return faults
    }
}
