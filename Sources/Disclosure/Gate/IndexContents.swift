/// The site's own search index, as its script unpacks it (docs/search.md, "The index").
///
/// Packed, the index holds digits that mean something else: how many letters a word shares with the one before it, and
/// on which pages it stands. Read as text they look like telephone numbers, and a number in which a shared beginning is
/// left out is not seen at all. So the words are put together again and the rest, once it is proved to be nothing but
/// page numbers, is left out.
struct IndexContents {
    /// The titles and summaries as they stand in the file, and then the words. A mark stands between words, because two
    /// that are neighbours in the alphabet are not neighbours on any page.
    let text: [UInt8]
    /// How many bytes of ``text`` are the same as those of the file.
    let copied: Int

    /// `nil` where the bytes are anything but an index, down to the last of them: then they are read as they stand.
    init?(path: String, _ bytes: UnsafeBufferPointer<UInt8>) {
        guard path.hasPrefix("search/"), path.hasSuffix(".js"), bytes.starts(with: "signpostSearch({".utf8),
            let words = Self.range(after: "],\"words\":\"", in: bytes, from: 0),
            let hits = Self.range(after: ",\"hits\":\"", in: bytes, from: words.upperBound + 1),
            hits.lowerBound == words.upperBound + 1 + ",\"hits\":\"".utf8.count,
            bytes[(hits.upperBound + 1)...].elementsEqual("});\n".utf8)
        else { return nil }
        var text = Array(bytes[..<words.lowerBound])
        guard let count = Self.unpack(bytes[words], into: &text), Self.areHits(bytes[hits], of: count) else {
            return nil
        }
        self.text = text
        copied = words.lowerBound
    }

    /// What stands between a mark and the next quotation mark.
    private static func range(
        after mark: String, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Range<Int>? {
        let mark = Array(mark.utf8)
        var at = start
        while at + mark.count < bytes.count, !bytes[at..<at + mark.count].elementsEqual(mark) { at += 1 }
        let first = at + mark.count
        guard first < bytes.count, let end = bytes[first...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        return first..<end
    }

    private static let betweenWords = Array("!\n".utf8)

    /// Puts the words together and says how many there are. The first sign of each is a digit of base 36: how many
    /// UTF-16 units it shares with the word before.
    private static func unpack(
        _ packed: Slice<UnsafeBufferPointer<UInt8>>, into text: inout [UInt8]
    ) -> Int? {
        var (last, count) = ([UInt8](), 0)
        for rest in packed.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false) {
            guard !packed.isEmpty else { break }
            guard let digit = rest.first, let units = Character(Unicode.Scalar(digit)).base36,
                let shared = bytes(of: units, in: last), !rest.contains(UInt8(ascii: "\\"))
            else { return nil }
            last.replaceSubrange(shared..., with: rest.dropFirst())
            text += betweenWords + last
            count += 1
        }
        return count
    }

    /// How many bytes of UTF-8 the first UTF-16 units of a word take.
    private static func bytes(of units: Int, in word: [UInt8]) -> Int? {
        var (at, left) = (0, units)
        while left > 0 {
            guard at < word.count else { return nil }
            let length = word[at] < 0x80 ? 1 : (word[at] < 0xE0 ? 2 : (word[at] < 0xF0 ? 3 : 4))
            left -= length == 4 ? 2 : 1
            at += length
        }
        return left == 0 && at <= word.count ? at : nil
    }

    /// Page numbers in base 64, a list for each word.
    private static func areHits(_ hits: Slice<UnsafeBufferPointer<UInt8>>, of words: Int) -> Bool {
        var lists = words == 0 ? 0 : 1
        for byte in hits {
            if byte == UInt8(ascii: " ") {
                lists += 1
            } else if !Alphabet.lowered(byte).isLetterOrDigit, byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_") {
                return false
            }
        }
        return lists == words
    }
}

extension Character {
    fileprivate var base36: Int? { isASCII && !isUppercase ? Int(String(self), radix: 36) : nil }
}
