import Diagnostics
import Glibc

/// Reads one file whole, and notices when it changes under the reader.
struct FileReader: Sendable {
    /// The open root, and how the user typed it.
    let folder: Int32
    let typed: String
    /// The largest file that is read, in bytes.
    let limit: Int
    /// Runs between reading a file and looking whether it changed; tests change it here.
    var afterReading: (@Sendable (String) -> Void)?

    init(folder: Int32, typed: String, limit: Int) {
        self.folder = folder
        self.typed = typed
        self.limit = limit
    }

    /// A file that is being saved is whole a moment later, so it is read up to three times before that is a fault.
    private static let attempts = 3

    func read(_ place: SourceFolder.Place) -> Result<SourceFile, Fault> { sight(place).map(\.file) }

    /// The file, and its stamp from before it was read.
    func sight(_ place: SourceFolder.Place) -> Result<(file: SourceFile, stamp: FileStamp), Fault> {
        let shown = typed.appending(path: place.shown)
        do throws(SystemError) {
            for _ in 0..<Self.attempts {
                switch try readOnce(place.real) {
                case .whole(let bytes, let stamp):
                    return .success((SourceFile(path: place.shown, bytes: bytes), stamp))
                case .tooLarge(let size): return .failure(tooLarge(place, size))
                case .notAFile:
                    return .failure(Fault(.specialFile, "\"\(place.shown)\" is not an ordinary file", at: shown))
                case .changed: continue
                }
            }
            let message = "\"\(place.shown)\" was changed while it was read"
            return .failure(Fault(.changedFile, message, at: shown, help: "save it, and run the command again"))
        } catch {
            return .failure(Fault(reading: error, at: shown))
        }
    }

    private func tooLarge(_ place: SourceFolder.Place, _ size: Int) -> Fault {
        Fault(
            .fileTooLarge, "\"\(place.shown)\" has \(size) bytes; the limit is \(limit)",
            at: typed.appending(path: place.shown))
    }

    private enum Outcome { case whole([UInt8], FileStamp), tooLarge(Int), notAFile, changed }

    private func readOnce(_ path: String) throws(SystemError) -> Outcome {
        // O_NONBLOCK: a pipe that took the file's place since the walk must not hang the build.
        let file = openat(folder, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { throw SystemError("open the file", path) }
        defer { close(file) }
        let before = try status(file, path)
        guard before.st_mode & S_IFMT == S_IFREG else { return .notAFile }
        let size = Int(before.st_size)
        guard size <= limit else { return .tooLarge(size) }
        let bytes = try contents(file, expecting: size, path)
        afterReading?(path)
        let after = try status(file, path)
        return bytes.count == size && FileStamp(before) == FileStamp(after)
            ? .whole(bytes, FileStamp(before)) : .changed
    }

    private func status(_ file: Int32, _ path: String) throws(SystemError) -> stat {
        var status = stat()
        guard fstat(file, &status) == 0 else { throw SystemError("look at the file", path) }
        return status
    }

    /// Up to one byte more than expected, so that a file that grew is noticed.
    private func contents(_ file: Int32, expecting size: Int, _ path: String) throws(SystemError) -> [UInt8] {
        var failure: SystemError?
        let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            while count < size + 1 {
                let got = Glibc.read(file, buffer.baseAddress.map { $0 + count }, size + 1 - count)
                if got > 0 { count += got }
                if got == 0 { break }
                if got < 0, errno != EINTR {
                    failure = SystemError("read the file", path)
                    break
                }
            }
        }
        if let failure { throw failure }
        return bytes
    }
}
