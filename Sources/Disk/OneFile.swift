import Diagnostics
import Glibc

/// Reads one file that the user named, wherever it is.
public enum OneFile {
    /// All bytes of the file; a link is followed. A pipe or a device is refused, and so is a file that is larger than
    /// `limit` bytes or changes while it is read.
    public static func read(_ path: String, limit: Int) throws(DiskFailure) -> [UInt8] {
        guard let real = RealPath.of(path) else {
            throw DiskFailure([Fault(reading: SystemError("open the file", path), at: path).diagnostic])
        }
        let (parent, name) = RealPath.split(real)
        let folder = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else {
            throw DiskFailure([Fault(reading: SystemError("open the folder", parent), at: path).diagnostic])
        }
        defer { close(folder) }
        let place = SourceFolder.Place(shown: name, real: name, isLinked: false)
        let reader = FileReader(folder: folder, typed: RealPath.split(path).parent, limit: limit)
        switch reader.read(place) {
        case .success(let file): return file.bytes
        case .failure(let fault): throw DiskFailure([fault.diagnostic])
        }
    }
}
