import Diagnostics
import Schemas
import YAMLData

/// The files of a theme laid over those of its parents: where two have a file of one name, the child's counts.
struct ThemeFiles {
    private var files: [String: (bytes: [UInt8], shownPath: String)] = [:]

    /// - Parameters:
    ///   - folder: The themes' folder as the user typed it.
    ///   - chain: The themes with their files, the oldest ancestor first.
    init(_ folder: String, chain: [(name: String, files: [SourceFile])]) {
        for theme in chain {
            for file in theme.files { files[file.path] = (file.bytes, "\(folder)/\(theme.name)/\(file.path)") }
        }
    }

    subscript(path: String) -> [UInt8]? { files[path]?.bytes }

    func shownPath(_ path: String) -> String { files[path]?.shownPath ?? path }

    /// All paths below a folder, sorted, without the folder itself.
    func paths(below folder: String) -> [String] {
        files.keys.filter { $0.hasPrefix(folder + "/") }.map { String($0.dropFirst(folder.count + 1)) }.sorted()
    }

    /// A YAML file's value; `nil` where the file is not there or cannot be read.
    func node(_ path: String, _ reading: inout Reading) -> YAMLNode? {
        guard let bytes = self[path] else { return nil }
        let (node, faults) = YAMLReader.read(bytes, path: shownPath(path))
        reading.diagnostics += faults
        return node
    }
}
