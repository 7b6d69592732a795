/// Answers where tokens stand on their lines.
struct TokenLines {
    let tokens: [Token]
    let bytes: [UInt8]

    /// Whether the text at `index` is the first thing on its line.
    func startsLine(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        guard case .text(let range) = tokens[index - 1] else { return false }
        return endsLine(range)
    }

    /// The white space between the start of the line and the token, or `nil` where something else stands there.
    func blankBefore(_ index: Int) -> Range<Int>? {
        guard index > 0 else { return 0..<0 }
        guard case .text(let range) = tokens[index - 1] else { return nil }
        if endsLine(range) { return range.upperBound..<range.upperBound }
        return isBlank(range) && startsLine(index - 1) ? range : nil
    }

    /// Whether nothing but white space follows on the token's line.
    func isBlankAfter(_ index: Int) -> Bool {
        guard index + 1 < tokens.count else { return true }
        guard case .text(let range) = tokens[index + 1] else { return false }
        return isBlank(range) && (endsLine(range) || index + 2 == tokens.count)
    }

    /// The first token of the next line, where nothing but white space follows.
    func afterLine(_ index: Int) -> Int { min(index + 2, tokens.count) }

    private func endsLine(_ range: Range<Int>) -> Bool { bytes[range].last == UInt8(ascii: "\n") }

    private func isBlank(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy(\.isWhitespace) }
}
