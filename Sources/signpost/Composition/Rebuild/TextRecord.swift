import Content
import Diagnostics
import Disk
import Integrity
import Site

/// What is kept of a site's pages so that new texts can be put into them: `.site.signpost-texts`, beside the site.
///
/// Text: a heading, the number of pages, a row for each page with tabs between its parts, and the digest of all of it.
/// It is only believed where the ``BuildRecord`` names its digest.
struct TextRecord {
    /// Pages of the site, without redirects.
    let pageCount: Int
    private let body: [UInt8]
    /// Of the whole record, in hexadecimal digits.
    let digest: String

    /// A page's frame, and the facts at the top of its file.
    struct Row {
        let frame: PageFrame
        /// The digest of what stands at the top of the page's file.
        let head: Digest
    }

    /// - Parameters:
    ///   - frames: Those of a site's pages.
    ///   - heads: See ``heads(of:)``.
    ///   - besides: Pages that must be built whole: by the paths of their files in the site, and as messages name them.
    init(
        of frames: [PageFrame], pageCount: Int, heads: [String: Digest], besides: Set<String>,
        shownBelow folder: String
    ) {
        let rows = frames.lazy.compactMap { frame -> [UInt8]? in
            guard !besides.contains(frame.file), !besides.contains(Self.shown(frame.source, folder)),
                !frame.source.utf8.contains(where: { $0 < 0x20 }), let head = heads[frame.source]
            else { return nil }
            return Row(frame: frame, head: head).text
        }
        self.init(pageCount: pageCount, rows: rows)
    }

    /// - Parameter rows: Taken one by one, so that no row waits in memory for the others.
    private init(pageCount: Int, rows: some Sequence<some Sequence<UInt8>>) {
        self.pageCount = pageCount
        var body = Array("\(Self.heading)\n\(pageCount)\n".utf8)
        for row in rows {
            body += row
            body.append(UInt8(ascii: "\n"))
        }
        self.body = body
        digest = Digest.sha256(body).hex
    }

    /// Only those that are asked for are taken apart.
    private var rows: ArraySlice<ArraySlice<UInt8>> { body.split(separator: UInt8(ascii: "\n")).dropFirst(2) }

    private static func shown(_ path: String, _ folder: String) -> String { folder == "." ? path : "\(folder)/\(path)" }

    /// The digest of what stands at the top of a page's file.
    static func head(of file: [UInt8]) -> Digest? {
        ContentReader.facts(of: file).map { .sha256(Array($0)) }
    }

    /// The same of the pages of the content folder that can be changed by themselves, by their paths. An original is none
    /// of them: its translation tells when it has changed, even one that is not on the site yet.
    static func heads(of files: [SourceFile]) -> [String: Digest] {
        let originals = Set(files.compactMap { ContentReader.original(of: $0.path) })
        let heads = files.filter { $0.path.hasSuffix(".md") && !originals.contains($0.path) }.compactMap { file in
            head(of: file.bytes).map { (file.path, $0) }
        }
        return Dictionary(heads, uniquingKeysWith: { first, _ in first })
    }

    /// The same, with other frames for some pages.
    func replacing(_ frames: [PageFrame]) -> TextRecord {
        let new = Dictionary(frames.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
        let rows = rows.lazy.map { row -> ArraySlice<UInt8> in
            guard let frame = new[Self.source(of: row)], let old = Row(row) else { return row }
            return Row(frame: frame, head: old.head).text[...]
        }
        return TextRecord(pageCount: pageCount, rows: rows)
    }

    func rows(for sources: Set<String>) -> [String: Row] {
        let asked = rows.filter { sources.contains(Self.source(of: $0)) }.compactMap { Row($0) }
        return Dictionary(asked.map { ($0.frame.source, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func source(of row: ArraySlice<UInt8>) -> String {
        String(decoding: row.prefix { $0 != UInt8(ascii: "\t") }, as: UTF8.self)
    }
}

// The file.
extension TextRecord {
    private static let heading = "signpost-texts 1"
    /// In bytes. A million pages make records of some hundred million.
    private static let limit = 1 << 30

    static func path(beside output: String) -> String { BuildRecord.path(beside: output, ending: "texts") }

    /// `nil` where there is none, or a byte of it is wrong.
    static func read(beside output: String) -> TextRecord? {
        (try? OneFile.read(path(beside: output), limit: limit)).flatMap(TextRecord.init(parsing:))
    }

    /// Keeps the record beside the site. One that cannot be kept is no fault: the next build does all its work.
    func save(beside output: String) {
        try? FileReplacement.writeRecord(body + "\(digest)\n".utf8, at: Self.path(beside: output))
    }

    init?(parsing bytes: [UInt8]) {
        let end = bytes.count - 65
        guard end > 0 else { return nil }
        body = Array(bytes[..<end])
        digest = Digest.sha256(body).hex
        guard bytes[end...].elementsEqual("\(digest)\n".utf8) else { return nil }
        let lines = body.split(separator: UInt8(ascii: "\n"), maxSplits: 2)
        guard lines.count >= 2, lines[0].elementsEqual(Self.heading.utf8),
            let pages = Int(String(decoding: lines[1], as: UTF8.self))
        else { return nil }
        pageCount = pages
    }
}

extension TextRecord.Row {
    fileprivate var text: [UInt8] {
        let places = ([frame.text] + frame.holes).flatMap { [$0.lowerBound, $0.upperBound] }
        var out = Array("\(frame.source)\t\(frame.file)\t\(frame.language)\t\(frame.facts.hex)\t\(head.hex)".utf8)
        for number in [frame.number] + places {
            out.append(UInt8(ascii: "\t"))
            out += String(number).utf8
        }
        return out
    }

    fileprivate init?(_ line: ArraySlice<UInt8>) {
        let parts = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        let numbers = parts.dropFirst(5).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard parts.count >= 8, numbers.count == parts.count - 5, numbers.count % 2 == 1,
            let facts = Digest(hex: parts[3]), let head = Digest(hex: parts[4])
        else { return nil }
        let texts = parts.prefix(3).map { String(decoding: $0, as: UTF8.self) }
        let places = stride(from: 1, to: numbers.count, by: 2).map { (numbers[$0], numbers[$0 + 1]) }
        guard places.allSatisfy({ $0.0 <= $0.1 }) else { return nil }
        frame = PageFrame(
            source: texts[0], file: texts[1], language: texts[2], number: numbers[0], facts: facts,
            text: places[0].0..<places[0].1, holes: places.dropFirst().map { $0.0..<$0.1 })
        self.head = head
    }
}
