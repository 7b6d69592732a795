import CMinizip

/// Bytes in memory, as the file that minizip wants to read.
///
/// minizip calls back with a pointer to this object, so it must outlive the archive that is read.
final class MemoryFile {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// The functions that minizip calls. It never writes.
    var functions: zlib_filefunc64_def {
        var functions = zlib_filefunc64_def()
        functions.opaque = Unmanaged.passUnretained(self).toOpaque()
        functions.zopen64_file = { opaque, _, _ in opaque }
        functions.zread_file = { opaque, _, buffer, size in
            MemoryFile.from(opaque)?.read(into: buffer, Int(clamping: size)) ?? 0
        }
        functions.zwrite_file = { _, _, _, _ in 0 }
        functions.ztell64_file = { opaque, _ in UInt64(MemoryFile.from(opaque)?.position ?? 0) }
        functions.zseek64_file = { opaque, _, offset, origin in
            MemoryFile.from(opaque)?.seek(offset, origin) == true ? 0 : -1
        }
        functions.zclose_file = { _, _ in 0 }
        functions.zerror_file = { _, _ in 0 }
        return functions
    }

    private static func from(_ opaque: UnsafeMutableRawPointer?) -> MemoryFile? {
        opaque.map { Unmanaged<MemoryFile>.fromOpaque($0).takeUnretainedValue() }
    }

    private func read(into buffer: UnsafeMutableRawPointer?, _ size: Int) -> UInt {
        let count = min(size, bytes.count - position)
        guard count > 0, let buffer, let start = bytes.baseAddress else { return 0 }
        buffer.copyMemory(from: start + position, byteCount: count)
        position += count
        return UInt(count)
    }

    private func seek(_ offset: UInt64, _ origin: Int32) -> Bool {
        let base: Int
        switch origin {
        case ZLIB_FILEFUNC_SEEK_SET: base = 0
        case ZLIB_FILEFUNC_SEEK_CUR: base = position
        case ZLIB_FILEFUNC_SEEK_END: base = bytes.count
        default: return false
        }
        // Offsets are unsigned, and seeking backwards wraps round.
        let target = base &+ Int(bitPattern: UInt(truncatingIfNeeded: offset))
        guard (0...bytes.count).contains(target) else { return false }
        position = target
        return true
    }
}
