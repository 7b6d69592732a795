import Glibc

/// Paths with every link resolved.
public enum RealPath {
    /// The absolute path without links of something that exists, or `nil` with `errno` set.
    public static func of(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// True where `path` is `folder` or lies below it; both without links.
    static func isInside(_ path: String, _ folder: String) -> Bool {
        path == folder || path.utf8.starts(with: below(folder).utf8)
    }

    /// `path` without `folder` in front, where it lies below it; `"."` for the folder itself.
    static func relative(_ path: String, to folder: String) -> String? {
        if path == folder { return "." }
        let prefix = below(folder)
        return path.utf8.starts(with: prefix.utf8) ? String(path.dropFirst(prefix.count)) : nil
    }

    /// The folder and the last name of a path; trailing slashes do not count.
    static func split(_ path: String) -> (parent: String, name: String) {
        let trimmed = path.dropTrailingSlashes()
        guard let slash = trimmed.lastIndex(of: "/") else { return (".", trimmed) }
        let parent = String(trimmed[..<slash])
        return (parent.isEmpty ? "/" : parent, String(trimmed[trimmed.index(after: slash)...]))
    }

    private static func below(_ folder: String) -> String { folder == "/" ? "/" : folder + "/" }
}

extension String {
    /// The same path without slashes at the end; `/` stays.
    func dropTrailingSlashes() -> String {
        var path = self
        while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
        return path
    }

    /// A relative path below this one.
    func appending(path: String) -> String {
        isEmpty || self == "." ? path : (utf8.last == UInt8(ascii: "/") ? self + path : self + "/" + path)
    }
}
