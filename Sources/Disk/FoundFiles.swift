public import Diagnostics
import Glibc

/// A folder that was looked through, whose files are read one at a time by whoever works on them.
///
/// Memory then holds a few of them and not all, and a core looks at what it has just read.
public final class FoundFiles: Sendable {
    /// What was wrong in the folder; nothing of what is wrong with a file.
    public let diagnostics: [Diagnostic]
    private let places: [SourceFolder.Place]
    private let reader: FileReader?

    init(_ places: [SourceFolder.Place], _ diagnostics: [Diagnostic], _ reader: FileReader?) {
        self.places = places
        self.diagnostics = diagnostics
        self.reader = reader
    }

    deinit {
        if let reader { close(reader.folder) }
    }

    /// Every regular file, sorted by the bytes of its path from the folder.
    public var paths: [String] { places.map(\.shown) }

    /// - Parameter index: The place of the file in ``paths``.
    /// - Throws: Where it cannot be read, for the reasons that ``SourceTree`` gives.
    public func read(_ index: Int) throws(DiskFailure) -> SourceFile {
        guard let reader else { preconditionFailure("a folder that could not be opened holds no files") }
        switch reader.read(places[index]) {
        case .success(let file): return file
        case .failure(let fault): throw DiskFailure([fault.diagnostic])
        }
    }
}
