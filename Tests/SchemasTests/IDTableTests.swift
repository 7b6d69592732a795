import Schemas
import TestSupport
import Testing

struct IDTableTests {
    private static let ids = ["p-1", "a", "exactly-16-bytes", "more-than-sixteen-bytes", "p-1234", "p-12345678"]

    @Test(arguments: ids)
    func `an id is found at its place, whether asked for alone or among others`(id: String) {
        let table = IDTable(Self.ids)
        #expect(table.place(of: id) == Self.ids.firstIndex(of: id))
        let bytes = Array(id.utf8)
        #expect(bytes.withUnsafeBufferPointer { table.place(of: $0) } == Self.ids.firstIndex(of: id))
        guard let word = ShortWord(id) else { return }
        #expect(table.places(of: [word]) == [Int32(Self.ids.firstIndex(of: id) ?? -1)])
    }

    @Test(arguments: ["", "p", "p-2", "p-1 ", "exactly-16-byte", "more-than-sixteen-byte"])
    func `what is not there has no place`(id: String) {
        let table = IDTable(Self.ids)
        #expect(table.place(of: id) == nil)
        #expect(ShortWord(id).map { table.places(of: [$0]) } ?? [-1] == [-1])
    }

    @Test func `where an id stands twice the first counts, and the others are known`() {
        let table = IDTable(["a", "b", "a", "more-than-sixteen-bytes", "more-than-sixteen-bytes", "a"])
        #expect(table.place(of: "a") == 0)
        #expect(table.repeated == [2, 4, 5])
    }

    @Test func `among many, a table answers as a dictionary does`() {
        var random = Seeded(7)
        let ids = (0..<5_000).map { _ in String(UInt32.random(in: 0...4_000, using: &random), radix: 36) }
        let places = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let asked = (0..<5_000).map { String($0, radix: 36) }
        let table = IDTable(ids)
        #expect(asked.map { table.place(of: $0) } == asked.map { places[$0] })
        #expect(table.places(of: asked.compactMap { ShortWord($0) }) == asked.map { Int32(places[$0] ?? -1) })
    }
}

struct ShortWordTests {
    @Test(arguments: [
        "a", "p-1", "booked", "attended", "cancelled", "late-cancelled", "p-12345678-1234", "sixteen-bytes-or",
    ])
    func `a word is the same from text and from eight bytes at a step`(text: String) throws {
        let bytes = Array(text.utf8)
        // What stands behind the word is none of it.
        let padded = bytes + Array("}, {%~~ ~~~~~~~~".utf8)
        let eight = { (start: Int) in padded[start..<start + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
        let word = try #require(ShortWord(text))
        #expect(ShortWord(eight(0), eight(8), count: bytes.count) == word)
        #expect(word.text == text)
        #expect(word.count == bytes.count)
    }

    @Test func `an empty word has no bytes`() {
        #expect(ShortWord().count == 0)
        #expect(ShortWord().text.isEmpty)
    }

    /// Byte by byte, as the row scanner does.
    private func appended(_ text: String) -> ShortWord? {
        var word = ShortWord()
        for byte in text.utf8 {
            guard word.append(byte) else { return nil }
        }
        return word
    }

    @Test(arguments: 0...18)
    func `a word is the same however it was read`(length: Int) {
        let text = String("abcdefghijklmnopqrstuvwxyz".prefix(length))
        #expect(ShortWord(text) == appended(text))
        let bytes = Array(text.utf8)
        #expect(bytes.withUnsafeBufferPointer { ShortWord($0) } == appended(text))
        #expect((ShortWord(text) == nil) == (length > 16))
    }

    @Test func `words that differ in one byte differ`() {
        let words = ["a", "b", "ab", "ba", "aaaaaaaa", "aaaaaaab", "aaaaaaaaa", "baaaaaaaa"].map { ShortWord($0) }
        #expect(Set(words).count == words.count)
    }
}
