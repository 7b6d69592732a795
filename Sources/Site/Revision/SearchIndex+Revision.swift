// An index that is changed where a few pages were.
extension SearchIndex {
    /// An index as its file holds it, in pieces.
    private struct Written {
        /// All that stands before the words.
        let head: ArraySlice<UInt8>
        /// In order.
        let words: [[UInt8]]
        /// For each word: see ``Posting/append(_:to:)``.
        let hits: [ArraySlice<UInt8>]
    }

    /// The file of an index in which these pages have these words, and all others have what they had.
    ///
    /// - Parameters:
    ///   - file: As ``build(_:)`` made it.
    ///   - pages: By their numbers in the list of pages.
    /// - Returns: `nil` where the file is none of ours.
    static func revised(_ file: [UInt8], with pages: [Int: SearchWords.Weighted]) -> [UInt8]? {
        guard let old = read(file) else { return nil }
        let revised = Set(pages.keys.map(Int32.init))
        var added: [[UInt8]: [Posting]] = [:]
        for (number, found) in pages.sorted(by: { $0.key < $1.key }) {
            for (place, weight) in found.weights.enumerated() {
                added[Array(found.words[place]), default: []].append(Posting(page: Int32(number), weight: weight))
            }
        }
        // Both are in order, and few words are new, so they are looked through together: see ``FrontCoding``.
        var coming = added.sorted { FrontCoding.areInOrder($0.key[...], $1.key[...]) }[...]
        var entries: [(word: [UInt8], hits: ArraySlice<UInt8>)] = []
        entries.reserveCapacity(old.words.count + added.count)
        for (word, hits) in zip(old.words, old.hits) {
            while let (next, postings) = coming.first, FrontCoding.areInOrder(next[...], word[...]) {
                entries.append((next, Posting.bytes(postings)))
                coming.removeFirst()
            }
            let new = coming.first?.key == word ? coming.removeFirst().value : []
            guard !new.isEmpty || Posting.anyPage(of: revised, in: hits) else {
                entries.append((word, hits))
                continue
            }
            guard let kept = Posting.all(in: hits)?.filter({ !revised.contains($0.page) }) else { return nil }
            let postings = (kept + new).sorted { $0.page < $1.page }
            if !postings.isEmpty { entries.append((word, Posting.bytes(postings))) }
        }
        entries += coming.map { (word: $0.key, hits: Posting.bytes($0.value)) }
        var out = Array(old.head)
        out.reserveCapacity(file.count + file.count / 8)
        out += FrontCoding.bytes(entries.map { $0.word[...] })
        out += Self.between.utf8
        for (place, entry) in entries.enumerated() {
            if place > 0 { out.append(UInt8(ascii: " ")) }
            out += entry.hits
        }
        return out + Self.end.utf8
    }

    private static func read(_ file: [UInt8]) -> Written? {
        let quote = UInt8(ascii: "\"")
        guard file.suffix(end.utf8.count).elementsEqual(end.utf8),
            case let hitsEnd = file.count - end.utf8.count,
            let hitsStart = file[..<hitsEnd].lastIndex(of: quote).map({ $0 + 1 }),
            case let wordsEnd = hitsStart - between.utf8.count,
            wordsEnd > 0, file[wordsEnd..<hitsStart].elementsEqual(between.utf8),
            let wordsStart = file[..<wordsEnd].lastIndex(of: quote).map({ $0 + 1 }),
            file[..<wordsStart].suffix(start.utf8.count).elementsEqual(start.utf8)
        else { return nil }
        let space = UInt8(ascii: " ")
        let hits = file[hitsStart..<hitsEnd].split(separator: space)
        guard let words = FrontCoding.words(in: file[wordsStart..<wordsEnd].split(separator: space)),
            words.count == hits.count
        else { return nil }
        return Written(head: file[..<wordsStart], words: words, hits: hits)
    }
}

extension FrontCoding {
    /// The words of ``bytes(_:)``, or `nil` where it is none.
    fileprivate static func words(in written: [ArraySlice<UInt8>]) -> [[UInt8]]? {
        var words: [[UInt8]] = []
        words.reserveCapacity(written.count)
        var last: [UInt8] = []
        for rest in written {
            guard let digit = rest.first, let units = Int(base36: digit), let shared = last.count(ofUnits: units) else {
                return nil
            }
            last.removeLast(last.count - shared)
            last += rest.dropFirst()
            words.append(last)
        }
        return words
    }
}

extension Posting {
    fileprivate static func bytes(_ postings: [Posting]) -> ArraySlice<UInt8> {
        var bytes: [UInt8] = []
        append(postings, to: &bytes)
        return bytes[...]
    }

    /// Whether one of these pages is among the postings of a word.
    fileprivate static func anyPage(of pages: Set<Int32>, in hits: ArraySlice<UInt8>) -> Bool {
        guard let most = pages.max() else { return false }
        var found = false
        let isRead = forEach(in: hits) { posting in
            found = pages.contains(posting.page)
            return !found && posting.page < most
        }
        // Postings that nobody can read are looked at again, and refused.
        return found || !isRead
    }

    /// The postings of ``append(_:to:)``, or `nil` where it is none.
    fileprivate static func all(in hits: ArraySlice<UInt8>) -> [Posting]? {
        var all: [Posting] = []
        let isRead = forEach(in: hits) { posting in
            all.append(posting)
            return true
        }
        return isRead ? all : nil
    }

    /// - Parameter body: Returns whether to go on.
    private static func forEach(in hits: ArraySlice<UInt8>, _ body: (Posting) -> Bool) -> Bool {
        var (value, shift, last) = (0, 0, -1)
        for sign in hits {
            guard let digit = value64(sign), shift <= 35 else { return false }
            value |= (digit & 31) << shift
            shift += 5
            guard digit < 32 else { continue }
            last += (value >> 2) + 1
            guard last <= Int(Int32.max) else { return false }
            if !body(Posting(page: Int32(last), impact: UInt8(value & 3))) { return true }
            (value, shift) = (0, 0)
        }
        return shift == 0
    }

    /// RFC 4648 §5.
    private static func value64(_ sign: UInt8) -> Int? {
        switch sign {
        case 0x41...0x5A: Int(sign) - 0x41
        case 0x61...0x7A: Int(sign) - 0x61 + 26
        case 0x30...0x39: Int(sign) - 0x30 + 52
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }
}

extension Int {
    fileprivate init?(base36 digit: UInt8) {
        switch digit {
        case 0x30...0x39: self = Int(digit) - 0x30
        case 0x61...0x7A: self = Int(digit) - 0x61 + 10
        default: return nil
        }
    }
}

extension [UInt8] {
    /// How many bytes of UTF-8 text its first so many UTF-16 units are; `nil` where it has fewer.
    fileprivate func count(ofUnits units: Int) -> Int? {
        var (at, left) = (0, units)
        while left > 0 {
            guard at < count else { return nil }
            switch self[at] {
            case ..<0x80: at += 1
            case ..<0xE0: at += 2
            case ..<0xF0: at += 3
            default:
                at += 4
                left -= 1
            }
            left -= 1
        }
        return left == 0 && at <= count ? at : nil
    }
}
