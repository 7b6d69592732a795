import Diagnostics
import Disclosure
import Disk
import Integrity
import Site

/// What is kept of a site's pages so that new texts can be checked without them: a file of the user's cache.
///
/// A heading, a row for each page, and the digest of all of it. It is only believed where the record of the check names
/// its digest. Nothing stands in it in which the gate found anything.
struct SurroundingsRecord {
    private let rows: [ArraySlice<UInt8>]
    private let body: [UInt8]
    /// Of the whole record, in hexadecimal digits.
    let digest: String

    struct Row {
        let surroundings: PageSurroundings
        /// The digest of what stands at the top of the page's file.
        let head: Digest
    }

    /// - Parameters:
    ///   - gate: What the gate found in the site. Where an index has findings, or where a name was taken for words of the
    ///     language, any text may change what is found.
    ///   - heads: See ``TextRecord/heads(of:)``.
    init?(of pages: [PageSurroundings], _ gate: GateResult, heads: [String: Digest]) {
        guard !gate.hangsTogether, !gate.unclean.contains(where: TextRevision.mayReplace) else { return nil }
        let clean = pages.filter { !gate.unclean.contains($0.file) }
        let rows = clean.compactMap { page in heads[page.source].map { Row(surroundings: page, head: $0).bytes } }
        var body = Array("\(Self.heading)\n".utf8)
        body.reserveCapacity(rows.reduce(body.count) { $0 + $1.count })
        for row in rows { body += row }
        self.rows = []
        self.body = body
        digest = Digest.sha256(body).hex
    }

    /// Of a few pages, those that can be checked by themselves.
    func rows(for sources: Set<String>) -> [String: Row] {
        let asked = rows.filter { row in
            var parts = Parts(row)
            return parts.next().map { sources.contains(String(decoding: $0, as: UTF8.self)) } ?? false
        }
        let read = asked.compactMap { Row($0) }.map { ($0.surroundings.source, $0) }
        return Dictionary(read, uniquingKeysWith: { first, _ in first })
    }
}

// The file.
extension SurroundingsRecord {
    private static let heading = "signpost-surroundings 1"
    /// In bytes. A hundred thousand pages make records of some hundred million.
    private static let limit = 1 << 30

    /// `nil` where there is none, or a byte of it is wrong.
    init?(at path: String) {
        guard let bytes = try? OneFile.read(path, limit: Self.limit), case let end = bytes.count - 65, end > 0 else {
            return nil
        }
        body = Array(bytes[..<end])
        digest = Digest.sha256(body).hex
        guard bytes[end...].elementsEqual("\(digest)\n".utf8), body.starts(with: "\(Self.heading)\n".utf8) else {
            return nil
        }
        var parts = Parts(body[(Self.heading.utf8.count + 1)...])
        var rows: [ArraySlice<UInt8>] = []
        while let row = parts.next() { rows.append(row) }
        self.rows = rows
    }

    /// One that cannot be kept is no fault: the next check does all its work.
    func save(at path: String) { try? FileReplacement.cache(body + "\(digest)\n".utf8, at: path) }

    /// Texts one behind the other, each with its length and a colon in front.
    fileprivate struct Parts {
        private var rest: ArraySlice<UInt8>

        init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

        mutating func next() -> ArraySlice<UInt8>? {
            var (at, length) = (rest.startIndex, 0)
            while at < rest.endIndex, case let digit = rest[at] &- UInt8(ascii: "0"), digit < 10, length < limit {
                length = 10 * length + Int(digit)
                at += 1
            }
            guard at < rest.endIndex, rest[at] == UInt8(ascii: ":"), length < rest.endIndex - at else { return nil }
            let part = rest[(at + 1)...].prefix(length)
            rest = rest[part.endIndex...]
            return part
        }
    }
}

extension SurroundingsRecord.Row {
    /// With its own length in front.
    fileprivate var bytes: [UInt8] {
        var parts: [UInt8] = []
        for text in [surroundings.source, surroundings.file, surroundings.facts.hex, head.hex] {
            parts.add(part: text.utf8)
        }
        for text in [surroundings.before, surroundings.behind] + surroundings.holes { parts.add(part: text) }
        var row: [UInt8] = []
        row.add(part: parts)
        return row
    }

    fileprivate init?(_ row: ArraySlice<UInt8>) {
        var rest = SurroundingsRecord.Parts(row)
        var parts: [ArraySlice<UInt8>] = []
        while let part = rest.next() { parts.append(part) }
        guard parts.count >= 6, let facts = Digest(hex: parts[2]), let head = Digest(hex: parts[3]) else { return nil }
        let texts = parts.prefix(2).map { String(decoding: $0, as: UTF8.self) }
        surroundings = PageSurroundings(
            source: texts[0], file: texts[1], facts: facts, before: Array(parts[4]), behind: Array(parts[5]),
            holes: parts[6...].map { Array($0) })
        self.head = head
    }
}

extension [UInt8] {
    fileprivate mutating func add(part: some Collection<UInt8>) {
        append(contentsOf: String(part.count).utf8)
        append(UInt8(ascii: ":"))
        append(contentsOf: part)
    }
}
