/// Collects text without markup while somebody wants it, and counts words all the time.
struct TextCapture {
    private var bytes: [UInt8] = []
    private var captures = 0
    private var isInWord = false
    private(set) var words = 0

    /// Starts a capture; what it returns ends it. Captures nest.
    mutating func begin() -> Int {
        captures += 1
        return bytes.count
    }

    mutating func end(from start: Int) -> String {
        let taken = String(decoding: bytes[start...], as: UTF8.self)
        captures -= 1
        if captures == 0 { bytes.removeAll(keepingCapacity: true) }
        return taken
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        if captures > 0 { bytes.append(contentsOf: text) }
        for byte in text {
            if byte.isBlank || byte == .lineFeed {
                isInWord = false
            } else if !isInWord, byte.isWordLike {
                isInWord = true
                words += 1
            }
        }
    }

    /// A line end, or the end of a block: either way the next letter starts a word.
    mutating func space() {
        if captures > 0 { bytes.append(UInt8(ascii: " ")) }
        isInWord = false
    }

    mutating func endWord() { isInWord = false }
}

extension UInt8 {
    /// An ASCII letter or digit, or a byte of any other script.
    fileprivate var isWordLike: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: true
        default: false
        }
    }
}
