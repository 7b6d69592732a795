import Diagnostics
import Glibc
import Parallelism

// A second folder with names for the same files, kept beside the site, so that the next build need not make it anew.
//
// It holds the files of the site as it is, and never those of an earlier one: what was taken off the site is gone from
// the disk. Nothing depends on it: each of its files is held against the site's before it is used, and one that cannot
// be used is removed.
extension OutputFolder {
    /// The site with one more name for each file.
    var spare: String { ".\(name).signpost-spare" }

    /// Builds the new site in the hidden folder from the spare one, as ``stage(_:keeping:isDurable:)`` does from nothing.
    ///
    /// - Returns: `false` where there is no spare folder that can be used.
    func stageSpare(
        _ files: [OutputFile], keeping old: (site: PreviousSite, same: [Bool]), isDurable: Bool
    ) async throws(DiskFailure) -> Bool {
        guard exists(spare) else { return false }
        guard let tree = try? await openSite(spare), tree.hasManifest else {
            try? await remove(spare)
            return false
        }
        defer { close(tree.folder) }
        do throws(SystemError) {
            try changes.rename(in: parent, spare, to: staging)
            try await bring(tree, to: files, linking: old)
            try copyMode(from: old.site.folder, to: tree.folder)
            if isDurable { try changes.flushDisk(of: tree.folder, typed) }
        } catch {
            try? await remove(staging)
            throw DiskFailure(writing: SystemError(error.action, shown(error.path), code: error.code))
        }
        return true
    }

    /// Makes the site that was swapped out a second set of names for the new one.
    ///
    /// - Returns: `false` where that cannot be; then what is left of the old site is still to be removed.
    func keepSpare(_ files: [OutputFile]) async -> Bool {
        // Somebody may have put a file of their own into it meanwhile.
        guard let old = try? await openSite(staging), old.hasManifest else { return false }
        defer { close(old.folder) }
        let site = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard site >= 0 else { return false }
        defer { close(site) }
        let new = PreviousSite(folder: site, manifest: Manifest(of: files), hasManifest: true)
        do throws(SystemError) {
            try await bring(old, to: files, linking: (new, files.map { _ in true }), copies: false)
            try changes.rename(in: parent, staging, to: spare)
            return true
        } catch {
            return false
        }
    }

    /// Makes the hidden folder `tree` hold exactly `files`.
    ///
    /// The list goes first and comes back last: a tree that was left in between is known to be ours, and to be unfinished.
    ///
    /// - Parameters:
    ///   - site: Where to find files that are there already, and for each whether it is.
    ///   - copies: Whether a file that cannot have a second name is written again.
    private func bring(
        _ tree: PreviousSite, to files: [OutputFile], linking site: (site: PreviousSite, same: [Bool]),
        copies: Bool = true
    ) async throws(SystemError) {
        let manifest = Manifest(of: files)
        try changes.removeFile(in: tree.folder, Manifest.path)
        let gone = tree.manifest.sizes.keys.filter { manifest.sizes[$0] == nil }
        for path in gone.sorted(by: bytewise) { try changes.removeFile(in: tree.folder, path) }
        let needed = Set(files.flatMap { Manifest.folders(above: $0.path) })
        let empty = Set(gone.flatMap(Manifest.folders(above:))).subtracting(needed)
        // The deepest first: a folder stands behind those above it.
        for path in empty.sorted(by: bytewise).reversed() { _ = try changes.removeFolder(in: tree.folder, path) }
        let stale = await files.indices.map { $0 }.concurrentMap(chunk: 512) { index in
            site.same[index] && Self.isOneFile(tree.folder, site.site.folder, files[index].path) ? nil : index
        }
        for index in stale.compactMap(\.self) {
            let file = files[index]
            try changes.removeFile(in: tree.folder, file.path)
            if file.path.utf8.contains(UInt8(ascii: "/")) {
                try changes.makeFolders(in: tree.folder, RealPath.split(file.path).parent)
            }
            if site.same[index], try changes.link(from: site.site.folder, to: tree.folder, file.path) { continue }
            guard copies else { throw SystemError("keep the file", file.path, code: ENOTSUP) }
            try changes.createFile(in: tree.folder, file.path, file.bytes)
        }
        try changes.createFile(in: tree.folder, Manifest.path, manifest.bytes)
    }

    /// Whether a path names the same file in both folders.
    private static func isOneFile(_ one: Int32, _ other: Int32, _ path: String) -> Bool {
        var (first, second) = (stat(), stat())
        return fstatat(one, path, &first, AT_SYMLINK_NOFOLLOW) == 0
            && fstatat(other, path, &second, AT_SYMLINK_NOFOLLOW) == 0 && first.st_mode & S_IFMT == S_IFREG
            && first.st_ino == second.st_ino && first.st_dev == second.st_dev
    }
}
