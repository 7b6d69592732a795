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
/// allowable errors", CACM 13, 1970), so small that it stays in the processor's cache: 16 bits a hash, one of them set,
/// which makes about one word in sixteen worth a second look.
struct HashFilter: Sendable {
    let bits: [UInt64]
    let shift: UInt64

    init(_ hashes: [UInt64]) {
        var size: UInt64 = 12
        while size < 24, 1 << size < 16 * hashes.count { size += 1 }
        shift = 64 - size
        var bits = [UInt64](repeating: 0, count: 1 << (size - 6))
        for hash in hashes {
            let bit = Self.bit(hash, 64 - size)
            bits[Int(bit >> 6)] |= 1 << (bit & 63)
        }
        self.bits = bits
    }

    @inline(__always)
    static func bit(_ hash: UInt64, _ shift: UInt64) -> UInt64 {
        ((hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93) >> shift
    }

    @inline(__always)
    func mayContain(_ hash: UInt64) -> Bool {
        let bit = Self.bit(hash, shift)
        return bits[Int(bit >> 6)] & 1 << (bit & 63) != 0
    }
}
