public import Diagnostics

/// The files of `runs/`, each read when its turn comes: memory then holds a few of them at a time, and a core looks at
/// what it has just read.
public struct RunFiles: Sendable {
    let count: Int
    let read: @Sendable (_ index: Int) -> (file: SourceFile?, faults: [Diagnostic])

    /// - Parameters:
    ///   - count: How many there are; those that ``TrainingReader/isRun(_:)`` says yes to.
    ///   - read: Reads one of them on any core; no file where it cannot be read, and why.
    public init(
        count: Int, read: @escaping @Sendable (_ index: Int) -> (file: SourceFile?, faults: [Diagnostic])
    ) {
        self.count = count
        self.read = read
    }

    /// Files that are in memory.
    public init(_ files: [SourceFile] = []) {
        self.init(count: files.count) { (files[$0], []) }
    }
}
