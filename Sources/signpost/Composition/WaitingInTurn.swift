import Disk

extension FolderLock {
    /// Lets nobody else change the records of a board: what two commands work out from the same files, the one would undo
    /// of the other.
    ///
    /// - Parameter content: The board's content folder.
    static func ofRecords(_ content: String) -> FolderLock {
        FolderLock(content) {
            Console.note("Another command is changing these records; waiting for it to end.\n")
        }
    }
}

extension StagedFiles {
    /// Says so where another run has to end before.
    static func inTurn(in folder: String, run: String = "") throws(DiskFailure) -> StagedFiles {
        try StagedFiles(in: folder, run: run) {
            Console.note("Another run is writing to \(folder); waiting for it to end.\n")
        }
    }
}
