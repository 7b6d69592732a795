import Disk

/// Whether one place on the disk is inside of another, however the two are written.
enum PathInFolder {
    /// `./site/x`, `site/../site/x`, an absolute path and one through a link are all inside of `site`; neither needs to
    /// be there yet.
    static func isInside(_ path: String, _ folder: String) -> Bool {
        let (path, folder) = (steps(of: path), steps(of: folder))
        return path.count > folder.count && path.starts(with: folder)
    }

    private static func steps(of path: String) -> [String] {
        var place: [String] = path.hasPrefix("/") ? [] : RealPath.of(".").map(split) ?? []
        for step in split(path) where step != "." {
            if step == ".." {
                _ = place.popLast()
            } else {
                place.append(step)
                if let resolved = RealPath.of("/" + place.joined(separator: "/")) { place = split(resolved) }
            }
        }
        return place
    }

    private static func split(_ path: String) -> [String] { path.split(separator: "/").map(String.init) }
}
