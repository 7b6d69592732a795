import CivilTime
import Testing

@testable import LinkChecking

struct LinkCacheTests {
    private let day = CivilDate(iso: "2026-11-21") ?? CivilDate(daysSinceEpoch: 0)
    private let address = "https://a.example/"

    private func cache(_ result: LinkResult) -> LinkCache {
        LinkCache().adding([address: result], on: day, keepingDays: 7)
    }

    @Test(arguments: [LinkResult.fine, .moved(to: "https://b.example/")])
    func `a good answer holds for as many days as it may`(_ result: LinkResult) {
        let read = LinkCache(cache(result).text)
        #expect(read.result(of: address, on: day, notOlderThan: 7) == result)
        #expect(read.result(of: address, on: day.adding(days: 6), notOlderThan: 7) == result)
        #expect(read.result(of: address, on: day.adding(days: 7), notOlderThan: 7) == nil)
        #expect(read.result(of: address, on: day, notOlderThan: 0) == nil)
    }

    @Test(arguments: [LinkResult.broken("x"), .unclear("x")])
    func `any other answer is not kept, and takes an earlier one out`(_ result: LinkResult) {
        #expect(cache(result).text.isEmpty)
        #expect(cache(.fine).adding([address: result], on: day, keepingDays: 7).text.isEmpty)
    }

    @Test func `an answer of a day to come is not believed`() {
        #expect(cache(.fine).result(of: address, on: day.adding(days: -1), notOlderThan: 7) == nil)
    }

    @Test func `what is too old is thrown away`() {
        let later = cache(.fine).adding(["https://b.example/": .fine], on: day.adding(days: 9), keepingDays: 7)
        #expect(later.text == "2026-11-30\thttps://b.example/\n")
    }

    @Test(arguments: ["", "x", "\t\t\t\n", "2026-13-01\thttps://a.example/\n", "\u{0}\n\n2026-11-21"])
    func `a damaged file holds nothing, and does no harm`(_ text: String) {
        #expect(LinkCache(text).text.isEmpty)
    }
}
