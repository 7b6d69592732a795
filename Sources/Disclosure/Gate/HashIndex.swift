/// The hash of a run of letters, one letter at a time: a polynomial modulo 2^64, as Rabin and Karp use it ("Efficient
/// randomized pattern-matching algorithms", IBM J. Res. Dev. 31, 1987). A hit is always checked letter by letter, so
/// letters that collide cost time and change nothing.
struct LetterHash {
    private(set) var value: UInt64 = 0

    @inline(__always)
    mutating func add(_ letter: UInt8) { value = value &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(letter) &+ 1 }
}

/// Where in a list the texts with a hash stand. Open addressing, at most half full; texts of one hash are chained.
struct HashIndex: Sendable {
    private var hashes: [UInt64]
    private var heads: [Int32]
    private var chain: [Int32] = []
    private let mask: Int

    /// - Parameter capacity: How many texts come at most.
    init(capacity: Int) {
        var size = 16
        while size < 2 * capacity { size *= 2 }
        hashes = Array(repeating: 0, count: size)
        heads = Array(repeating: -1, count: size)
        chain.reserveCapacity(capacity)
        mask = size - 1
    }

    /// Adds the next text: the first one is number 0.
    mutating func append(_ hash: UInt64) {
        let slot = slot(of: hash)
        hashes[slot] = hash
        chain.append(heads[slot])
        heads[slot] = Int32(chain.count - 1)
    }

    /// The numbers of the texts that have this hash.
    func candidates(_ hash: UInt64) -> Candidates { Candidates(head: heads[slot(of: hash)], chain: chain) }

    private func slot(of hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
        while heads[slot] >= 0, hashes[slot] != hash { slot = (slot + 1) & mask }
        return slot
    }

    struct Candidates: Sequence, IteratorProtocol {
        fileprivate var head: Int32
        fileprivate let chain: [Int32]

        mutating func next() -> Int? {
            guard head >= 0 else { return nil }
            defer { head = chain[Int(head)] }
            return Int(head)
        }
    }
}

/// A set of hashes that may say "perhaps" of one that is not in it (Bloom, "Space/time trade-offs in hash coding with
/// allowable errors", CACM 13, 1970), so small that it stays in the processor's cache: sixteen bits for each hash, of which
/// it sets two, both in one word, so that a look is one step in memory (Putze, Sanders and Singler, "Cache-, hash- and
/// space-efficient Bloom filters", JEA 14, 2009). About one hash in forty that is not in it seems to be.
struct HashFilter: Sendable {
    private let words: [UInt64]
    /// One less than the number of words, which is a power of two.
    private let mask: Int

    /// - Parameter distinct: How many different ones there are, about.
    init(_ hashes: [UInt64], distinct: Int? = nil) {
        var size = 64
        while size < 1 << 18, 4 * size < distinct ?? hashes.count { size *= 2 }
        mask = size - 1
        var words = [UInt64](repeating: 0, count: size)
        for hash in hashes {
            let mixed = Self.mixed(hash)
            words[Int(truncatingIfNeeded: mixed) & (size - 1)] |= Self.bits(mixed)
        }
        self.words = words
    }

    @inline(__always)
    func mayContain(_ hash: UInt64) -> Bool {
        let mixed = Self.mixed(hash)
        let bits = Self.bits(mixed)
        return words[Int(truncatingIfNeeded: mixed) & mask] & bits == bits
    }

    /// The lower half says which word, the upper end which bits.
    @inline(__always)
    private static func mixed(_ hash: UInt64) -> UInt64 {
        let product = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
        return product ^ product >> 32
    }

    @inline(__always)
    private static func bits(_ mixed: UInt64) -> UInt64 { 1 << (mixed >> 58) | 1 << (mixed >> 52 & 63) }
}
