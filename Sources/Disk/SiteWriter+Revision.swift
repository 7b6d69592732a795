public import Diagnostics
import Glibc

// A new site that is the old one but for a few files.
extension SiteWriter {
    /// What a site holds, by the list that it carries.
    public struct Contents: Sendable {
        /// Paths, in their order, and sizes in bytes.
        public let files: [(path: String, size: Int)]
        /// Of the folder itself: each build puts another in its place.
        public let stamp: FileStamp
    }

    /// The stamp of an output folder, by which to tell whether another build has put one in its place.
    public static func stamp(of folder: String) -> FileStamp { FileStamp.of(folder) }

    /// What a build made in `folder`; `nil` where no build did, or the list is damaged.
    public static func contents(of folder: String) -> Contents? {
        let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        return Manifest.files(in: file).map { Contents(files: $0, stamp: FileStamp.of(".", in: file)) }
    }

    /// Makes `folder` hold `files` in place of some of its own, all other files being second names of the old ones: the
    /// same swap as in ``write(_:to:over:)``, without looking at what stays. So the caller must know that the folder
    /// holds what a build made and nothing else: see ``BuildRecord``.
    ///
    /// - Parameters:
    ///   - files: New, or to be put in the place of files with the same paths.
    ///   - removed: The paths of files that go.
    ///   - last: What the folder held when the caller looked.
    /// - Returns: Its files from now on, in order, and warnings; `nil`, and nothing is touched, where another build wrote
    ///   to the folder meanwhile.
    public func revise(
        _ folder: String, from last: Contents, replacing files: [OutputFile], removing removed: Set<String> = []
    ) async throws(DiskFailure) -> (files: [(path: String, size: Int)], diagnostics: [Diagnostic])? {
        let place = try place(folder)
        guard place.missing == "." else { return nil }
        return try await alone(in: place) { output throws(DiskFailure) in
            try await revise(output, from: last, replacing: files, removing: removed)
        }
    }

    private func revise(
        _ output: OutputFolder, from last: Contents, replacing files: [OutputFile], removing removed: Set<String>
    ) async throws(DiskFailure) -> (files: [(path: String, size: Int)], diagnostics: [Diagnostic])? {
        let folder = openat(output.parent, output.name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard folder >= 0 else { return nil }
        guard FileStamp.of(".", in: folder) == last.stamp else {
            close(folder)
            return nil
        }
        let old = PreviousSite(folder: folder, manifest: Manifest(last.files), hasManifest: true)
        let replaced = removed.union(files.map(\.path))
        return try await ending(await IncomingSite(output, insteadOf: old)) { site throws(DiskFailure) in
            for file in files { site.take(file) }
            site.keep(last.files.filter { !replaced.contains($0.path) })
            let report = try await site.place(overKnown: old.manifest)
            return (site.files, report.diagnostics)
        }
    }
}
