import Integrity
import JSONText

// Evidence that is brought up to date where a few files were.
extension ReleaseReport {
    /// The report of a release that is an earlier one but for a few files, each of them looked through and clean.
    ///
    /// - Parameters:
    ///   - report: The earlier report, as it was written.
    ///   - files: What is new.
    ///   - predecessors: By the paths of new files, those of the files in whose place in the list they come.
    /// - Returns: The new one as it is to be written; `nil` where the earlier one is not as a build writes it.
    public static func revised(
        _ report: [UInt8], with files: [PersonalDataGate.File], insteadOf predecessors: [String: String]
    ) -> [UInt8]? {
        var (report, growth) = (report, 0)
        for file in files {
            guard let row = range(ofRow: predecessors[file.path] ?? file.path, in: report),
                let last = number(after: size, in: report[row])
            else { return nil }
            growth += file.bytes.count - last.value
            report.replaceSubrange(row, with: Self.row(of: File(path: file.path, bytes: file.bytes)))
        }
        guard let all = number(after: size, in: report[...]) else { return nil }
        report.replaceSubrange(all.range, with: String(all.value + growth).utf8)
        return report
    }

    /// What stands before a number of bytes; the first one in the report is that of all files.
    private static let size = Array("\"bytes\": ".utf8)

    /// An element of the list of files, indented as ``JSONText/JSONValue/text(indented:)`` does there, up to its end.
    static func row(of file: File) -> [UInt8] {
        rowStart(file.path) + "      \"bytes\": \(file.size),\n      \"sha256\": \"\(file.digest.hex)\"".utf8
    }

    static let rowEnd = Array("\n    }".utf8)

    private static func rowStart(_ path: String) -> [UInt8] {
        Array("\n    {\n      \"path\": \(JSONValue.string(path).text()),\n".utf8)
    }

    private static func range(ofRow path: String, in report: [UInt8]) -> Range<Int>? {
        guard let start = report[...].place(of: rowStart(path)),
            let end = report[start.upperBound...].place(of: rowEnd)
        else { return nil }
        return start.lowerBound..<end.lowerBound
    }

    private static func number(after label: [UInt8], in text: ArraySlice<UInt8>) -> (value: Int, range: Range<Int>)? {
        guard let label = text.place(of: label) else { return nil }
        let digits = text[label.upperBound...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return Int(String(decoding: digits, as: UTF8.self)).map { ($0, digits.startIndex..<digits.endIndex) }
    }
}

extension ArraySlice<UInt8> {
    /// Where these bytes stand first. Their first byte should be rare.
    fileprivate func place(of wanted: [UInt8]) -> Range<Int>? {
        let found: Int? = withUnsafeBufferPointer { bytes in
            wanted.withUnsafeBufferPointer { wanted in
                guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
                var at = 0
                while at <= bytes.count - wanted.count {
                    if bytes[at] == first, (1..<wanted.count).allSatisfy({ bytes[at + $0] == wanted[$0] }) { return at }
                    at += 1
                }
                return nil
            }
        }
        return found.map { ($0 + startIndex)..<($0 + startIndex + wanted.count) }
    }
}
