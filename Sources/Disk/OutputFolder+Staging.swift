import Diagnostics
import Glibc
import Parallelism

// The way of a new site into its place.
extension OutputFolder {
    /// A file of the new site.
    struct NewFile: Sendable {
        let path: String
        /// In bytes.
        let size: Int
        /// `nil` for a file that is taken from the old site without having been read.
        let bytes: [UInt8]?
        /// Whether the old site has the same.
        let isSame: Bool
    }

    /// Builds the new site in the hidden folder, whole and safe on the disk, or leaves nothing behind.
    func stage(_ files: [NewFile], keeping old: PreviousSite?) async throws(DiskFailure) {
        do throws(SystemError) {
            try await fillStaging(files, keeping: old)
        } catch {
            try? await remove(staging)
            throw DiskFailure(writing: SystemError(error.action, shown(error.path), code: error.code))
        }
    }

    private func fillStaging(
        _ files: [NewFile], keeping old: PreviousSite?
    ) async throws(SystemError) {
        try changes.makeFolder(in: parent, staging)
        let folder = openat(parent, staging, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard folder >= 0 else { throw SystemError("open the folder", staging) }
        defer { close(folder) }
        // The list comes first, so that whatever stands here after a sudden end is known to be ours.
        try changes.makeFolder(in: folder, Manifest.folder)
        try changes.createFile(in: folder, Manifest.path, Manifest(of: files).bytes)
        if let old { try copyMode(from: old.folder, to: folder) }
        let chunks = Array<Range<Int>>(files.indices, by: 64)
        let results = await chunks.concurrentMap(chunk: 1) { range in
            do throws(SystemError) {
                try fill(folder, range, of: files, keeping: old)
                return nil as SystemError?
            } catch { return error }
        }
        for case let error? in results { throw error }
        try changes.flushDisk(of: folder, typed)
    }

    /// One task's share of the files.
    private func fill(
        _ folder: Int32, _ range: Range<Int>, of files: [NewFile], keeping old: PreviousSite?
    ) throws(SystemError) {
        var lastFolder = ""
        for index in range {
            let file = files[index]
            if let slash = file.path.utf8.lastIndex(of: UInt8(ascii: "/")), file.path[..<slash] != lastFolder {
                lastFolder = String(file.path[..<slash])
                try changes.makeFolders(in: folder, lastFolder)
            }
            if let old, file.isSame, try changes.link(from: old.folder, to: folder, file.path) { continue }
            try changes.createFile(in: folder, file.path, try bytes(of: file, keeping: old))
        }
    }

    private func bytes(of file: NewFile, keeping old: PreviousSite?) throws(SystemError) -> [UInt8] {
        if let bytes = file.bytes { return bytes }
        guard let bytes = try old?.bytes(of: file.path, size: file.size) else {
            throw SystemError("keep the file", file.path, code: ENOENT)
        }
        return bytes
    }

    /// Who may see the output folder is the user's to set, and outlives a build.
    private func copyMode(from old: Int32, to new: Int32) throws(SystemError) {
        var status = stat()
        guard fstat(old, &status) == 0, fchmod(new, status.st_mode & 0o7777) == 0 else {
            throw SystemError("set the permissions of the folder", staging)
        }
    }

    /// Swaps the new site in. After a failure the old one stands where it stood, and the new one is gone.
    func place(overOld: Bool) async throws(DiskFailure) {
        var isPlaced = false
        do throws(SystemError) {
            if overOld { try swap() } else { try changes.rename(in: parent, staging, to: name) }
            isPlaced = true
            try changes.flush(parent, typed)
        } catch {
            if isPlaced { try? overOld ? swap() : changes.rename(in: parent, name, to: staging) }
            try? await remove(staging)
            throw DiskFailure(writing: SystemError(error.action, typed, code: error.code))
        }
    }

    private func swap() throws(SystemError) {
        if try !changes.exchange(in: parent, staging, name) { try swapWithRenames() }
    }

    /// The old site goes aside and the new one in; then the old one takes the new one's former name, as after a swap.
    private func swapWithRenames() throws(SystemError) {
        try changes.rename(in: parent, name, to: aside)
        do throws(SystemError) {
            try changes.rename(in: parent, staging, to: name)
        } catch {
            try changes.rename(in: parent, aside, to: name)
            throw error
        }
        try changes.rename(in: parent, aside, to: staging)
    }

    /// An error's path as the user knows the place.
    private func shown(_ path: String) -> String {
        path == typed || path == staging ? typed : typed.appending(path: path)
    }
}

extension Array where Element == Range<Int> {
    /// `indices` cut into pieces of `size`.
    fileprivate init(_ indices: Range<Int>, by size: Int) {
        self = stride(from: indices.lowerBound, to: indices.upperBound, by: size).map {
            $0..<Swift.min($0 + size, indices.upperBound)
        }
    }
}
