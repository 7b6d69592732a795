extension RunningText {
    /// The acronyms that the text uses and does not explain, each where it first stands.
    ///
    /// An acronym is a word of two to eight letters, all of them capitals; a plural `s` may follow ("DSLs"). It is
    /// explained where brackets hold it behind its words, "child sexual exploitation (CSE)", or where it stands in front
    /// of brackets that hold them, "CSE (child sexual exploitation)". Several words of capitals in a row are shouting,
    /// not acronyms.
    public func unexplainedAcronyms() -> [(name: String, range: Range<Int>)] {
        var found: [(name: String, range: Range<Int>)] = []
        var places: [String: Int] = [:]
        var explained: Set<String> = []
        for passage in passages where passage.kind != .quotation {
            let words = words(in: passage.range)
            for (index, word) in words.enumerated() {
                guard let acronym = acronym(word), !isShouted(index, in: words) else { continue }
                let name = text(acronym)
                if isExplained(acronym, in: passage.range) { explained.insert(name) }
                guard places[name] == nil, !spared.contains(where: { $0.contains(word.lowerBound) }) else { continue }
                places[name] = found.count
                found.append((name, acronym))
            }
        }
        return found.filter { !explained.contains($0.name) }
    }

    private func acronym(_ word: Range<Int>) -> Range<Int>? {
        var end = word.upperBound
        if end - word.lowerBound > 2, bytes[end - 1] == UInt8(ascii: "s") { end -= 1 }
        let range = word.lowerBound..<end
        return (2...8).contains(range.count) && bytes[range].allSatisfy(\.isCapital) ? range : nil
    }

    private func isShouted(_ index: Int, in words: [Range<Int>]) -> Bool {
        [index - 1, index + 1].contains { words.indices.contains($0) && acronym(words[$0]) != nil }
    }

    private func isExplained(_ acronym: Range<Int>, in passage: Range<Int>) -> Bool {
        let (before, after) = (acronym.lowerBound - 1, acronym.upperBound)
        if before >= passage.lowerBound, bytes[before] == UInt8(ascii: "("), after < passage.upperBound,
            bytes[after] == UInt8(ascii: ")")
        {
            return true
        }
        return after + 1 < passage.upperBound && bytes[after] == UInt8(ascii: " ")
            && bytes[after + 1] == UInt8(ascii: "(")
    }
}
