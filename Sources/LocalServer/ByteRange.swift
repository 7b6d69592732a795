/// A part of a file (RFC 9110 section 14): Safari plays no video from a server that cannot give one.
enum ByteRange {
    /// `answer` cut down to the single range that `header` asks for; any other header is ignored, as the RFC allows.
    static func answer(_ answer: Answer, _ header: String) -> Answer {
        let unit = "bytes="
        guard header.hasPrefix(unit), !header.contains(",") else { return answer }
        let ends = header.dropFirst(unit.count).split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } })
        else { return answer }
        let size = answer.body.count
        guard let range = range(Int(ends[0]), Int(ends[1]), of: size) else {
            return .plain(416, "The file has \(size) bytes.", headers: [("Content-Range", "bytes */\(size)")])
        }
        var part = answer
        part.status = 206
        part.headers.append(("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"))
        part.body = answer.body[range]
        return part
    }

    private static func range(_ first: Int?, _ last: Int?, of size: Int) -> Range<Int>? {
        switch (first, last) {
        case (let first?, let last?) where first <= last && first < size: first..<(min(last, size - 1) + 1)
        case (let first?, nil) where first < size: first..<size
        case (nil, let count?) where count > 0 && size > 0: max(0, size - count)..<size
        default: nil
        }
    }
}
