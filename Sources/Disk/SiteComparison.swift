import Synchronization

/// A site that arrives file by file and is held against the one that is there; nothing is touched.
public final class SiteComparison: Sendable {
    private let old: PreviousSite?
    private let files = Mutex(Arrivals())

    init(with old: PreviousSite?) { self.old = old }

    /// Takes one file: from many tasks at once, in any order.
    public func take(_ file: OutputFile) {
        let isSame = old?.holds(file) == true
        files.withLock { $0.add(path: file.path, size: file.bytes.count, isSame: isSame) }
    }

    /// What a build would change.
    public func report() throws(DiskFailure) -> SiteWriter.Report {
        let files = files.withLock { files in
            files.sort()
            return files
        }
        try files.check(in: files.folders)
        return files.report(insteadOf: old)
    }
}
