import Diagnostics
import Schemas

/// The names of figures in a page's text: what stands between two pairs of braces, outside of code.
enum TextFigures {
    /// - Parameter firstLine: The line of the file on which the text starts.
    static func names(in text: ArraySlice<UInt8>, path: String, firstLine: Int) -> [Located<String>] {
        // Most pages have none, and the search for two braces is all that they pay.
        guard hasPlaces(text) else { return [] }
        var (found, isInside, isCode): ([Located<String>], Bool, Bool) = ([], false, false)
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() {
            let start = line.drop { $0 == UInt8(ascii: " ") }
            if start.starts(with: "```".utf8) {
                // What stands inside a component's block is text like any other.
                isInside.toggle()
                isCode = isInside && !start.dropFirst(3).starts(with: "{".utf8)
            } else if !isCode {
                found += names(inLine: line, path: path, number: firstLine + number)
            }
        }
        return found
    }

    private static func hasPlaces(_ text: ArraySlice<UInt8>) -> Bool {
        let brace = UInt8(ascii: "{")
        var rest = text
        while let first = rest.firstIndex(of: brace) {
            rest = rest[(first + 1)...]
            if rest.first == brace { return true }
        }
        return false
    }

    private static func names(inLine line: ArraySlice<UInt8>, path: String, number: Int) -> [Located<String>] {
        var found: [Located<String>] = []
        var (at, isCode) = (line.startIndex, false)
        while at < line.endIndex {
            if line[at] == UInt8(ascii: "`") { isCode.toggle() }
            guard !isCode, line[at...].starts(with: "{{".utf8), let end = end(of: line[(at + 2)...]) else {
                at += 1
                continue
            }
            let name = line[(at + 2)..<end].trimmed
            let column = String(decoding: line[..<name.startIndex], as: UTF8.self).unicodeScalars.count + 1
            let place = Location(path: path, start: Position(line: number, column: column), length: name.count)
            found.append(Located(String(decoding: name, as: UTF8.self), at: place))
            at = end + 2
        }
        return found
    }

    private static func end(of rest: ArraySlice<UInt8>) -> Int? {
        var at = rest.startIndex
        while let brace = rest[at...].firstIndex(of: UInt8(ascii: "}")) {
            if brace + 1 < rest.endIndex, rest[brace + 1] == UInt8(ascii: "}") { return brace }
            at = brace + 1
        }
        return nil
    }
}

extension ArraySlice<UInt8> {
    fileprivate var trimmed: ArraySlice<UInt8> {
        let start = drop { $0 == UInt8(ascii: " ") }
        return start.last == UInt8(ascii: " ") ? start.dropLast().trimmed : start
    }
}
