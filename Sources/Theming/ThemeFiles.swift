import Diagnostics
import Schemas
import YAMLData

/// The files of a theme laid over those of its parents: where two have a file of one name, the child's counts.
struct ThemeFiles {
    private let files: [String: ThemeFile]
    private let chain: [[ThemeFile]]

    /// - Parameter chain: The files of each theme, those of the oldest ancestor first.
    init(chain: [[ThemeFile]]) {
        self.chain = chain
        files = Dictionary(chain.flatMap { $0.map { ($0.path, $0) } }, uniquingKeysWith: { _, child in child })
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

    /// The values of all YAML files of this path that can be read, the oldest ancestor's first.
    func nodes(_ path: String, _ reading: inout Reading) -> [YAMLNode] {
        chain.flatMap { $0.filter { $0.path == path } }.compactMap { file in
            let (node, faults) = YAMLReader.read(file.bytes, path: file.shownPath)
            reading.diagnostics += faults
            return node
        }
    }
}
