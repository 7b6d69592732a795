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
        let folder = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return ([], [missing(root, SystemError("open the folder", root))]) }
        defer { close(folder) }
        guard let real = RealPath.of(root) else {
            return ([], [missing(root, SystemError("find the folder", root))])
        }
        let tree = SourceFolder(file: folder, typed: root, real: real)
        let (found, faults) = await tree.walk()
        let reader = FileReader(folder: folder, typed: root, limit: limits.fileBytes)
        let read = await found.concurrentMap { reader.read($0) }
        return (
            read.compactMap { try? $0.get() },
            (faults + read.compactMap(\.failure).map(\.diagnostic)).sortedByPlace()
        )
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
