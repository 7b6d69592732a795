import Schemas

/// Rows written as nearly all are, `  - { person: p-0001, status: attended }`, one a line with nothing between.
///
/// It takes some eight bytes a step, and a third of the time that ``RowScanner`` takes. It stops at the first line
/// written in any other way, and leaves it to that.
struct UsualRows {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Where the line starts that is looked at next, and its number, from 1.
    private(set) var next: (offset: Int, line: Int)
    let indentation: Int

    /// What stands in front of each id, and all but the last eight bytes of it.
    private let opening: (first: EightSigns, last: EightSigns, count: Int)

    /// `nil` where the first line is no such row.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, from first: (offset: Int, line: Int)) {
        let indentation = EightSigns(padded: bytes, at: first.offset).spaceCount
        // More would not fit into sixteen bytes.
        guard indentation <= 4 else { return nil }
        let text = Array(repeating: UInt8(ascii: " "), count: indentation) + Self.opening
        opening = text.withUnsafeBufferPointer {
            (EightSigns($0, at: 0), EightSigns($0, at: $0.count - 8), $0.count)
        }
        self.bytes = bytes
        self.indentation = indentation
        next = first
    }

    private static let opening = Array("- { person: ".utf8)
    private static let status = EightSigns("status: ")
    private static let comma = EightSigns(", ")
    private static let closing = EightSigns(" }\n")
    private static let null = EightSigns("null")
    private static let words = StatusWords()

    /// Goes behind the rows that it understands.
    mutating func read(into rows: inout RowsOfRun) {
        rows.reserve((bytes.count - next.offset) / (opening.count + Self.shortestRest) + 1)
        rows.start(line: next.line, column: opening.count + 1)
        let (words, status, comma, closing) = (Self.words, Self.status, Self.comma, Self.closing)
        while signs(next.offset) == opening.first, signs(next.offset + opening.count - 8) == opening.last {
            var offset = next.offset + opening.count
            guard let id = id(at: offset) else { return }
            offset += id.count
            guard signs(offset).first(2) == comma, signs(offset + 2) == status else { return }
            offset += 10
            let (first, second) = (signs(offset), signs(offset + 8))
            let count = Self.count(first, second, before: UInt8(ascii: " "))
            guard count < 16, let word = words.status(first, second, count),
                signs(offset + count).first(3) == closing
            else { return }
            rows.append(id.word, word)
            next = (offset + count + 3, next.line + 1)
        }
    }

    /// `a, status: part }` and a line feed.
    private static let shortestRest = 18

    @inline(__always) private func signs(_ offset: Int) -> EightSigns { EightSigns(padded: bytes, at: offset) }

    /// An id of at most sixteen bytes that ends at a comma.
    @inline(__always) private func id(at offset: Int) -> (word: ShortWord, count: Int)? {
        let (first, second) = (signs(offset), signs(offset + 8))
        let count = Self.count(first, second, before: UInt8(ascii: ","))
        // A bare value starts with a letter or digit, and `null` is none.
        guard count > 0, first.count(before: UInt8(ascii: "-")) > 0, count != 4 || first.first(4) != Self.null,
            first.idCount >= min(count, 8), second.idCount >= count - 8
        else { return nil }
        return (ShortWord(first.bytes, second.bytes, count: count), count)
    }

    @inline(__always) private static func count(_ first: EightSigns, _ second: EightSigns, before sign: UInt8) -> Int {
        let count = first.count(before: sign)
        return count < 8 ? count : 8 + second.count(before: sign)
    }
}

/// The words for what became of a place, each found in one step by its first four letters.
private struct StatusWords {
    private var slots: [(word: ShortWord, status: Attendance.Status)?]
    private let factor: UInt32

    init() {
        let all = Attendance.Status.allCases.map { status in
            let text = Array(status.rawValue.utf8)
            return (text.withUnsafeBufferPointer { EightSigns(padded: $0, at: 0) }, status)
        }
        // Some odd number sends all of them to different places.
        var factor: UInt32 = 0x9E37_79B1
        while Set(all.map { Self.slot($0.0, factor) }).count < all.count { factor &+= 2 }
        self.factor = factor
        slots = Array(repeating: nil, count: 16)
        for (signs, status) in all {
            slots[Self.slot(signs, factor)] = ShortWord(status.rawValue).map { ($0, status) }
        }
    }

    private static func slot(_ signs: EightSigns, _ factor: UInt32) -> Int {
        Int((UInt32(truncatingIfNeeded: signs.bytes) &* factor) >> 28)
    }

    @inline(__always)
    func status(_ first: EightSigns, _ second: EightSigns, _ count: Int) -> Attendance.Status? {
        guard let slot = slots[Self.slot(first, factor)], count > 0,
            slot.word == ShortWord(first.bytes, second.bytes, count: count)
        else { return nil }
        return slot.status
    }
}

extension EightSigns {
    /// At most eight signs, and NUL behind them.
    fileprivate init(_ text: StaticString) {
        self = text.withUTF8Buffer { EightSigns(padded: $0, at: 0) }
    }
}
