public import CivilTime
import Diagnostics
import Languages
import YAMLData

extension Reader where Value == String {
    /// One line of text.
    public static var text: Reader { line(longest: nil) }

    /// One line of text of at most so many characters.
    public static func text(upTo longest: Int) -> Reader { line(longest: longest) }

    private static func line(longest: Int?) -> Reader {
        Reader(.text(longest: longest)) { node, reading in
            guard let text = text(of: node, wanted: "a line of text", &reading) else { return nil }
            let line = text.onOneLine
            if let longest, line.count > longest {
                reading.report(
                    .tooLong, "this is \(line.count) characters long; at most \(longest) fit", at: node.location,
                    help: "shorten it")
                return nil
            }
            return line
        }
    }

    /// Text of several lines.
    public static var prose: Reader {
        Reader(.prose) { node, reading in text(of: node, wanted: "text", &reading) }
    }

    /// An absolute `https:` or `http:` address.
    public static var webAddress: Reader {
        scalar(
            .webAddress, wanted: "a web address", .badAddress,
            help: "write the whole address, such as https://www.example.org/page"
        ) { WebAddress.isWellFormed($0) ? $0 : nil }
    }

    public static var emailAddress: Reader {
        scalar(.emailAddress, wanted: "an e-mail address", .badAddress) {
            EmailAddress.isWellFormed($0) ? $0 : nil
        }
    }

    /// A telephone number as it is read out: digits, spaces, and `+` in front.
    public static var telephone: Reader {
        scalar(.telephone, wanted: "a telephone number", .badAddress, help: "write digits and spaces only") { text in
            let digits = text.utf8.filter { (0x30...0x39).contains($0) }.count
            let known = text.utf8.enumerated().allSatisfy { index, byte in
                (0x30...0x39).contains(byte) || byte == UInt8(ascii: " ") || (index == 0 && byte == UInt8(ascii: "+"))
            }
            return known && digits >= 2 ? text : nil
        }
    }

    /// A path on the site that starts and ends with a slash.
    public static var sitePath: Reader {
        scalar(
            .sitePath, wanted: "a path such as /old/page/", .badAddress,
            help: "start and end it with a slash, and use letters, digits and hyphens"
        ) { text in
            let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            guard parts.count >= 3, parts.first?.isEmpty == true, parts.last?.isEmpty == true else { return nil }
            let good = parts.dropFirst().dropLast().allSatisfy { part in
                !part.isEmpty && part.first != UInt8(ascii: ".") && part.allSatisfy(\.isPathByte)
            }
            return good ? text : nil
        }
    }
}

extension Reader where Value == CivilDate {
    public static var date: Reader {
        scalar(.date, wanted: "a date", .badDate, help: "write it as year-month-day, such as 2026-09-01") {
            CivilDate(iso: $0)
        }
    }
}

extension Reader where Value == ClockTime {
    public static var clockTime: Reader {
        scalar(.clockTime, wanted: "a time", .badDate, help: "write it on the 24-hour clock, such as \"09:30\"") {
            ClockTime(iso: $0)
        }
    }
}

extension Reader where Value == Int {
    public static func integer(_ range: ClosedRange<Int>) -> Reader {
        scalar(.integer(range), wanted: "a whole number from \(range.lowerBound) to \(range.upperBound)") { text in
            guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }) else { return nil }
            return Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }
}

extension Reader where Value == Double {
    /// A number that is not negative, with a decimal point where it needs one.
    public static var number: Reader {
        scalar(.number, wanted: "a number") { text in
            guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }) else { return nil }
            return Double(text).flatMap { $0.isFinite ? $0 : nil }
        }
    }
}

extension Reader where Value == Bool {
    public static var flag: Reader {
        scalar(.flag, wanted: "true or false") { text in
            switch text {
            case "true": true
            case "false": false
            default: nil
            }
        }
    }
}

extension Reader where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
    /// One word of a fixed set. A word that is not in it is never taken for another: it is an error.
    public static func word(_ noun: String) -> Reader {
        let text = Reader<String>.oneOf(Value.allCases.map(\.rawValue), noun: noun)
        return Reader(text.shape) { node, reading in text.value(of: node, &reading).flatMap(Value.init(rawValue:)) }
    }
}

extension Reader where Value == String {
    /// One of some words that are known at run time only.
    public static func oneOf(_ words: [String], noun: String) -> Reader {
        Reader(.word(noun: noun, words: words)) { node, reading in
            guard let text = text(of: node, wanted: "the \(noun)", &reading) else { return nil }
            if words.contains(text) { return text }
            reading.report(
                .unknownWord, "unknown \(noun) \"\(text)\"", at: node.location,
                label: "expected one of: \(words.joined(separator: ", "))",
                help: Spelling.suggestion(for: text, in: words))
            return nil
        }
    }
}

extension Reader where Value == String {
    /// A language as BCP 47 names it, as far as boards need: `en`, `cy`, `pa-Guru`.
    public static var languageTag: Reader {
        scalar(.languageTag, wanted: "a language tag such as en or cy", .badAddress) { text in
            Language.isTag(text) ? text : nil
        }
    }

    /// A web address without `?` and `#`; one without a slash at the end gets it.
    public static var baseAddress: Reader {
        scalar(
            .webAddress, wanted: "the address of a site", .badAddress,
            help: "write the whole address, such as https://www.example.org/"
        ) { text in
            guard WebAddress.isWellFormed(text), !text.contains("?"), !text.contains("#") else { return nil }
            return text.hasSuffix("/") ? text : text + "/"
        }
    }
}

extension String {
    /// Every run of spaces, tabs and line ends as one space.
    fileprivate var onOneLine: String {
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
        var last: UInt8 = 0
        let isPlain = utf8.allSatisfy { byte in
            defer { last = byte }
            return byte == 0x20 ? last != 0x20 : !isSpace(byte)
        }
        if isPlain { return self }
        return utf8.split(whereSeparator: isSpace).map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }
}
