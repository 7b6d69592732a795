public import Diagnostics
import Glibc
import Parallelism

/// Reads a folder that somebody else may have changed, to be held against a list: every file, none followed to
/// another place, and nothing passed over but what desktops put into every folder they show.
public enum CopyFolder {
    /// - Parameter limit: The largest file that is read, in bytes.
    /// - Returns: The files with their paths below `folder`; and the paths of links, pipes and whatever else is there
    ///   in the place of a file.
    public static func read(
        _ folder: String, limit: Int
    ) async throws(DiskFailure) -> (files: [SourceFile], others: [String]) {
        let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else {
            throw DiskFailure([Fault(reading: SystemError("open the folder", folder), at: folder).diagnostic])
        }
        defer { close(file) }
        let contents: FolderContents
        do throws(SystemError) {
            contents = try await FolderContents.of(file).get()
        } catch {
            throw DiskFailure([Fault(reading: error, at: folder).diagnostic])
        }
        // Signpost's own list of a folder is no part of a copy. Under its name stands nothing else.
        let hasList = if case .intact? = try? Manifest.find(in: file) { true } else { false }
        let paths = contents.files.filter { path in
            !(path == Manifest.path && hasList) && !FolderContents.isDesktops(path)
        }.sorted(by: bytewise)
        let reader = FileReader(folder: file, typed: folder, limit: limit)
        let read = await paths.concurrentMap { path in
            reader.read(SourceFolder.Place(shown: path, real: path, isLinked: false))
        }
        let files = read.compactMap { try? $0.get() }
        return (files, zip(paths, read).filter { $0.1.failure != nil }.map(\.0))
    }
}
