import Diagnostics
import Glibc

/// Where a site goes, once every link is resolved and every refusal was considered.
struct OutputPlace: Sendable, Hashable {
    /// As the user typed it.
    let typed: String
    /// The nearest folder above that exists, without links.
    let base: String
    /// The folders between it and the output folder, which must be made first.
    let missing: String
    /// The output folder's own name.
    let name: String

    /// - Parameters:
    ///   - sources: folders that the output must neither be, hold, nor lie in.
    ///   - occupied: folders that it must neither be nor hold.
    static func find(_ typed: String, sources: [String], occupied: [String]) throws(DiskFailure) -> OutputPlace {
        guard typed != "~", !typed.hasPrefix("~/") else {
            throw DiskFailure(
                .unsafeFolder, "\"\(typed)\" must not be the output folder: it would be a folder named ~",
                help: "write the whole path of your home folder; who removes a folder named ~ may remove that instead")
        }
        let (real, base) = try resolve(typed)
        func refuse(_ why: String) -> DiskFailure {
            DiskFailure(
                .unsafeFolder, "\"\(typed)\" must not be the output folder: \(why)",
                help: "name a folder of its own, such as \"site\"")
        }
        if real == "/" { throw refuse("it is the top of the disk") }
        for source in sources.compactMap(RealPath.of) {
            if real == source { throw refuse("it is the folder that the site is made from") }
            if RealPath.isInside(real, source) {
                throw refuse("it lies inside \"\(source)\", which the site is made from")
            }
            if RealPath.isInside(source, real) { throw refuse("it holds \"\(source)\", which the site is made from") }
        }
        for folder in occupied.compactMap(RealPath.of) where RealPath.isInside(folder, real) {
            throw refuse(real == folder ? "it is \"\(folder)\" itself" : "it holds \"\(folder)\"")
        }
        let (parent, name) = RealPath.split(real)
        return OutputPlace(
            typed: typed, base: base, missing: RealPath.relative(parent, to: base) ?? ".", name: name)
    }

    /// The path without links, and the folder above it that exists.
    private static func resolve(_ typed: String) throws(DiskFailure) -> (real: String, base: String) {
        var path = typed.dropTrailingSlashes()
        guard !path.isEmpty else { throw DiskFailure(.unsafeFolder, "the output folder has no name") }
        var rest: [String] = []
        while true {
            if let real = RealPath.of(path) {
                guard isFolder(real) else {
                    throw DiskFailure(.unsafeFolder, "\"\(path)\" is a file where the output folder is wanted")
                }
                guard !rest.isEmpty else { return (real, RealPath.split(real).parent) }
                return (rest.reduce(real) { $0.appending(path: $1) }, real)
            }
            guard errno == ENOENT else { throw DiskFailure(writing: SystemError("find the folder", path)) }
            var status = stat()
            guard lstat(path, &status) != 0 else {
                throw DiskFailure(.unsafeFolder, "\"\(path)\" is a link that leads to nothing")
            }
            let (parent, name) = RealPath.split(path)
            guard name != "..", name != "." else {
                throw DiskFailure(.unsafeFolder, "\"\(typed)\" goes through a folder that does not exist")
            }
            rest.insert(name, at: 0)
            path = parent
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
