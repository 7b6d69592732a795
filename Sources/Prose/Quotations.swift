extension RunningText {
    /// What is quoted, named or spelled out on the page in other people's words: ``spared``, and everything between
    /// quotation marks. In ascending order within each passage.
    ///
    /// A double mark that is never closed quotes to the end of its passage. A single one is taken for an apostrophe then.
    public func quoted(in passage: Range<Int>) -> [Range<Int>] {
        var found = spared.filter { $0.overlaps(passage) }
        var double: Int?
        var single: Int?
        for at in passage {
            if bytes[at] == UInt8(ascii: "\"") {
                if let start = double { found.append(start..<at + 1) }
                double = double == nil ? at : nil
            }
            switch QuotationMark.at(at, of: bytes) {
            case QuotationMark.openDouble: double = double ?? at
            case QuotationMark.closeDouble:
                if let start = double { found.append(start..<at + 3) }
                double = nil
            case QuotationMark.openSingle: single = at
            case QuotationMark.closeSingle where at + 3 >= passage.upperBound || !bytes[at + 3].isPartOfWord:
                if let start = single { found.append(start..<at + 3) }
                single = nil
            default: continue
            }
        }
        if let start = double { found.append(start..<passage.upperBound) }
        return found
    }
}
