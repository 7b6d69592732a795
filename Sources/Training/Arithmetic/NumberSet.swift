/// A set of small numbers, in a bit each: the places of people who were trained.
struct NumberSet: Sendable {
    private var words: [UInt64] = []
    private(set) var count = 0

    mutating func insert(_ number: Int) {
        let (word, bit) = (number >> 6, UInt64(1) << UInt64(number & 63))
        if word >= words.count { words += repeatElement(0, count: word + 1 - words.count) }
        guard words[word] & bit == 0 else { return }
        words[word] |= bit
        count += 1
    }
}
