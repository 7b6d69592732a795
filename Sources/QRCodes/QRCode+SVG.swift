extension QRCode {
    /// The width and the height of the drawing in squares, quiet zone included: the `viewBox` is `0 0 n n`.
    public var drawingSide: Int { side + 2 * Self.quietZone }

    /// The dark squares as the data of one SVG path (SVG 2 §9.3), one unit for a square; the quiet zone is left free
    /// around it. Squares that touch in a row are one rectangle, so that no printer leaves a hairline between them.
    public var pathData: String {
        var data = ""
        for row in 0..<side {
            var column = 0
            while column < side {
                guard isDark(row: row, column: column) else {
                    column += 1
                    continue
                }
                let start = column
                while isDark(row: row, column: column) { column += 1 }
                let width = column - start
                data += "M\(start + Self.quietZone) \(row + Self.quietZone)h\(width)v1h-\(width)z"
            }
        }
        return data
    }
}
