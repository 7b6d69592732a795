import CMinizip

/// Reads files out of a ZIP archive in memory, by minizip, within limits.
public enum ZIPArchive {
    /// What an archive may ask of this computer. A small archive can hold petabytes: Fifield, "A better zip bomb"
    /// (WOOT 2019). What it says about its sizes is not believed: bytes are counted as they come.
    public struct Limits: Sendable, Hashable {
        /// How many files it may list.
        public var entries = 4096
        /// How many bytes may come out of it, all files together.
        public var bytes = 256 * 1024 * 1024
        /// How many times larger a file may be than what it is stored as; not for files below a megabyte. Sheets of a
        /// workbook become 10 to 50 times larger, and what holds nothing but zeros 1,000 times.
        public var growth = 250

        public init() {}
    }

    /// - Parameter isWanted: Whether a file of this name is read; the others are only counted.
    /// - Returns: What is in the files, by name.
    public static func read(
        _ archive: [UInt8], limits: Limits = Limits(), where isWanted: (String) -> Bool
    ) throws(ZIPFault) -> [String: [UInt8]] {
        let result = archive.withUnsafeBytes { bytes -> Result<[String: [UInt8]], ZIPFault> in
            let memory = MemoryFile(bytes)
            return withExtendedLifetime(memory) {
                do throws(ZIPFault) {
                    return .success(try Walk(memory, limits).read(where: isWanted))
                } catch {
                    return .failure(error)
                }
            }
        }
        return try result.get()
    }
}

/// Why an archive cannot be read.
public enum ZIPFault: Error, Sendable, Hashable {
    /// It is no archive, or a part of it is missing or wrong.
    case damaged
    /// A password is needed.
    case encrypted
    /// It goes beyond the ``ZIPArchive/Limits``.
    case tooLarge
    /// Another program packed it, or changed it, so that something in it is not where this module puts it.
    case foreign
}

/// One pass over the files of an archive.
private final class Walk {
    private let handle: unzFile
    private let limits: ZIPArchive.Limits
    private var total = 0

    init(_ memory: MemoryFile, _ limits: ZIPArchive.Limits) throws(ZIPFault) {
        var functions = memory.functions
        guard let handle = unzOpen2_64(nil, &functions) else { throw .damaged }
        self.handle = handle
        self.limits = limits
    }

    deinit { unzClose(handle) }

    func read(where isWanted: (String) -> Bool) throws(ZIPFault) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        var count = 0
        var status = unzGoToFirstFile(handle)
        while status == UNZ_OK {
            count += 1
            guard count <= limits.entries else { throw .tooLarge }
            let entry = try entry()
            if isWanted(entry.name) {
                // Two files of one name are read differently by different programs.
                guard try files.updateValue(contents(entry.info), forKey: entry.name) == nil else { throw .damaged }
            }
            status = unzGoToNextFile(handle)
        }
        guard status == UNZ_END_OF_LIST_OF_FILE else { throw .damaged }
        return files
    }

    private static let longestName = 1024

    private func entry() throws(ZIPFault) -> (name: String, info: unz_file_info64) {
        var info = unz_file_info64()
        var name = [CChar](repeating: 0, count: Self.longestName)
        guard unzGetCurrentFileInfo64(handle, &info, &name, UInt(name.count - 1), nil, 0, nil, 0) == UNZ_OK else {
            throw .damaged
        }
        let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return (String(decoding: bytes, as: UTF8.self), info)
    }

    private func contents(_ info: unz_file_info64) throws(ZIPFault) -> [UInt8] {
        guard info.flag & 1 == 0 else { throw .encrypted }
        guard unzOpenCurrentFile(handle) == UNZ_OK else { throw .damaged }
        let allowed = max(1024 * 1024, Int(clamping: info.compressed_size).multipliedClamped(by: limits.growth))
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = Int(unzReadCurrentFile(handle, &chunk, UInt32(chunk.count)))
            guard count > 0 else {
                // Closing compares the checksum.
                let isWhole = unzCloseCurrentFile(handle) == UNZ_OK
                guard count == 0, isWhole else { throw .damaged }
                return bytes
            }
            total += count
            guard total <= limits.bytes, bytes.count + count <= allowed else {
                unzCloseCurrentFile(handle)
                throw .tooLarge
            }
            bytes += chunk[..<count]
        }
    }
}

extension Int {
    fileprivate func multipliedClamped(by factor: Int) -> Int {
        let (product, overflow) = multipliedReportingOverflow(by: factor)
        return overflow ? .max : product
    }
}
