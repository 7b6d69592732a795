import Foundation
import Glibc

/// A terminal that nobody looks at: a pseudo-terminal, whose inner end a program takes for a real one.
struct Terminal {
    /// The end that a program writes to.
    let inner: FileHandle
    private let outer: FileHandle

    init() throws {
        var (outside, inside): (Int32, Int32) = (0, 0)
        guard openpty(&outside, &inside, nil, nil, nil) == 0 else { throw POSIXError(.ENXIO) }
        inner = FileHandle(fileDescriptor: inside, closeOnDealloc: true)
        outer = FileHandle(fileDescriptor: outside, closeOnDealloc: true)
    }

    /// What was written, once the program has ended. A terminal keeps a few kilobytes, which is enough here.
    func text() throws -> String { String(decoding: outer.availableData, as: UTF8.self) }
}
