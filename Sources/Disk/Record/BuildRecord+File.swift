import Glibc

// The file of a record: text, a line for each sighting, and a checksum.
extension BuildRecord {
    private static let heading = "signpost-record 2"
    /// In bytes. A million pages make records of some hundred million.
    private static let limit = 1 << 30

    /// `.site.signpost-record` beside `site`, or another file that is kept there for the next build.
    public static func path(beside output: String, ending: String = "record") -> String {
        let (parent, name) = RealPath.split(RealPath.of(output) ?? output)
        return parent.appending(path: ".\(name).signpost-\(ending)")
    }

    /// What a record says of a site and of what it was made from.
    public enum Standing: Sendable {
        /// A build would read the same and make what is there already.
        case same(BuildRecord)
        /// The site is as it was made, and of what was read some files have changed and none has come or gone: their
        /// paths, from the working folder.
        case changed(BuildRecord, files: [String])
        /// There is no record, a byte of it is wrong, it is of another kind of build, or more has changed.
        case unknown
    }

    /// How a site stands to the record beside it.
    public static func standing(beside output: String, circumstances: [String]) async -> Standing {
        await standing(read(path(beside: output), circumstances)) { $0.save(beside: output) }
    }

    /// How the sources stand to the record of a run that made no site, in a file of a cache.
    public static func standing(cachedAt path: String, circumstances: [String]) async -> Standing {
        await standing(read(path, circumstances)) { $0.cache(at: path) }
    }

    private static func standing(_ record: BuildRecord?, save: (BuildRecord) -> Void) async -> Standing {
        let start = FileStamp.Instant.now
        guard let record, let changes = await record.changes() else { return .unknown }
        guard changes.isEmpty else { return .changed(record, files: changes) }
        let settled = record.settled(at: start)
        if settled != record { save(settled) }
        return .same(record)
    }

    static func read(beside output: String, circumstances: [String]) -> BuildRecord? {
        read(path(beside: output), circumstances)
    }

    private static func read(_ path: String, _ circumstances: [String]) -> BuildRecord? {
        guard let bytes = try? OneFile.read(path, limit: limit), let record = BuildRecord(parsing: bytes),
            record.circumstances == circumstances
        else { return nil }
        return record
    }

    /// Keeps the record beside the site. One that cannot be kept is no fault: the next build does all its work.
    public func save(beside output: String) {
        try? FileReplacement.writeRecord(bytes, at: Self.path(beside: output))
    }

    /// Keeps the record in a file of a cache; where that is impossible, the next run does all its work.
    public func cache(at path: String) { try? FileReplacement.cache(bytes, at: path) }

    var bytes: [UInt8] {
        var out = Array("\(Self.heading)\n".utf8)
        out.reserveCapacity(128 * (inputs.count + outputs.count))
        for texts in [circumstances, answer] {
            out.write(texts.count)
            for text in texts { out.write(text) }
        }
        for sightings in [inputs, outputs] {
            out.write(sightings.count)
            for sighting in sightings { out.write(sighting) }
        }
        let checksum = Checksum(of: out)
        out.write(checksum.text)
        return out
    }

    init?(parsing bytes: [UInt8]) {
        var rest = Cursor(bytes: bytes)
        guard rest.line() == Self.heading, let circumstances = rest.list({ $0.text() }),
            let answer = rest.list({ $0.text() }), let inputs = rest.list({ $0.sighting() }),
            let outputs = rest.list({ $0.sighting() })
        else { return nil }
        let body = bytes[..<rest.position]
        guard rest.text() == Checksum(of: body).text, rest.isAtEnd else { return nil }
        self.init(circumstances: circumstances, inputs: inputs, outputs: outputs, answer: answer)
    }
}

extension [UInt8] {
    fileprivate mutating func write(_ number: some FixedWidthInteger) {
        append(decimal: number)
        append(UInt8(ascii: "\n"))
    }

    /// With its length in front, so that it may hold anything.
    fileprivate mutating func write(_ text: String) {
        write(text.utf8.count)
        append(contentsOf: text.utf8)
        append(UInt8(ascii: "\n"))
    }

    fileprivate mutating func write(_ sighting: Sighting) {
        let stamp = sighting.stamp
        write(stamp.kind.rawValue)
        write(stamp.size)
        write(stamp.modified.nanoseconds)
        write(stamp.changed.nanoseconds)
        write(stamp.inode)
        write(sighting.contents == nil ? 0 : 1)
        write(sighting.contents ?? 0)
        write(sighting.path)
    }
}

/// Reads what a record says from its beginning to its end.
private struct Cursor {
    let bytes: [UInt8]
    var position = 0

    var isAtEnd: Bool { position == bytes.count }

    mutating func line() -> String? {
        guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        defer { position = end + 1 }
        return String(validating: bytes[position..<end], as: UTF8.self)
    }

    mutating func number<Number: FixedWidthInteger>() -> Number? {
        var value: Number = 0
        let start = position
        let isNegative = position < bytes.count && bytes[position] == UInt8(ascii: "-")
        if isNegative { position += 1 }
        while position < bytes.count, case let digit = bytes[position] &- UInt8(ascii: "0"), digit < 10 {
            let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) =
                isNegative
                ? tenfold.subtractingReportingOverflow(Number(digit)) : tenfold.addingReportingOverflow(Number(digit))
            guard !overflow, !carry else { return nil }
            value = sum
            position += 1
        }
        guard position > start, position < bytes.count, bytes[position] == UInt8(ascii: "\n") else { return nil }
        position += 1
        return value
    }

    mutating func text() -> String? {
        guard let count: Int = number(), count >= 0, count < bytes.count - position else { return nil }
        let end = position + count
        guard bytes[end] == UInt8(ascii: "\n") else { return nil }
        defer { position = end + 1 }
        return String(validating: bytes[position..<end], as: UTF8.self)
    }

    mutating func list<Element>(_ element: (inout Cursor) -> Element?) -> [Element]? {
        guard let count: Int = number(), (0...bytes.count).contains(count) else { return nil }
        var list: [Element] = []
        list.reserveCapacity(count)
        for _ in 0..<count {
            guard let next = element(&self) else { return nil }
            list.append(next)
        }
        return list
    }

    mutating func sighting() -> Sighting? {
        guard let kind = number().flatMap(FileStamp.Kind.init), let size: Int = number(),
            let modified: Int64 = number(), let changed: Int64 = number(), let inode: UInt64 = number(),
            let isKnown: Int = number(), let contents: UInt64 = number(), let path = text()
        else { return nil }
        let stamp = FileStamp(
            kind: kind, size: size, modified: .init(nanoseconds: modified), changed: .init(nanoseconds: changed),
            inode: inode)
        return Sighting(path: path, stamp: stamp, contents: isKnown == 1 ? contents : nil)
    }
}
