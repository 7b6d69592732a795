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
