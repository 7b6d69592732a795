/// A number that the state gave to one person.
enum NationalNumber: String, Sendable, Hashable {
    case nationalInsurance = "National Insurance number"
    case nhs = "NHS number"
    case pupil = "unique pupil number"
}

/// What a run of digits may be part of: a telephone number, or the number of a person.
struct NumberReading {
    let reading: UnsafeBufferPointer<UInt8>
    let digits: Range<Int>

    /// The number of a person that starts, or has its first digits, here.
    func nationalNumber() -> (kind: NationalNumber, range: Range<Int>)? {
        switch digits.count {
        case 2, 6: nationalInsurance().map { (.nationalInsurance, $0) }
        case 3, 10: nhs().map { (.nhs, $0) }
        case 11, 12: pupil().map { (.pupil, $0) }
        default: nil
        }
    }

    /// A number in the United Kingdom that may be somebody's own: 01, 02 and 07, with 0 or +44 in front. Numbers that
    /// start with 03, 08 and 09 belong to organisations (Ofcom, *The National Telephone Numbering Plan*, part A).
    func telephone() -> (digits: [UInt8], range: Range<Int>)? {
        guard let (start, skipped) = telephoneStart() else { return nil }
        var number: [UInt8] = [UInt8(ascii: "0")]
        var at = digits.lowerBound + skipped
        if at == digits.upperBound { at = nextGroup(at) ?? at }
        while at < reading.count, reading[at].isDigit, number.count <= 11 {
            while at < reading.count, reading[at].isDigit {
                // The (0) in +44 (0)1632 960001
                if number.count > 1 || reading[at] != UInt8(ascii: "0") { number.append(reading[at]) }
                at += 1
            }
            if isTelephone(number, endingAt: at), !isWord(at) { return (number, start..<at) }
            guard let next = nextGroup(at) else { return nil }
            at = next
        }
        return nil
    }

    /// Where the number starts, and how many of its first digits stand for "the United Kingdom".
    private func telephoneStart() -> (Int, skipped: Int)? {
        let start = digits.lowerBound
        let before = start > 0 ? reading[start - 1] : UInt8(ascii: " ")
        if before == UInt8(ascii: "+") || hasPrefix("0044") {
            let code = hasPrefix("0044") ? 4 : 2
            guard hasPrefix("0044") || hasPrefix("44") else { return nil }
            return (before == UInt8(ascii: "+") ? start - 1 : start, code)
        }
        guard digits.count >= 3, reading[start] == UInt8(ascii: "0"), !before.isWord, !isDecimal(before) else {
            return nil
        }
        return (start, 1)
    }

    /// Whether a sign in front makes these digits the tail of another number.
    private func isDecimal(_ before: UInt8) -> Bool {
        guard before == UInt8(ascii: ".") || before == UInt8(ascii: ",") || before == UInt8(ascii: "-") else {
            return false
        }
        return digits.lowerBound > 1 && reading[digits.lowerBound - 2].isWord
    }

    /// Few numbers have ten digits. Without a gap they cannot be told from the ISBN of a book.
    private func isTelephone(_ number: [UInt8], endingAt at: Int) -> Bool {
        switch number[1...].first {
        case UInt8(ascii: "1"): number.count == 11 || number.count == 10 && at > digits.upperBound
        case UInt8(ascii: "2"), UInt8(ascii: "7"): number.count == 11
        default: false
        }
    }

    /// The next digits of the same number, behind a space, a hyphen, a full stop or brackets, in markup or without.
    private func nextGroup(_ at: Int) -> Int? {
        var (next, signs) = (at, 0)
        while next < reading.count, signs < 3, !reading[next].isDigit {
            if reading[next] == Alphabet.seam {
                next += 1
                continue
            }
            signs += 1
            switch reading[next] {
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"):
                next += 1
            default: return nil
            }
        }
        return next < reading.count && reading[next].isDigit ? next : nil
    }

    private func isWord(_ at: Int) -> Bool { at >= 0 && at < reading.count && reading[at].isWord }

    private func hasPrefix(_ prefix: String) -> Bool { reading[digits].starts(with: prefix.utf8) }
}

// MARK: Numbers with a form of their own

extension NumberReading {
    /// Two letters, six digits, and a letter from A to D: `AB 12 34 56 C`. HMRC, *National Insurance Manual*, NIM39110.
    private func nationalInsurance() -> Range<Int>? {
        var at = digits.lowerBound
        let gap = at > 0 && reading[at - 1] == UInt8(ascii: " ") ? 1 : 0
        let prefix = at - gap - 2
        guard prefix >= 0, !isWord(prefix - 1), Self.isPrefix(reading[prefix], reading[prefix + 1]) else { return nil }
        var count = 0
        while at < reading.count, count < 6 || !reading[at].isWord {
            if reading[at].isDigit { count += 1 } else if !isSpace(at) { return nil }
            at += 1
        }
        let suffixes = UInt8(ascii: "a")...UInt8(ascii: "d")
        guard at < reading.count, suffixes.contains(reading[at]), !isWord(at + 1) else { return nil }
        return prefix..<at + 1
    }

    /// Letters and pairs that were never given out, so that `QQ 12 34 56 C` can stand in examples.
    private static func isPrefix(_ first: UInt8, _ second: UInt8) -> Bool {
        let never = Array("dfiquv".utf8)
        let pairs = ["bg", "gb", "kn", "nk", "nt", "tn", "zz"]
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        return letters.contains(first) && letters.contains(second) && !never.contains(first) && !never.contains(second)
            && second != UInt8(ascii: "o") && !pairs.contains { $0.utf8.elementsEqual([first, second]) }
    }

    /// Ten digits, as one or as 3 3 4, whose last one checks the others modulo 11. *NHS Data Model and Dictionary*, "NHS
    /// number". ISBN-10 numbers are checked in the same way; those of books in English start with 0 or 1, which NHS
    /// numbers of England and Wales (4, 6, 7), Northern Ireland (3) and tests (9) do not. Those of other languages say
    /// what they are.
    private func nhs() -> Range<Int>? {
        let start = digits.lowerBound
        guard let first = reading[digits].first, "34679".utf8.contains(first), !isJoined(start - 1) else { return nil }
        var (at, number) = (start, [UInt8]())
        while at < reading.count, number.count < 10 {
            if reading[at].isDigit {
                number.append(reading[at] - UInt8(ascii: "0"))
            } else if !isNHSGap(at, after: number.count) {
                return nil
            }
            at += 1
        }
        guard number.count == 10, !isJoined(at), Self.checksModulo11(number), !isNumberOfBook else { return nil }
        return start..<at
    }

    /// Whether "ISBN" stands in front.
    private var isNumberOfBook: Bool {
        let signs = reading[..<digits.lowerBound].suffix(12).reversed().drop { !$0.isWord }
        return signs.starts(with: "nbsi".utf8) || signs.starts(with: "01-nbsi".utf8)
    }

    private func isNHSGap(_ at: Int, after count: Int) -> Bool {
        (count == 3 || count == 6) && digits.count == 3 && (isSpace(at) || reading[at] == UInt8(ascii: "-"))
    }

    /// Whether a sign makes a number part of a longer one, or of a file's name or address.
    private func isJoined(_ at: Int) -> Bool {
        guard at >= 0, at < reading.count else { return false }
        if isSpace(at), at > 0 { return reading[at - 1].isDigit && at < digits.lowerBound }
        return reading[at].isWord || "-_/".utf8.contains(reading[at])
            || (reading[at] == UInt8(ascii: ".") && (isWord(at + 1) || at < digits.lowerBound))
    }

    private static func checksModulo11(_ number: [UInt8]) -> Bool {
        let sum = zip(number, stride(from: 10, to: 1, by: -1)).reduce(0) { $0 + Int($1.0) * $1.1 }
        let check = 11 - sum % 11
        return check != 10 && check % 11 == Int(number[9])
    }

    /// A check letter and twelve digits, the last of which may be a letter. The check is the sum of the digits, each
    /// times its place, modulo 23. Department for Education, *Unique pupil numbers: a guide for schools and local
    /// authorities*; UK Government Data Standards Catalogue, "Unique Pupil Number", version 2.0.
    private func pupil() -> Range<Int>? {
        let start = digits.lowerBound - 1
        let end = start + 13
        guard start >= 0, !isWord(start - 1), end <= reading.count, !isWord(end),
            let check = Self.checkLetters.firstIndex(of: reading[start])
        else { return nil }
        let last = reading[end - 1]
        guard let value = last.isDigit ? Int(last - UInt8(ascii: "0")) : Self.checkLetters.firstIndex(of: last) else {
            return nil
        }
        guard reading[start + 1..<end - 1].allSatisfy(\.isDigit) else { return nil }
        let sum = (2...12).reduce(13 * value) { $0 + $1 * Int(reading[start + $1 - 1] - UInt8(ascii: "0")) }
        return sum % 23 == check ? start..<end : nil
    }

    /// I, O and S are not used.
    private static let checkLetters = Array("abcdefghjklmnpqrtuvwxyz".utf8)

    private func isSpace(_ at: Int) -> Bool { reading[at] == UInt8(ascii: " ") }
}
