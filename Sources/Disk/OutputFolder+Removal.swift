import Diagnostics
import Glibc
import Parallelism

// The end of an old site, and of one that was never finished.
extension OutputFolder {
    /// Removes the site that was swapped out; what cannot be removed is a warning, for the new site is in its place.
    ///
    /// - Parameters:
    ///   - manifest: What it holds, where that is known and need not be looked for.
    ///   - spare: What it holds, and which of its folders are not kept for the next site; `nil` where none are.
    func removeOld(
        holding manifest: Manifest?, keepingFolders spare: (of: PreviousSite, without: [String])?
    ) async -> [Diagnostic] {
        var warnings: [Diagnostic] = []
        if let spare {
            if exists(self.spare) { warnings += await leftovers(of: removeSpare) }
            _ = try? await keepFolders(of: spare.of, without: spare.without)
        } else if let manifest {
            try? await remove(staging, holding: manifest)
        }
        return await warnings
            + leftovers { () throws(DiskFailure) in
                for leftover in [staging, aside] where exists(leftover) { try await remove(leftover) }
            }
    }

    private func leftovers(of removal: () async throws(DiskFailure) -> Void) async -> [Diagnostic] {
        do throws(DiskFailure) {
            try await removal()
            return []
        } catch {
            return error.diagnostics.map { Diagnostic(.leftovers, $0.message, at: nil, help: $0.help) }
        }
    }

    /// Removes the hidden folder `tree`, as far as Signpost made what is in it.
    ///
    /// The list goes last, so that a removal that is ended can be taken up again.
    func remove(_ tree: String) async throws(DiskFailure) {
        try await remove(tree) { contents, folder throws(SystemError) in
            contents.foreign(to: try Manifest.find(in: folder))
        }
    }

    /// Removes spare folders that were not used, and nothing that is in them.
    func removeSpare() async throws(DiskFailure) {
        try await remove(spare) { contents, _ in contents.files.filter { !FolderContents.isDesktops($0) } }
    }

    /// - Parameter foreign: What of its contents stays, and the folders that hold it with it.
    private func remove(
        _ tree: String, sparing foreign: (FolderContents, Int32) throws(SystemError) -> [String]
    ) async throws(DiskFailure) {
        let shown = RealPath.split(typed).parent.appending(path: tree)
        do throws(SystemError) {
            let folder = openat(parent, tree, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard folder >= 0 else { throw SystemError("open the folder", shown) }
            defer { close(folder) }
            let contents = try await FolderContents.of(folder).get()
            try await empty(folder, of: contents, sparing: Set(try foreign(contents, folder)))
            guard try changes.removeFolder(in: parent, tree) else {
                throw SystemError("remove the folder", shown, code: ENOTEMPTY)
            }
        } catch {
            throw error.code == ENOTEMPTY ? strangers(in: shown) : DiskFailure(writing: error)
        }
    }

    /// The same for a folder that should hold a known site and nothing else. What it holds besides stays.
    private func remove(_ tree: String, holding manifest: Manifest) async throws(SystemError) {
        let folder = openat(parent, tree, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard folder >= 0 else { throw SystemError("open the folder", tree) }
        defer { close(folder) }
        try await empty(folder, of: FolderContents(of: manifest), sparing: [])
        _ = try changes.removeFolder(in: parent, tree)
    }

    private func strangers(in shown: String) -> DiskFailure {
        DiskFailure(
            .foreignFiles, "\"\(shown)\" holds files that Signpost did not make",
            help: "move them to where they belong, then delete the folder")
    }

    private func empty(
        _ folder: Int32, of contents: FolderContents, sparing foreign: Set<String>
    ) async throws(SystemError) {
        let files = contents.files.filter { $0 != Manifest.path && !foreign.contains($0) }
        for case let error? in await files.concurrentMap({ removal(of: $0, in: folder) }) { throw error }
        let folders = contents.folders.filter { $0 != Manifest.folder }
        // The deepest level first; a folder that holds something foreign stays.
        for level in Dictionary(grouping: folders, by: depth).sorted(by: { $0.key > $1.key }).map(\.value) {
            let results = await level.concurrentMap { removal(ofFolder: $0, in: folder) }
            for case let error? in results { throw error }
        }
        guard foreign.isEmpty, contents.folders.contains(Manifest.folder) else { return }
        try changes.removeFile(in: folder, Manifest.path)
        _ = try changes.removeFolder(in: folder, Manifest.folder)
    }

    private func depth(_ path: String) -> Int { path.utf8.count { $0 == UInt8(ascii: "/") } }

    func removal(of path: String, in folder: Int32) -> SystemError? {
        do throws(SystemError) {
            try changes.removeFile(in: folder, path)
            return nil
        } catch { return error }
    }

    private func removal(ofFolder path: String, in folder: Int32) -> SystemError? {
        do throws(SystemError) {
            _ = try changes.removeFolder(in: folder, path)
            return nil
        } catch { return error }
    }
}

extension FolderContents {
    fileprivate init(of manifest: Manifest) {
        files = Array(manifest.sizes.keys) + [Manifest.path]
        folders = Manifest.folders(of: files)
    }

    /// What of a hidden folder's contents is not Signpost's.
    fileprivate func foreign(to finding: Manifest.Finding) -> [String] {
        switch finding {
        case .intact(let manifest): foreign(to: manifest)
        // A power cut can tear the list of a site that was never finished. A finished one was safe on the disk.
        case .damaged: []
        case .none: folders.contains(Manifest.folder) ? [] : files
        }
    }
}
