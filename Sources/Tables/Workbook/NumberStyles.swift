import XMLEvents

/// What the numbers of a cell are, by its style: a number, or a day or a time (ECMA-376 part 1, 18.8.30).
struct NumberStyles {
    enum Kind: Sendable, Hashable {
        case number
        case date, time, dateAndTime
        /// `[h]:mm`, which goes on after 24 hours.
        case duration
    }

    private var kinds: [Kind] = []

    init(_ part: [UInt8]?) throws(TableFault) {
        guard let part else { return }
        var codes: [String: String] = [:]
        var formats: [String] = []
        var isInCells = false
        try part.readXML { event in
            switch event {
            case .start("numFmt", let attributes): codes[attributes["numFmtId"] ?? ""] = attributes["formatCode"]
            case .start("cellXfs", _): isInCells = true
            case .end("cellXfs"): isInCells = false
            case .start("xf", let attributes): if isInCells { formats.append(attributes["numFmtId"] ?? "0") }
            default: break
            }
        }
        kinds = formats.map { codes[$0].map(Self.kind) ?? Self.builtIn($0) }
    }

    /// - Parameter style: The `s` of a cell.
    func kind(_ style: String?) -> Kind {
        guard let index = style.flatMap({ Int($0) }), kinds.indices.contains(index) else { return .number }
        return kinds[index]
    }

    /// The formats that every workbook has; 27 to 36 and 50 to 58 are dates of East Asian editions.
    private static func builtIn(_ id: String) -> Kind {
        switch Int(id) ?? 0 {
        case 14...17, 27...31, 36, 50...54, 57, 58: .date
        case 18...21, 32...35, 45, 47, 55, 56: .time
        case 22: .dateAndTime
        case 46: .duration
        default: .number
        }
    }

    /// What a format code shows: letters outside of quotation marks and brackets (18.8.31). Only the section for
    /// positive numbers counts.
    static func kind(_ code: String) -> Kind {
        var letters: [UInt8] = []
        var rest = Array(code.lowercased().utf8)[...]
        while let byte = rest.popFirst(), byte != UInt8(ascii: ";") {
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): _ = rest.popFirst()
            case UInt8(ascii: "\""):
                rest = rest.drop { $0 != UInt8(ascii: "\"") }.dropFirst()
            case UInt8(ascii: "["):
                let inside = rest.prefix { $0 != UInt8(ascii: "]") }
                if let unit = inside.first, "hms".utf8.contains(unit), inside.allSatisfy({ $0 == unit }) {
                    return .duration
                }
                rest = rest.dropFirst(inside.count + 1)
            default: letters.append(byte)
            }
        }
        // `general` holds an e, an a and an l, and no day or hour.
        let hasDay = letters.contains { $0 == UInt8(ascii: "y") || $0 == UInt8(ascii: "d") }
        let hasTime = letters.contains { $0 == UInt8(ascii: "h") || $0 == UInt8(ascii: "s") }
        if hasDay { return hasTime ? .dateAndTime : .date }
        if hasTime { return .time }
        return letters.contains(UInt8(ascii: "m")) ? .date : .number
    }
}
