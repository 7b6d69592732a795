/// HTML in the making: bytes, and the holes in them.
struct HTMLWriter {
    private(set) var bytes: [UInt8] = []
    private(set) var holes: [MarkdownDocument.Hole] = []

    init(expecting count: Int) { bytes.reserveCapacity(count) }

    /// Markup of our own.
    mutating func raw(_ markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Markup made of numbers and names that need no escaping.
    mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

    mutating func text(_ text: UnsafeBufferPointer<UInt8>) { HTMLEscape.append(text, to: &bytes) }
    mutating func text(_ text: String) { HTMLEscape.append(text.utf8, to: &bytes) }

    mutating func hole(_ kind: MarkdownDocument.Hole.Kind) {
        holes.append(.init(kind: kind, offset: bytes.count))
    }

    /// Ends the line unless it has just been ended.
    mutating func freshLine() {
        guard let last = bytes.last, last != UInt8(ascii: "\n") else { return }
        bytes.append(UInt8(ascii: "\n"))
    }
}
