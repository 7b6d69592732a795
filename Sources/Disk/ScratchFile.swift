import Glibc
import Synchronization

/// A file without a name, for what a command needs again later and need not hold in memory until then.
///
/// It is gone with the command, however that ends, and no other program can open it. What the disk does not take stays
/// with whoever brought it, so a full disk costs memory here and nothing else. What cannot be read back is lost:
/// ``failure`` says so, and then nothing that was made of it may be used.
public final class ScratchFile: Sendable {
    let file: Int32
    private let folder: String
    private let changes: DiskChanges
    private let end = Atomic(0)
    private let isRefused = Atomic(false)
    private let lost = Mutex<SystemError?>(nil)

    /// `nil` where no such file can be made: network drives and FAT have none.
    ///
    /// - Parameter path: What the command makes: the file lies on the same disk, which must have room for it anyway.
    public convenience init?(beside path: String) { self.init(beside: path, changes: DiskChanges()) }

    init?(beside path: String, changes: DiskChanges) {
        folder = RealPath.split(path).parent
        file = open(folder, O_RDWR | O_CLOEXEC | SecretFile.temporaryFile, 0o600)
        self.changes = changes
        if file < 0 { return nil }
    }

    deinit { if file >= 0 { close(file) } }

    /// Puts bytes aside; from many tasks at once.
    ///
    /// - Returns: Where they lie; `nil` where the disk does not take them.
    public func put(_ bytes: [UInt8]) -> Int? {
        guard !isRefused.load(ordering: .relaxed) else { return nil }
        let place = end.wrappingAdd(bytes.count, ordering: .relaxed).oldValue
        do throws(SystemError) {
            try changes.write(bytes, to: file, at: place, folder)
            return place
        } catch {
            // A disk that is full stays full for as long as this takes.
            isRefused.store(true, ordering: .relaxed)
            return nil
        }
    }

    /// What lies at a place; as many spaces where it cannot be read.
    public func bytes(at place: Int, count size: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = pread(file, buffer.baseAddress.map { $0 + count }, size - count, off_t(place + count))
                if got > 0 { count += got }
                guard got == 0 || got < 0 && errno != EINTR else { continue }
                let error = SystemError("read back what was put aside in", folder, code: got == 0 ? EIO : errno)
                lost.withLock { $0 = $0 ?? error }
                buffer[count...].initialize(repeating: UInt8(ascii: " "))
                count = size
            }
        }
    }

    /// The first thing that could not be read back.
    public var failure: DiskFailure? { lost.withLock { $0 }.map(DiskFailure.init(writing:)) }
}
