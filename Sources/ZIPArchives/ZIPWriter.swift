import CMinizip

extension ZIPArchive {
    /// An archive of some files, in their order, by minizip.
    ///
    /// The same entries give the same bytes: no times, no owners, no remarks, no extra fields. ``form(of:)`` knows this
    /// form and no other.
    public static func archive(of entries: [ZIPEntry]) -> [UInt8] {
        let memory = MemoryOutput(capacity: entries.reduce(64) { $0 + $1.packedSize + 2 * $1.path.utf8.count + 96 })
        withExtendedLifetime(memory) {
            var functions = memory.functions
            guard let archive = zipOpen2_64("", APPEND_STATUS_CREATE, nil, &functions) else {
                preconditionFailure("minizip has no memory")
            }
            for entry in entries { write(entry, to: archive) }
            let status = zipClose(archive, nil)
            precondition(status == ZIP_OK, "minizip could not end an archive in memory: \(status)")
        }
        return memory.bytes
    }

    /// 1 January 1980, the first day that an archive can name (APPNOTE.TXT 6.3.10, 4.4.6, in MS-DOS's format).
    static let date: UInt = 0x0021_0000
    /// Names are UTF-8 (4.4.4, bit 11).
    static let flags: UInt = 0x0800
    /// "Made by" 2.0 on MS-DOS: no permissions of a Unix system (4.4.2).
    private static let madeBy: UInt = 20

    private static func write(_ entry: ZIPEntry, to archive: zipFile) {
        var info = zip_fileinfo()
        info.dosDate = date
        let method = entry.isDeflated ? Z_DEFLATED : 0
        var status = zipOpenNewFileInZip4_64(
            archive, entry.path, &info, nil, 0, nil, 0, nil, method, Int32(ZIPEntry.usualLevel), 1, -MAX_WBITS,
            DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, nil, 0, madeBy, flags, 0)
        precondition(status == ZIP_OK, "minizip refused the entry \(entry.path): \(status)")
        status = zipWriteInFileInZip(archive, entry.packed, UInt32(entry.packed.count))
        precondition(status == ZIP_OK, "minizip could not write into memory: \(status)")
        status = zipCloseFileInZipRaw64(archive, UInt64(entry.size), entry.checksum)
        precondition(status == ZIP_OK, "minizip could not end the entry \(entry.path): \(status)")
    }
}

/// Bytes in memory, as the file that minizip wants to write. It goes back to fill in sizes.
private final class MemoryOutput {
    private(set) var bytes: [UInt8] = []
    private var position = 0

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    var functions: zlib_filefunc64_def {
        var functions = zlib_filefunc64_def()
        functions.opaque = Unmanaged.passUnretained(self).toOpaque()
        functions.zopen64_file = { opaque, _, _ in opaque }
        functions.zread_file = { _, _, _, _ in 0 }
        functions.zwrite_file = { opaque, _, buffer, size in
            MemoryOutput.from(opaque)?.write(UnsafeRawBufferPointer(start: buffer, count: Int(size)))
            return size
        }
        functions.ztell64_file = { opaque, _ in UInt64(MemoryOutput.from(opaque)?.position ?? 0) }
        functions.zseek64_file = { opaque, _, offset, origin in
            MemoryOutput.from(opaque)?.seek(Int(offset), origin) == true ? 0 : -1
        }
        functions.zclose_file = { _, _ in 0 }
        functions.zerror_file = { _, _ in 0 }
        return functions
    }

    private static func from(_ opaque: UnsafeMutableRawPointer?) -> MemoryOutput? {
        opaque.map { Unmanaged<MemoryOutput>.fromOpaque($0).takeUnretainedValue() }
    }

    private func write(_ new: UnsafeRawBufferPointer) {
        let over = min(new.count, bytes.count - position)
        bytes.replaceSubrange(position..<position + over, with: new[..<over])
        bytes.append(contentsOf: new[over...])
        position += new.count
    }

    private func seek(_ offset: Int, _ origin: Int32) -> Bool {
        let base = origin == ZLIB_FILEFUNC_SEEK_SET ? 0 : origin == ZLIB_FILEFUNC_SEEK_CUR ? position : bytes.count
        guard (0...bytes.count).contains(base + offset) else { return false }
        position = base + offset
        return true
    }
}
