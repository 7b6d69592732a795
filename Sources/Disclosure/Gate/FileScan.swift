import Diagnostics

/// Looks through one file: its path, its bytes in every way of reading them, and what is wrapped up in it.
struct FileScan: Sendable {
    let watch: WatchList
    let published: PublishedContacts

    struct Result: Sendable {
        let path: String
        /// Each with its place in the file; nothing that is excused.
        var found: [Found] = []
        /// What excuses others, whether or not there was anything to excuse.
        var excuses: Set<Finding.What> = []
        /// Why the file could not be looked into.
        var seal: String?
    }

    struct Found: Sendable {
        let what: Finding.What
        let place: Place
    }

    /// Where something was found.
    enum Place: Sendable, Hashable {
        case path
        case byte(Position)
        /// In text that is wrapped up in the file, as base64 or UTF-16.
        case wrapped(Position)
    }

    func scan(path: String, _ bytes: [UInt8]) -> Result {
        var result = Result(path: path)
        Array(path.utf8).withUnsafeBufferPointer { path in
            _ = read(path, .none) { _, finding in result.add(finding, at: .path) }
        }
        bytes.withUnsafeBufferPointer { bytes in
            scan(bytes, path, into: &result)
            result.seal = HiddenContents.seal(bytes)
        }
        return result
    }

    private func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ path: String, into result: inout Result) {
        search(bytes, Self.readings(of: path), depth: 0) { offset, isWrapped, finding in
            let position = Self.position(of: offset, in: bytes)
            result.add(finding, at: isWrapped ? .wrapped(position) : .byte(position))
        }
    }

    /// Searches bytes in all ways in which they can be read, and what is wrapped up in them.
    private func search(
        _ bytes: UnsafeBufferPointer<UInt8>, _ readings: [PlainReader.Markup], depth: Int,
        _ report: (_ offset: Int, _ isWrapped: Bool, Finding) -> Void
    ) {
        var seen = Seen()
        for markup in readings { seen.formUnion(read(bytes, markup) { report($0, false, $1) }) }
        if seen.contains(.zero) {
            for text in HiddenContents.utf16(in: bytes) {
                _ = text.withUnsafeBufferPointer { text in read(text, .none) { _, finding in report(0, true, finding) }
                }
            }
        }
        guard seen.contains(.base64), depth < Self.deepest else { return }
        for (offset, contents) in HiddenContents.embedded(in: bytes) {
            contents.withUnsafeBufferPointer { contents in
                search(contents, [.tags, .none], depth: depth + 1) { report(offset, true, $2) }
            }
        }
    }

    /// Base64 within base64 within base64 is more than any tool writes.
    private static let deepest = 3

    /// What calls for a closer look.
    private struct Seen: OptionSet {
        let rawValue: Int
        static let zero = Seen(rawValue: 1)
        static let base64 = Seen(rawValue: 2)
    }

    /// Pages and feeds come from templates, which escape what they print, so a tag in them is a tag. Whatever somebody
    /// put beside them is read a second time, as if it were plain text.
    private static func readings(of path: String) -> [PlainReader.Markup] {
        let isOwn = !path.hasPrefix("files/") && !path.hasPrefix("images/")
        if isOwn, path.hasSuffix(".html") { return [.tags] }
        if isOwn, path.hasSuffix(".xml") { return [.escapedTags] }
        return [.tags, .none]
    }

    /// Reads bytes in one way and reports what is found, each with its offset.
    private func read(
        _ bytes: UnsafeBufferPointer<UInt8>, _ markup: PlainReader.Markup, _ report: (Int, Finding) -> Void
    ) -> Seen {
        let room = PlainReader.room(for: bytes.count)
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * room) { space in
            let (text, tags) = (space[..<room], space[room...])
            let rooms = (UnsafeMutableBufferPointer(rebasing: text), UnsafeMutableBufferPointer(rebasing: tags))
            var reader = PlainReader(bytes, watch.alphabet, markup, into: rooms)
            reader.readAll()
            var seen: Seen = reader.sawZero ? .zero : []
            let scans = [reader.text, reader.tags].map { reading in
                WordScan.search(reading.bytes, for: watch, published: published)
            }
            if scans.contains(where: \.sawBase64) { seen.insert(.base64) }
            for (scan, reading) in zip(scans, [\PlainReader.text, \PlainReader.tags]) where !scan.findings.isEmpty {
                let fresh = PlainReader(bytes, watch.alphabet, markup, into: rooms)
                tell(scan.findings, in: reading, of: fresh, report)
            }
            return seen
        }
    }

    private func tell(
        _ findings: [Finding], in reading: KeyPath<PlainReader, PlainReader.Reading>, of fresh: PlainReader,
        _ report: (Int, Finding) -> Void
    ) {
        for excuse in findings where excuse.what.isExcuse { report(0, excuse) }
        let faults = findings.filter { !$0.what.isExcuse }
        guard !faults.isEmpty else { return }
        let offsets = Self.offsets(of: faults.map(\.range.lowerBound), in: reading, of: fresh)
        for (finding, offset) in zip(faults, offsets) { report(offset, finding) }
    }

    /// Where in the file the bytes of a reading come from: found by reading it once more, step by step, because nearly
    /// all files hold nothing and should not pay for it.
    private static func offsets(
        of places: [Int], in reading: KeyPath<PlainReader, PlainReader.Reading>, of fresh: PlainReader
    ) -> [Int] {
        var (reader, offsets) = (fresh, [Int: Int]())
        for place in places.sorted() {
            var before = reader.at
            while reader.at < reader.input.count, reader[keyPath: reading].count <= place {
                before = reader.at
                reader.step()
            }
            if offsets[place] == nil { offsets[place] = before }
        }
        return places.map { offsets[$0] ?? 0 }
    }

    private static func position(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Position {
        var (line, column) = (1, 1)
        for byte in bytes[..<min(offset, bytes.count)] {
            if byte == 0x0A {
                (line, column) = (line + 1, 1)
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return Position(line: line, column: column)
    }
}

extension FileScan.Result {
    fileprivate mutating func add(_ finding: Finding, at place: FileScan.Place) {
        // Scripts hold packed digits, as the index of the search does, that only look like numbers. The pages that the
        // index is made of are searched for them.
        if path.hasSuffix(".js"), finding.what.isShapeOfNumber { return }
        if finding.what.isExcuse {
            excuses.insert(finding.what)
        } else if !found.contains(where: { $0.what == finding.what }) {
            found.append(FileScan.Found(what: finding.what, place: place))
        }
    }
}
