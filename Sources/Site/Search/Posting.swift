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
