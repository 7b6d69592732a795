import Diagnostics
import Disk

/// The files of the records as a command knows them, for one that is to change some: as it read them, or as it wrote them
/// itself. What somebody else saved since is not replaced.
struct KnownRecords {
    /// By their paths, as they are shown.
    private var files: [String: [UInt8]]

    /// - Throws: What of the records is no longer as it was read, whether it is to be changed or not.
    init(asRead shelves: Shelves) async throws(DiskFailure) {
        let changed = await shelves.changedRecords()
        guard changed.isEmpty else { throw DiskFailure(changed) }
        files = Dictionary(shelves.records.map { (shelves.shownRecord($0.path), $0.bytes) }) { first, _ in first }
    }

    /// Puts a file into its place; one that was not there may be anything.
    mutating func replace(_ path: String, with bytes: [UInt8]) throws(DiskFailure) {
        if let old = files[path] {
            try FileReplacement.write(bytes, over: old, at: path)
        } else {
            try FileReplacement.write(bytes, to: path)
        }
        files[path] = bytes
    }
}
