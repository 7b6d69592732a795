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

        /// Whether nothing at all was found, not even what would be excused.
        var isClean: Bool { found.isEmpty && excuses.isEmpty && seal == nil }
    }

    struct Found: Sendable {
        let what: Finding.What
        let place: Place
        /// Whether it is a name of which a word is written small: see ``OrdinaryWords``.
        let isSmall: Bool
    }

    /// Where something was found.
    enum Place: Sendable, Hashable {
        case path
        case byte(Position)
        /// In text that is wrapped up in the file: base64, UTF-16, or the words of the search index.
        case wrapped(Position)
    }

    func scan(path: String, _ bytes: [UInt8]) -> Result {
        var result = Result(path: path)
        Array(path.utf8).withUnsafeBufferPointer { path in
            _ = read(path, .none) { _, finding in result.add(finding, at: .path) }
        }
        bytes.withUnsafeBufferPointer { bytes in
            if let index = IndexContents(path: path, bytes) {
                scan(index, of: bytes, into: &result)
            } else {
                scan(bytes, path, into: &result)
            }
            result.seal = HiddenContents.seal(bytes)
        }
        return result
    }

    private func scan(_ index: IndexContents, of bytes: UnsafeBufferPointer<UInt8>, into result: inout Result) {
        var cursor = Cursor(bytes)
        index.text.withUnsafeBufferPointer { text in
            search(text, [.none], depth: 0) { offset, isWrapped, finding in
                let position = cursor.position(of: min(offset, index.copied))
                let isCopied = offset < index.copied && !isWrapped
                result.add(finding, at: isCopied ? .byte(position) : .wrapped(position))
            }
        }
    }

    private func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ path: String, into result: inout Result) {
        var cursor = Cursor(bytes)
        search(bytes, Self.readings(of: path), depth: 0) { offset, isWrapped, finding in
            let position = cursor.position(of: offset)
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
        guard depth < Self.deepest else { return }
        for part in PictureParts.ranges(in: bytes) {
            let picture = UnsafeBufferPointer(rebasing: bytes[part])
            search(picture, [.tags, .none], depth: Self.deepest) { report(part.lowerBound + $0, $1, $2) }
        }
        guard seen.contains(.base64) else { return }
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
        watch.alphabet.simple.withUnsafeBufferPointer { read(bytes, $0, markup, report) }
    }

    private func read(
        _ bytes: UnsafeBufferPointer<UInt8>, _ simple: UnsafeBufferPointer<UInt8>, _ markup: PlainReader.Markup,
        _ report: (Int, Finding) -> Void
    ) -> Seen {
        let room = PlainReader.room(for: bytes.count)
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * room) { space in
            let (text, tags) = (space[..<room], space[room...])
            let rooms = (UnsafeMutableBufferPointer(rebasing: text), UnsafeMutableBufferPointer(rebasing: tags))
            var reader = PlainReader(bytes, watch.alphabet, simple, markup, into: rooms)
            reader.readAll()
            var seen: Seen = reader.sawZero ? .zero : []
            let scans = [reader.text, reader.tags].map { reading in
                WordScan.search(reading.bytes, for: watch, published: published)
            }
            if scans.contains(where: \.sawBase64) { seen.insert(.base64) }
            for (scan, isTags) in zip(scans, [false, true]) where !scan.findings.isEmpty {
                let fresh = PlainReader(bytes, watch.alphabet, simple, markup, into: rooms)
                tell(scan.findings, inTags: isTags, of: fresh, report)
            }
            return seen
        }
    }

    private func tell(
        _ findings: [Finding], inTags: Bool, of fresh: PlainReader, _ report: (Int, Finding) -> Void
    ) {
        for excuse in findings where excuse.what.isExcuse { report(0, excuse) }
        let faults = findings.filter { !$0.what.isExcuse }
        guard !faults.isEmpty else { return }
        let places = faults.flatMap { [$0.range.lowerBound] + $0.words }
        let offsets = Self.offsets(of: places, inTags: inTags, of: fresh)
        for var finding in faults {
            finding.isSmall =
                finding.words.contains { word in offsets[word].map { fresh.input[$0].isSmallLetter } ?? false }
            report(offsets[finding.range.lowerBound] ?? 0, finding)
        }
    }

    /// Where in the file the bytes of a reading come from: found by reading it once more, step by step, because nearly
    /// all files hold nothing and should not pay for it.
    private static func offsets(
        of places: [Int], inTags: Bool, of fresh: PlainReader
    ) -> [Int: Int] {
        var (reader, offsets) = (fresh, [Int: Int]())
        let end = reader.input.count
        for place in places.sorted() {
            var before = reader.at
            // No key path picks the reading: it would copy the reader for each letter, and did.
            while reader.at < end, (inTags ? reader.tags.count : reader.text.count) <= place {
                before = reader.at
                reader.step()
            }
            if offsets[place] == nil { offsets[place] = before }
        }
        return offsets
    }

    /// Counts lines and columns on from the place it was asked for last: a file with thousands of findings would be
    /// counted from its start for each of them otherwise.
    private struct Cursor {
        private let bytes: UnsafeBufferPointer<UInt8>
        private var offset = 0
        private var line = 1
        private var column = 1

        init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

        mutating func position(of wanted: Int) -> Position {
            let wanted = min(wanted, bytes.count)
            if wanted < offset { self = Cursor(bytes) }
            for byte in bytes[offset..<wanted] {
                if byte == 0x0A {
                    (line, column) = (line + 1, 1)
                } else if byte & 0xC0 != 0x80 {
                    column += 1
                }
            }
            offset = wanted
            return Position(line: line, column: column)
        }
    }
}

extension FileScan.Result {
    fileprivate mutating func add(_ finding: Finding, at place: FileScan.Place) {
        if finding.what.isExcuse {
            excuses.insert(finding.what)
        } else if !found.contains(where: { $0.what == finding.what && $0.isSmall == finding.isSmall }) {
            found.append(FileScan.Found(what: finding.what, place: place, isSmall: finding.isSmall))
        }
    }
}

extension UInt8 {
    fileprivate var isSmallLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
}
