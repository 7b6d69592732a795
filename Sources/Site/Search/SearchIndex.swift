import Content
import JSONText
import Languages
import Parallelism
import Schemas

/// What the search page of one language searches: a script that hands one value to a function of the page's, and so is
/// found beside the page on a server and on a disk alike, where nothing can be fetched.
///
/// Only pages of the plan are in it, so what an edition does not show is not in its index.
///
/// The value is `{language, pages, words, hits}`:
/// - `pages`: address as seen from the search page, title, summary, and rank (``Content/Page/searchRank``) of each;
/// - `words`: all words in the order of their UTF-16 units, with spaces between them. Each is written as the number of
///   units that it shares with the word before it, as one digit of base 36, and its rest (front coding: Witten, Moffat
///   and Bell, *Managing Gigabytes*, 2nd ed. 1999, §4.1);
/// - `hits`: for each word, in the same order, the pages it stands on: see ``Posting``.
struct SearchIndex: Sendable {
    /// A BCP 47 tag.
    let language: String
    let bytes: [UInt8]

    /// The indices of all languages.
    static func build(_ plans: [Plan]) async -> [SearchIndex] {
        var found: [(Plan, PostingLists)] = []
        for plan in plans { found.append((plan, await lists(of: plan))) }
        return await found.concurrentMap(chunk: 1) { SearchIndex($0, $1) }
    }

    /// The words of some pages are taken into the lists while those of the next are looked for: all of them at once would
    /// take more memory than the whole index.
    private static func lists(of plan: Plan) async -> PostingLists {
        let terms = TermFinder(plan.board.glossary.items)
        var lists = PostingLists()
        var found: [SearchWords.Weighted] = []
        for start in stride(from: 0, to: plan.pages.count, by: atOnce) {
            let run = Array(plan.pages[start..<min(start + atOnce, plan.pages.count)])
            async let next = run.concurrentMap {
                SearchEntry($0, with: $0.searchTexts(in: plan), terms: terms).words
            }
            for words in found { lists.add(words) }
            found = await next
        }
        for words in found { lists.add(words) }
        return lists
    }

    /// Pages whose words are in memory at once.
    private static let atOnce = 512

    /// Written piece by piece: as one value, it would be in memory several times.
    private init(_ plan: Plan, _ lists: PostingLists) {
        language = plan.language.tag
        let links = LinkStyle(from: plan.searchRoute, namesIndex: plan.edition == .school)
        var out = Array("signpostSearch({\"language\":".utf8)
        out += JSONValue.string(language).bytes()
        out += ",\"pages\":[".utf8
        for (number, page) in plan.pages.enumerated() {
            if number > 0 { out.append(UInt8(ascii: ",")) }
            out += Self.json(page, links).bytes()
        }
        let order = lists.inOrder
        out += "],\(Self.start)".utf8
        out += FrontCoding.bytes(order.map { lists.words[$0] })
        out += Self.between.utf8
        out.reserveCapacity(out.count + lists.size + Self.end.utf8.count)
        for (place, word) in order.enumerated() {
            if place > 0 { out.append(UInt8(ascii: " ")) }
            out += lists[word]
        }
        out += Self.end.utf8
        bytes = out
    }

    // Neither words nor hits hold a sign that JSON escapes.
    static let start = "\"words\":\""
    static let between = "\",\"hits\":\""
    static let end = "\"});\n"

    private static func json(_ page: Page, _ links: LinkStyle) -> JSONValue {
        [
            .string(links.url(to: Route(page.id))), .string(page.front.title), .string(page.front.summary),
            .integer(page.searchRank),
        ]
    }
}

/// A page on which a word stands.
struct Posting: Sendable, Hashable {
    let page: Int32
    /// 0 to 3: the binary logarithm of the word's weight on the page. Rough numbers rank as well as exact ones and are
    /// a fraction of the size (Anh and Moffat, "Simplified similarity scoring using term ranks", SIGIR 2005).
    let impact: UInt8

    init(page: Int32, impact: UInt8) { (self.page, self.impact) = (page, impact) }

    /// - Parameter weight: As ``SearchWords/Weighted`` has it: 1 to 8.
    init(page: Int32, weight: UInt8) {
        self.page = page
        impact = UInt8(min(UInt8.bitWidth - 1 - weight.leadingZeroBitCount, 3))
    }

    /// Postings in the order of their pages: for each, the distance from the page before it, less one, and its impact
    /// in the two lowest bits, as a variable-length quantity in base 64: five bits a digit, the lowest first, and the
    /// sixth where more digits follow (as in source maps, ECMA-426, but without a sign).
    static func append(_ postings: some Sequence<Posting>, to text: inout [UInt8]) {
        var last: Int32 = -1
        for posting in postings {
            posting.append(to: &text, after: last)
            last = posting.page
        }
    }

    /// - Parameter last: The page of the posting before it; -1 where it is the first.
    func append(to text: inout [UInt8], after last: Int32) {
        var rest = Int(page - last - 1) << 2 | Int(impact)
        repeat {
            text.append(Self.digits[rest & 31 | (rest > 31 ? 32 : 0)])
            rest >>= 5
        } while rest > 0
    }

    /// RFC 4648 §5: none of them needs an escape in a script.
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
}

/// Sorted words, written short.
enum FrontCoding {
    /// - Parameter words: In UTF-8, and in order.
    static func bytes(_ words: [ArraySlice<UInt8>]) -> [UInt8] {
        var out: [UInt8] = []
        var last: ArraySlice<UInt8> = []
        for (place, word) in words.enumerated() {
            if place > 0 { out.append(UInt8(ascii: " ")) }
            let shared = shared(last, word)
            out += String(shared.units, radix: 36).utf8
            out += word.dropFirst(shared.bytes)
            last = word
        }
        return out
    }

    /// How much of its beginning a word shares with another, in UTF-16 units and in bytes. Whole scalars only: half of
    /// one cannot be written.
    private static func shared(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> (units: Int, bytes: Int) {
        var (units, at, start) = (0, 0, 0)
        while at < min(a.count, b.count), a[a.startIndex + at] == b[b.startIndex + at] {
            // A scalar is shared where the byte after its last one is reached.
            let lead = b[b.startIndex + start]
            let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
            at += 1
            guard at == start + length else { continue }
            let more = length == 4 ? 2 : 1
            guard units + more < 36 else { break }
            units += more
            start = at
        }
        return (units, start)
    }

    /// Whether a word stands before another in the order of UTF-16 units, in which a script sorts and searches.
    ///
    /// It is that of the bytes, but for what takes four of them: those characters are written with surrogates there, and
    /// so stand before U+E000 to U+FFFF (Unicode Standard, §5.17).
    static func areInOrder(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
        for (x, y) in zip(a, b) where x != y { return rank(x) < rank(y) }
        return a.count < b.count
    }

    /// The lead bytes of U+E000 to U+FFFF behind those of all other characters.
    private static func rank(_ byte: UInt8) -> UInt8 { byte & 0xFE == 0xEE ? byte | 0x10 : byte }
}
