import Diagnostics
import Glibc

// What becomes of an old site's folders.
extension OutputFolder {
    /// Holds the spare folders between two builds.
    var spare: String { ".\(name).signpost-folders" }

    /// The spare folders, where there are some that can be used.
    func spareFolders() async -> SpareFolders? {
        let folder = openat(parent, spare, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard folder >= 0 else { return nil }
        defer { close(folder) }
        return await SpareFolders.found(in: folder)
    }

    /// Moves spare folders into the hidden folder of a new site. One that cannot be moved is no fault: there will be a new
    /// one.
    ///
    /// - Returns: The paths of those that were moved.
    func takeOver(_ folders: SpareFolders) -> Set<String> {
        let moved = folders.outermost.filter {
            (try? changes.rename(in: parent, "\(spare)/\($0)", to: "\(staging)/\($0)")) != nil
        }
        _ = try? changes.removeFolder(in: parent, spare)
        guard moved.count < folders.outermost.count else { return Set(folders.paths) }
        return Set(folders.paths.filter { path in moved.contains { path == $0 || path.hasPrefix($0 + "/") } })
    }

    /// Takes the files out of the site that was swapped out, and keeps its folders as far as the new site has them.
    ///
    /// Nobody looks for what else may be in them: that is done before they are used, and then it tells more. The list goes
    /// last, so that a removal that is ended can be taken up again.
    ///
    /// - Parameters:
    ///   - old: What it holds.
    ///   - surplus: The folders that the new site does not have.
    /// - Returns: `false` where the rest has to be removed: something is in a folder that is not to stay.
    func keepFolders(of old: PreviousSite, without surplus: [String]) async throws(SystemError) -> Bool {
        let folder = openat(parent, staging, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard folder >= 0, !exists(spare) else { return false }
        defer { close(folder) }
        // In order, so that the disk is asked for one folder after its neighbour.
        let files = old.manifest.sizes.keys.sorted(by: bytewise) + old.desktops
        for case let error? in await files.concurrentCalls({ removal(of: $0, in: folder) }) { throw error }
        for path in surplus.sorted(by: bytewise).reversed() {
            guard try changes.removeFolder(in: folder, path) else { return false }
        }
        try changes.removeFile(in: folder, Manifest.path)
        guard try changes.removeFolder(in: folder, Manifest.folder) else { return false }
        try changes.rename(in: parent, staging, to: spare)
        return true
    }
}
