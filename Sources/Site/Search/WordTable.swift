/// Words as bytes, each once, in the order in which they came.
struct WordList: Sendable {
    /// All of them, end to end.
    private var letters: [UInt8] = []
    private var ends: [Int32] = []

    var count: Int { ends.count }

    subscript(place: Int) -> ArraySlice<UInt8> {
        letters[(place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])]
    }

    /// The letters of a word, without counting a reference to all of them.
    @inline(__always)
    func withWord<Result>(_ place: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        letters.withUnsafeBufferPointer { letters in
            body(UnsafeBufferPointer(rebasing: letters[(place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])]))
        }
    }

    /// Whether this is the word at a place.
    @inline(__always)
    fileprivate func holds(_ word: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        withWord(place) { held in
            held.count == word.count && held.indices.allSatisfy { held[$0] == word[$0] }
        }
    }

    fileprivate mutating func append(_ word: UnsafeBufferPointer<UInt8>) {
        letters += word
        ends.append(Int32(letters.count))
    }
}

/// Finds the place of a word in a list, or adds it.
///
/// A page has some hundred different words, and ten thousand pages have millions: a dictionary of strings made them the
/// dearest part of a whole build. Open addressing, at most half full.
struct WordTable: Sendable {
    private(set) var words = WordList()
    private var slots = [Int32](repeating: -1, count: 512)
    /// Of each word, so that few others are compared with it, and none is hashed twice.
    private var hashes: [UInt32] = []

    /// The place of a word; a new one stands behind all others.
    mutating func place(of word: ArraySlice<UInt8>) -> Int { word.withUnsafeBufferPointer { place(of: $0) } }

    /// The same for a word that lies in a text.
    mutating func place(of word: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = Self.hash(word)
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let place = Int(slots[slot])
            if hashes[place] == hash, words.holds(word, at: place) { return place }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(words.count)
        words.append(word)
        hashes.append(hash)
        if 2 * words.count > slots.count { grow() }
        return words.count - 1
    }

    /// FNV-1a with 64 bits (RFC 9923), folded.
    private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: 4 * slots.count)
        for (place, hash) in hashes.enumerated() {
            var slot = Int(hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(place)
        }
    }
}
