/// Whether a path may stand in a pack, which is unpacked on any computer by any program.
enum PackPath {
    /// Why `path` must not be used, in the middle of a sentence; `nil` where it may.
    static func fault(in path: String) -> String? {
        if path.isEmpty || path.utf8.count > longest { return "its path is empty or very long" }
        if path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "its path holds a control character" }
        // A backslash parts folders on Windows, and a colon follows a drive or hides a stream there.
        if path.utf8.contains(where: { [UInt8(ascii: "\\"), UInt8(ascii: ":")].contains($0) }) {
            return "its path holds a sign that Windows takes for more than a letter"
        }
        let steps = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isLeading = steps.contains { $0.isEmpty || $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) }
        return isLeading ? "its path leads elsewhere" : nil
    }

    private static let longest = 512

    /// Paths that a disk which ignores letter case takes for one: each later one.
    static func clashes(among paths: [String]) -> [String] {
        var seen: Set<String> = []
        return paths.filter { !seen.insert($0.lowercased()).inserted }
    }
}
