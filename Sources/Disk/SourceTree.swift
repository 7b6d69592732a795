public import Diagnostics
import Glibc
import Parallelism

/// Reads a folder and everything below it into memory, once, on all cores.
///
/// Dot files, dot folders and the litter of editors are passed over. A link to a file or folder inside the folder is
/// followed once; a link that leads out of it is refused, because a site must not depend on (or publish) what lies
/// elsewhere. Every fault is a diagnostic, and the other files are read all the same.
public enum SourceTree {
    /// What is refused for its size.
    public struct Limits: Sendable {
        /// The largest file in bytes. 64 MiB holds a long training video; text files have limits of their own.
        public var fileBytes: Int

        public init(fileBytes: Int = 64 << 20) { self.fileBytes = fileBytes }
    }

    /// Every regular file below `root`, sorted by the bytes of its path, and what was wrong.
    ///
    /// - Parameter root: the folder as the user typed it; diagnostics repeat it in front of paths.
    public static func read(
        root: String, limits: Limits = Limits()
    ) async -> (files: [SourceFile], diagnostics: [Diagnostic]) {
        let found = await sighted(root: root, limits: limits)
        return (found.files, found.diagnostics)
    }

    /// What a folder holds, and by what to tell later whether it is still the same.
    public struct Sighted: Sendable {
        public let files: [SourceFile]
        public let diagnostics: [Diagnostic]
        /// Every folder that was looked into and every file that was read. A root that is not there is sighted too.
        public let sightings: [Sighting]
    }

    /// The same as ``read(root:limits:)``, for those who want to know later whether anything has changed.
    ///
    /// - Parameter isWanted: Which files are read, by their paths from the root; all folders are looked into.
    public static func sighted(
        root: String, limits: Limits = Limits(), where isWanted: @Sendable (String) -> Bool = { _ in true }
    ) async -> Sighted {
        let start = FileStamp.Instant.now
        let folder = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return nothing(missing(root, SystemError("open the folder", root)), root) }
        defer { close(folder) }
        guard let real = RealPath.of(root) else {
            return nothing(missing(root, SystemError("find the folder", root)), root)
        }
        let tree = SourceFolder(file: folder, typed: root, real: real)
        let found = await tree.walk(from: start, where: isWanted)
        let reader = FileReader(folder: folder, typed: root, limit: limits.fileBytes)
        let read = await found.files.concurrentMap { place in
            reader.sight(place).map {
                ($0.file, Sighting(root.appending(path: place.shown), $0.stamp, of: $0.file.bytes, from: start))
            }
        }
        return Sighted(
            files: read.compactMap { try? $0.get().0 },
            diagnostics: (found.faults + read.compactMap(\.failure).map(\.diagnostic)).sortedByPlace(),
            sightings: found.sightings + read.compactMap { try? $0.get().1 })
    }

    /// The same files, none of which has been read.
    public static func found(root: String, limits: Limits = Limits()) async -> FoundFiles {
        let folder = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return FoundFiles([], [missing(root, SystemError("open the folder", root))], nil) }
        let reader = FileReader(folder: folder, typed: root, limit: limits.fileBytes)
        guard let real = RealPath.of(root) else {
            return FoundFiles([], [missing(root, SystemError("find the folder", root))], reader)
        }
        let found = await SourceFolder(file: folder, typed: root, real: real).walk(from: .now)
        return FoundFiles(found.files, found.faults, reader)
    }

    private static func nothing(_ fault: Diagnostic, _ root: String) -> Sighted {
        Sighted(files: [], diagnostics: [fault], sightings: [Sighting(at: root)])
    }

    private static func missing(_ root: String, _ error: SystemError) -> Diagnostic {
        guard error.code == ENOENT || error.code == ENOTDIR else {
            return Diagnostic(
                .unreadableFile, "cannot \(error.action) \"\(root)\": \(error.reason)", at: nil, help: error.remedy)
        }
        if error.code == ENOTDIR {
            return Diagnostic(.missingFolder, "\"\(root)\" is a file where a folder is expected", at: nil)
        }
        let (parent, name) = RealPath.split(root)
        let beside = (try? FolderEntry.list(root: AT_FDCWD, path: parent).get()) ?? []
        let folders = beside.filter { $0.kind == .folder && !Litter.covers($0.name) }.compactMap(\.text)
        let similar = Spelling.nearest(name, in: folders.sorted(by: bytewise))
        return Diagnostic(
            .missingFolder, "there is no folder \"\(root)\"", at: nil, help: similar.map { "did you mean \"\($0)\"?" })
    }
}

/// A diagnostic as the failure of a `Result`.
struct Fault: Error {
    let diagnostic: Diagnostic

    init(_ code: DiagnosticCode, _ message: String, at path: String, help: String? = nil) {
        diagnostic = Diagnostic(code, message, at: .wholeFile(path), help: help)
    }

    init(reading error: SystemError, at path: String) {
        self.init(.unreadableFile, "cannot \(error.action): \(error.reason)", at: path, help: error.remedy)
    }
}

extension Result {
    var failure: Failure? {
        if case .failure(let failure) = self { failure } else { nil }
    }
}
