/// Reads how long somebody was there.
enum DurationText {
    /// `1h 2m 10s`, `45m`, `1 hr 5 min`, `01:02:10`; in seconds. `1:02` could be two things and is neither.
    static func seconds(_ text: String) -> Int? {
        let bytes = Array(text.lowercased().utf8.filter { $0 != 0x20 })
        if bytes.contains(UInt8(ascii: ":")) { return clock(bytes) }
        var rest = bytes[...]
        var total = 0
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isDigit }
            rest = rest.dropFirst(digits.count)
            let unit = rest.prefix { !$0.isDigit }
            rest = rest.dropFirst(unit.count)
            guard (1...6).contains(digits.count), let value = Int(String(decoding: digits, as: UTF8.self)),
                let size = units[String(decoding: unit, as: UTF8.self)]
            else { return nil }
            total += value * size
        }
        return bytes.isEmpty ? nil : total
    }

    private static let units = [
        "h": 3600, "hr": 3600, "hrs": 3600, "hour": 3600, "hours": 3600,
        "m": 60, "min": 60, "mins": 60, "minute": 60, "minutes": 60,
        "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1,
    ]

    private static func clock(_ bytes: [UInt8]) -> Int? {
        let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map { part in
            (1...4).contains(part.count) && part.allSatisfy(\.isDigit)
                ? Int(String(decoding: part, as: UTF8.self)) : nil
        }
        guard parts.count == 3, let hours = parts[0], let minutes = parts[1], let seconds = parts[2], minutes < 60,
            seconds < 60
        else { return nil }
        return hours * 3600 + minutes * 60 + seconds
    }

    /// `95`, `95.5`: minutes, in seconds.
    static func minutes(_ text: String) -> Int? {
        guard text.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") }), let minutes = Double(text),
            minutes < 100_000
        else { return nil }
        return Int((minutes * 60).rounded())
    }
}
