extension RunningText {
    /// The sentences of a passage, without the space between them.
    ///
    /// A sentence ends at a full stop, a question or an exclamation mark with white space or the passage's end behind it,
    /// unless the stop belongs to a single letter or to one of a few abbreviations: "e.g. a hotel", "Dr. A. Smith".
    public func sentences(in passage: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = passage.lowerBound
        var at = start
        while at < passage.upperBound {
            let byte = bytes[at]
            at += 1
            guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") else { continue }
            while at < passage.upperBound, closes(at) { at += bytes[at] == UInt8.punctuationLead ? 3 : 1 }
            at = min(at, passage.upperBound)
            guard at == passage.upperBound || bytes[at] == UInt8(ascii: " "),
                byte != UInt8(ascii: ".") || at == passage.upperBound || !isAbbreviation(before: at - 1, from: start)
            else { continue }
            found.append(start..<at)
            while at < passage.upperBound, bytes[at] == UInt8(ascii: " ") { at += 1 }
            start = at
        }
        if start < passage.upperBound { found.append(start..<passage.upperBound) }
        return found
    }

    /// The sentence in which a place stands.
    public func sentence(around place: Range<Int>, in passage: Range<Int>) -> Range<Int> {
        sentences(in: passage).first { $0.contains(place.lowerBound) } ?? passage
    }

    /// Whether a mark stands here that closes something together with its sentence.
    private func closes(_ index: Int) -> Bool {
        bytes[index] == UInt8(ascii: ")") || bytes[index] == UInt8(ascii: "\"")
            || QuotationMark.at(index, of: bytes).map { $0 == 0x99 || $0 == 0x9D } ?? false
    }

    private func isAbbreviation(before stop: Int, from start: Int) -> Bool {
        var first = stop
        while first > start, bytes[first - 1].isPartOfWord || bytes[first - 1] == UInt8(ascii: ".") { first -= 1 }
        let word = bytes[first..<stop]
        return word.count == 1 && word.first.map(\.isCapital) == true
            || Self.abbreviations.contains { $0.utf8.elementsEqual(word) }
    }

    private static let abbreviations = ["e.g", "i.e", "Dr", "Mr", "Mrs", "Ms", "St", "No", "vs", "cf", "approx"]

    /// The words of a range. An apostrophe or a hyphen inside a word does not end it.
    public func words(in range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var at = range.lowerBound
        while at < range.upperBound {
            guard bytes[at].isPartOfWord else {
                at += 1
                continue
            }
            let start = at
            while at < range.upperBound {
                if bytes[at].isPartOfWord || bytes[at].isContinuation {
                    at += 1
                    continue
                }
                let joint = joint(at)
                guard joint > 0, at + joint < range.upperBound, bytes[at + joint].isPartOfWord else { break }
                at += joint
            }
            found.append(start..<at)
        }
        return found
    }

    /// How many bytes the apostrophe or hyphen here takes; 0 where there is none.
    private func joint(_ index: Int) -> Int {
        switch bytes[index] {
        case UInt8(ascii: "'"), UInt8(ascii: "-"): 1
        case UInt8.punctuationLead: QuotationMark.at(index, of: bytes) == QuotationMark.closeSingle ? 3 : 0
        default: 0
        }
    }
}
