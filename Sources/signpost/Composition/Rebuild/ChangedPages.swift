import Content

// What it takes to look at a few pages by themselves, for a build and for a check alike.

extension SourceOptions {
    /// The pages of the content folder that files are, by their paths in it; `nil` where one of the files is none.
    ///
    /// - Parameter files: Their paths from the working folder; none stands twice.
    func pages(named files: [String]) -> Set<String>? {
        let inside = "\(source.withoutSlash)/"
        guard files.allSatisfy({ $0.hasPrefix(inside) && $0.hasSuffix(".md") }) else { return nil }
        return Set(files.map { String($0.dropFirst(inside.count)) })
    }
}

extension Shelves {
    /// Reads everything but pages, and of these only some, their originals, and the front page.
    static func read(_ sources: SourceOptions, withoutPagesBut paths: Set<String>) async -> Shelves {
        let originals = Set(paths.compactMap(ContentReader.original))
        return await read(sources) { path in
            !path.hasSuffix(".md") || path == "index.md" || paths.contains(path) || originals.contains(path)
        }
    }
}
