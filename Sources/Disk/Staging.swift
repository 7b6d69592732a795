import Glibc
import Parallelism

/// The hidden folder in which a new site is put together.
///
/// It has the folder of the list from the start, so that whatever stands here after a sudden end is known to be ours; the
/// list itself comes last, when it is known what is on it.
struct Staging: Sendable {
    private let folder: Int32
    private let typed: String
    private let changes: DiskChanges
    /// The folders that are in it from the start.
    private var spare: Set<String> = []

    /// - Parameters:
    ///   - old: Whose permissions it gets: who may see the output folder is the user's to set, and outlives a build.
    ///   - folders: Are moved into it.
    init(of output: OutputFolder, like old: PreviousSite?, with folders: SpareFolders?) throws(SystemError) {
        (changes, typed) = (output.changes, output.typed)
        try changes.makeFolder(in: output.parent, output.staging)
        folder = openat(output.parent, output.staging, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard folder >= 0 else { throw Self.undone(SystemError("open the folder", output.staging), output) }
        do throws(SystemError) {
            try changes.makeFolder(in: folder, Manifest.folder)
            if let old { try copyMode(from: old.folder, output.staging) }
        } catch {
            close()
            throw Self.undone(error, output)
        }
        spare = folders.map { output.takeOver($0) } ?? []
    }

    /// Takes away what was made so far.
    private static func undone(_ error: SystemError, _ output: OutputFolder) -> SystemError {
        _ = try? output.changes.removeFolder(in: output.parent, "\(output.staging)/\(Manifest.folder)")
        _ = try? output.changes.removeFolder(in: output.parent, output.staging)
        return error
    }

    private func copyMode(from old: Int32, _ name: String) throws(SystemError) {
        var status = stat()
        guard fstat(old, &status) == 0, fchmod(folder, status.st_mode & 0o7777) == 0 else {
            throw SystemError("set the permissions of the folder", name)
        }
    }

    func close() { Glibc.close(folder) }

    /// A file that the old site does not have. Safe from many tasks at once.
    func write(_ file: OutputFile) throws(SystemError) {
        if let above = Manifest.folder(of: file.path), !spare.contains(above) {
            try changes.makeFolders(in: folder, above)
        }
        try changes.createFile(in: folder, file.path, file.bytes)
    }

    /// Adds what stays and the list of everything, and waits until the disk has it all.
    ///
    /// - Parameters:
    ///   - files: In order.
    ///   - folders: All that the files lie in.
    func finish(_ files: Arrivals, in folders: Set<String>, keeping old: PreviousSite?) async throws(SystemError) {
        try removeSurplus(folders)
        if let old {
            let kept = files.all.filter(\.isSame)
            let runs = stride(from: 0, to: kept.count, by: 64).map { kept[$0..<min($0 + 64, kept.count)] }
            let failures = await runs.concurrentMap(chunk: 1) { run in
                do throws(SystemError) {
                    try keep(run, from: old)
                    return nil as SystemError?
                } catch { return error }
            }
            for case let failure? in failures { throw failure }
        }
        try changes.createFile(in: folder, Manifest.path, Manifest.bytes(of: files.all.lazy.map { ($0.path, $0.size) }))
        try changes.flushDisk(of: folder, typed)
    }

    /// Takes away what of the spare folders the new site does not have.
    private func removeSurplus(_ wanted: Set<String>) throws(SystemError) {
        for path in spare.subtracting(wanted).sorted(by: bytewise).reversed() {
            guard try changes.removeFolder(in: folder, path) else {
                throw SystemError("remove the folder", path, code: ENOTEMPTY)
            }
        }
    }

    /// One task's share of the files that stay.
    private func keep(_ files: ArraySlice<Arrivals.File>, from old: PreviousSite) throws(SystemError) {
        var lastFolder: String?
        for file in files {
            let above = Manifest.folder(of: file.path)
            if let above, above != lastFolder, !spare.contains(above) { try changes.makeFolders(in: folder, above) }
            lastFolder = above
            if try changes.link(from: old.folder, to: folder, file.path) { continue }
            guard let bytes = try old.bytes(of: file.path, size: file.size) else {
                throw SystemError("keep the file", file.path, code: ENOENT)
            }
            try changes.createFile(in: folder, file.path, bytes)
        }
    }
}
