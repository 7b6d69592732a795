extension QRCode {
    /// The width and the height of the drawing in squares, quiet zone included: the `viewBox` is `0 0 n n`.
    public var drawingSide: Int { side + 2 * Self.quietZone }

    /// The dark squares as the data of one SVG path (SVG 2 §9.3), one unit for a square; the quiet zone is left free
    /// around it. Squares that touch in a row are one rectangle, so that no printer leaves a hairline between them.
    public var pathData: String {
        var data: [UInt8] = []
        for row in 0..<side {
            var column = 0
            while column < side {
                guard isDark(row: row, column: column) else {
                    column += 1
                    continue
                }
                let start = column
                while isDark(row: row, column: column) { column += 1 }
                Self.append("M", start + Self.quietZone, to: &data)
                Self.append(" ", row + Self.quietZone, to: &data)
                Self.append("h", column - start, to: &data)
                Self.append("v1h-", column - start, to: &data)
                data.append(UInt8(ascii: "z"))
            }
        }
        return String(decoding: data, as: UTF8.self)
    }

    /// A command and a number below 100: some hundreds of them in each code are too many for strings of their own.
    private static func append(_ command: StaticString, _ number: Int, to data: inout [UInt8]) {
        command.withUTF8Buffer { data.append(contentsOf: $0) }
        if number >= 10 { data.append(UInt8(ascii: "0") + UInt8(number / 10)) }
        data.append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}
