/// The e-mail addresses that may stand around an `@`. There are several where markup stands in or beside them: a seam
/// is perhaps inside of the address, perhaps at its end.
struct AddressReading {
    let reading: UnsafeBufferPointer<UInt8>
    let at: Int

    struct Candidate {
        let text: [UInt8]
        let domain: String
        let range: Range<Int>

        /// A name, an `@`, and a host with a top-level domain of letters (RFC 5321, 4.1.2, as far as people use it).
        /// `sign@2x.png` is a picture.
        var isWellFormed: Bool {
            let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
            guard labels.count > 1, labels.allSatisfy({ !$0.isEmpty }), let top = labels.last, top.utf8.count > 1,
                text.first != UInt8(ascii: "@")
            else { return false }
            return top.utf8.allSatisfy { $0.isWord && !$0.isDigit } && !AddressReading.files.contains(String(top))
        }
    }

    /// Lengths from RFC 5321, 4.5.3.1, with as many seams.
    private static let (longestName, longestDomain, mostSeams) = (2 * 64, 2 * 255, 24)

    fileprivate static let files: Set<String> = [
        "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "css", "js", "mjs", "json", "html", "woff", "woff2", "ico",
    ]

    /// The shortest first.
    func candidates() -> [Candidate] {
        let starts = starts()
        let ends = ends()
        return starts.flatMap { start in
            ends.map { end in
                let text = reading[start..<end].filter { $0 != Alphabet.seam }
                let domain = reading[at + 1..<end].filter { $0 != Alphabet.seam }
                return Candidate(text: text, domain: String(decoding: domain, as: UTF8.self), range: start..<end)
            }
        }
    }

    private func starts() -> [Int] {
        var (place, starts) = (at, [Int]())
        while place > 0, at - place <= Self.longestName, starts.count < Self.mostSeams {
            let byte = reading[place - 1]
            if byte == Alphabet.seam {
                starts.append(place)
            } else if !Self.isName(byte) {
                break
            }
            place -= 1
        }
        while place < at, reading[place] == UInt8(ascii: ".") || reading[place] == UInt8(ascii: "'") { place += 1 }
        starts.append(place)
        return starts.filter { $0 < at }
    }

    private func ends() -> [Int] {
        var (place, ends) = (at + 1, [Int]())
        while place < reading.count, place - at <= Self.longestDomain, ends.count < Self.mostSeams {
            let byte = reading[place]
            if byte == Alphabet.seam {
                ends.append(place)
            } else if !byte.isWord && byte != UInt8(ascii: ".") && byte != UInt8(ascii: "-") {
                break
            }
            place += 1
        }
        ends.append(place)
        return ends.map(withoutStops).filter { $0 > at + 1 }
    }

    private func withoutStops(_ end: Int) -> Int {
        var end = end
        while end > at + 1, !reading[end - 1].isWord { end -= 1 }
        return end
    }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "'"): true
        default: byte.isWord
        }
    }
}
