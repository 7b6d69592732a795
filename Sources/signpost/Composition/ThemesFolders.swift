import Disk
import Glibc

/// Where themes are looked for.
enum ThemesFolders {
    /// The folder that was asked for; `themes/` beside the content folder and in the working folder; the themes that
    /// were installed with the program, in `share/signpost/themes` beside its `bin`.
    static func places(given: String?, beside content: String) -> [String] {
        let parent = content.split(separator: "/").dropLast().joined(separator: "/")
        let beside = content.hasPrefix("/") ? "/\(parent)/themes" : (parent.isEmpty ? "themes" : "\(parent)/themes")
        return [given, beside, "themes", installedShare().map { "\($0)/themes" }].compactMap(\.self)
    }

    /// Each of the places once, and only where it is there; but one that was asked for is read in any case, so that it
    /// is missed, and so is the first where there is none at all.
    static func find(among places: [String], isFirstGiven: Bool) -> [String] {
        var seen: Set<String> = []
        let there = places.enumerated().filter { (isFirstGiven && $0.offset == 0) || isFolder($0.element) }
        let found = there.map(\.element).filter { seen.insert(RealPath.of($0) ?? $0).inserted }
        return found.isEmpty ? Array(places.prefix(1)) : found
    }

    private static func installedShare() -> String? {
        guard let program = RealPath.of("/proc/self/exe") else { return nil }
        let steps = program.split(separator: "/").dropLast(2)
        return "/" + (steps + ["share", "signpost"]).joined(separator: "/")
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
