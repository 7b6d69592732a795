import Foundation
import Testing

/// Files that say what is expected. `UPDATE_GOLDENS=1` rewrites them, and the test fails all the same, so that a run
/// that rewrote something is never taken for one that passed.
enum Golden {
    static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"

    /// Compares every file of a folder, byte for byte; a file that is expected and not there fails too.
    static func expect(_ actual: [String: [UInt8]], in folder: Folder, at place: SourceLocation = #_sourceLocation)
        throws
    {
        let expected = folder.files()
        for path in Set(actual.keys).union(expected.keys).sorted() where actual[path] != expected[path] {
            Issue.record("\(explanation(path, actual[path], expected[path]))", sourceLocation: place)
            guard isUpdating else { continue }
            if let bytes = actual[path] { try folder.write(bytes, to: path) } else { try folder.remove(path) }
        }
    }

    /// Compares one text.
    static func expect(_ actual: String, in folder: Folder, file: String, at place: SourceLocation = #_sourceLocation)
        throws
    {
        let expected = folder.text(file)
        guard actual != expected else { return }
        Issue.record("\(explanation(file, Array(actual.utf8), folder.bytes(file)))", sourceLocation: place)
        if isUpdating { try folder.write(actual, to: file) }
    }

    private static func explanation(_ path: String, _ actual: [UInt8]?, _ expected: [UInt8]?) -> String {
        let hint = isUpdating ? "rewritten" : "run with UPDATE_GOLDENS=1 and read the difference"
        guard let actual else { return "\(path) is expected and was not made (\(hint))" }
        guard let expected else { return "\(path) was made and is not expected (\(hint))" }
        return "\(path) differs (\(hint))\n" + firstDifference(actual, expected)
    }

    private static func firstDifference(_ actual: [UInt8], _ expected: [UInt8]) -> String {
        let newline = UInt8(ascii: "\n")
        let mine = actual.split(separator: newline, omittingEmptySubsequences: false)
        let theirs = expected.split(separator: newline, omittingEmptySubsequences: false)
        let line = zip(mine, theirs).enumerated().first { $1.0 != $1.1 }?.offset ?? min(mine.count, theirs.count)
        func shown(_ lines: [ArraySlice<UInt8>]) -> String {
            lines.indices.contains(line) ? String(decoding: lines[line], as: UTF8.self) : "(the end)"
        }
        return "line \(line + 1)\n  expected: \(shown(theirs))\n  actual:   \(shown(mine))"
    }
}
