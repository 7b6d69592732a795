/// Looks for names, ids, addresses and numbers in one reading of a file.
///
/// One pass over the letters. Each word's first letters are looked up in a small filter, of the words with which names
/// begin; only such a word is looked at again, and then the words behind it, in a larger one. So the time is linear in the file and
/// does not grow with the number of people.
struct WordScan {
    let watch: WatchList
    let published: PublishedContacts
    let reading: UnsafeBufferPointer<UInt8>
    private var findings: [Finding] = []
    private var sawBase64 = false

    init(_ reading: UnsafeBufferPointer<UInt8>, for watch: WatchList, published: PublishedContacts) {
        self.reading = reading
        self.watch = watch
        self.published = published
    }

    /// What is found, without what is excused.
    static func search(
        _ reading: UnsafeBufferPointer<UInt8>, for watch: WatchList, published: PublishedContacts
    ) -> (findings: [Finding], sawBase64: Bool) {
        var scan = WordScan(reading, for: watch, published: published)
        scan.run()
        return (scan.findings.excused(), scan.sawBase64)
    }

    private mutating func run() {
        let watch = watch
        watch.alphabet.kinds.withUnsafeBufferPointer { kinds in
            var at = 0
            while at < reading.count {
                let kind = kinds[Int(reading[at])]
                switch kind {
                case .separator: at += 1
                case .at:
                    address(at)
                    at += 1
                case .letter, .digit:
                    let bytes = EightBytes(reading, at: at)
                    var length = kind == .letter ? bytes.letterPrefix : 1
                    if length == EightBytes.count || kind == .digit {
                        while at + length < reading.count, kinds[Int(reading[at + length])] == kind { length += 1 }
                    }
                    let head = bytes.first(min(length, EightBytes.count))
                    if kind == .digit { numbers(at..<at + length) }
                    if watch.mayStart(head: head, length: length) || isSeam(at + length) { phrases(from: at) }
                    at += length
                }
            }
        }
    }

    /// Whether the word may go on behind a seam. (Where digits follow letters it goes on too, but an entry that starts here
    /// then has a start that ends here.)
    private func isSeam(_ at: Int) -> Bool {
        at + 1 < reading.count && reading[at] == Alphabet.seam && reading[at + 1].isWord
    }

    /// All entries that start with the word at a place.
    private mutating func phrases(from start: Int) {
        var (at, length, hash) = (start, 0, LetterHash())
        while at < reading.count, reading[at].isWord {
            let isDigit = reading[at].isDigit
            while at < reading.count, reading[at].isWord, reading[at].isDigit == isDigit {
                hash.add(reading[at])
                length += 1
                at += 1
            }
            guard length <= watch.longest else { return }
            guard watch.filter.mayContain(hash.value) else {
                guard isSeam(at) else { return }
                at += 1
                continue
            }
            for number in watch.index.candidates(hash.value) { check(watch.entries[number], start..<at) }
            guard let next = nextWord(at) else { return }
            at = next
        }
    }

    /// Where the next word starts, if it is near enough to belong to this one.
    private func nextWord(_ at: Int) -> Int? {
        let limit = min(reading.count, at + Self.widestGap)
        return reading[at..<limit].firstIndex(where: \.isWord)
    }

    /// Two columns of a printed list are further apart than two words, but not by more.
    private static let widestGap = 64

    private mutating func check(_ entry: WatchList.Entry, _ range: Range<Int>) {
        let match = EntryMatch(reading: reading, words: watch.words(entry), isExact: entry.kind == .id)
        guard match.holds(range) else { return }
        switch entry.kind {
        case .name: findings.append(Finding(what: .name(entry.owner), range: range, words: match.wordStarts(range)))
        case .id: report(.id(entry.owner), range)
        case .canary: report(.canary(entry.owner), range)
        case .consent: report(.consent(entry.owner), range)
        case .phrase: report(.phrase(entry.owner), range)
        }
    }

    private mutating func address(_ at: Int) {
        let addresses = AddressReading(reading: reading, at: at).candidates()
        for candidate in addresses {
            if let owner = watch.owner(ofAddress: candidate.text) { report(.address(owner), candidate.range) }
        }
        guard !addresses.contains(where: { watch.owner(ofAddress: $0.text) != nil || published.contains($0) }),
            let stray = addresses.first(where: \.isWellFormed), !isEventID(stray.range)
        else { return }
        report(.strayAddress(domain: stray.domain), stray.range)
    }

    /// A calendar's events are named like addresses and are none (RFC 5545, 3.8.4.7).
    private func isEventID(_ range: Range<Int>) -> Bool {
        reading[..<range.lowerBound].suffix(4).elementsEqual("uid:".utf8)
    }

    private mutating func numbers(_ digits: Range<Int>) {
        if digits.count == 2, reading[..<digits.upperBound].suffix(6).elementsEqual("base64".utf8) { sawBase64 = true }
        let numbers = NumberReading(reading: reading, digits: digits)
        if let number = numbers.nationalNumber() { report(.number(number.kind), number.range) }
        if let telephone = numbers.telephone(), !published.contains(telephone: telephone.digits) {
            report(.strayTelephone, telephone.range)
        }
    }

    private mutating func report(_ what: Finding.What, _ range: Range<Int>) {
        findings.append(Finding(what: what, range: range))
    }
}

/// Whether a stretch of a reading whose letters are those of an entry also has its words.
struct EntryMatch {
    let reading: UnsafeBufferPointer<UInt8>
    let words: ArraySlice<UInt8>
    /// Whether what parts the words must be the same sign, and nothing may stand before or behind (ids).
    let isExact: Bool

    /// Two words may be written as one (`annoakwhistle.jpg`) if they have so many letters that it is no other word:
    /// `Dan Ger` is not found in "danger".
    static let fewestJoined = 10

    func holds(_ range: Range<Int>) -> Bool {
        if isExact, !standsAlone(range) { return false }
        var at = range.lowerBound
        var wordLength = 0
        let letters = words.count(where: \.isWord)
        for expected in words {
            if expected.isWord {
                while at < range.upperBound, reading[at] == Alphabet.seam { at += 1 }
                guard at < range.upperBound, reading[at] == expected else { return false }
                at += 1
                wordLength += 1
                continue
            }
            let gap = at..<(reading[at..<range.upperBound].firstIndex(where: \.isWord) ?? range.upperBound)
            guard gap.isEmpty ? isLoose(expected, letters) : parts(gap, expected, wordLength) else { return false }
            at = gap.upperBound
            wordLength = 0
        }
        return at == range.upperBound
    }

    /// Where its words start, if each stands for itself.
    func wordStarts(_ range: Range<Int>) -> [Int] {
        let starts = range.filter { at in
            reading[at].isWord && (at == 0 || !reading[at - 1].isWord && reading[at - 1] != Alphabet.seam)
        }
        return starts.count == words.count(where: { !$0.isWord }) + 1 ? starts : []
    }

    private func standsAlone(_ range: Range<Int>) -> Bool {
        let before = range.lowerBound == 0 ? false : reading[range.lowerBound - 1].isWord
        let behind = range.upperBound == reading.count ? false : reading[range.upperBound].isWord
        return !before && !behind
    }

    private func isLoose(_ expected: UInt8, _ letters: Int) -> Bool {
        !isExact && (expected == UInt8(ascii: "-") || letters >= Self.fewestJoined)
    }

    /// Whether a gap parts two words of a name: not the braces of a style sheet, nor the end of a sentence, except
    /// behind an initial.
    private func parts(_ gap: Range<Int>, _ expected: UInt8, _ wordLength: Int) -> Bool {
        let signs = reading[gap].filter { $0 != Alphabet.seam }
        if isExact { return signs == [expected] }
        if signs.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) { return false }
        guard wordLength > 1 else { return true }
        var wasStop = false
        for sign in signs {
            if wasStop, sign == UInt8(ascii: " ") || sign == 0x0A || sign == 0x09 { return false }
            wasStop = sign == UInt8(ascii: ".") || sign == UInt8(ascii: "!") || sign == UInt8(ascii: "?")
        }
        return true
    }
}
