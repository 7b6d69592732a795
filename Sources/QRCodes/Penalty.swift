/// How hard a code is to read: the penalty points of ISO/IEC 18004:2015, §7.8.3.1, table 11, as libqrcodegen counts them.
///
/// Only which mask is chosen depends on them, so a reader of codes need not know them; but the mask is to be the best one.
/// Rows are looked at as numbers and run by run, which takes a tenth of asking for square after square.
enum Penalty {
    static func points(of code: Squares) -> Int {
        let lines = code.rows + code.columns
        return lines.reduce(0) { $0 + points(ofLine: $1, side: code.side) } + blocks(in: code) + imbalance(of: code)
    }

    /// Runs of five and more squares of one colour, and what looks like a corner: dark, light and dark 1:1:3:1:1 with
    /// four times as much light on one side.
    private static func points(ofLine line: UInt64, side: Int) -> Int {
        var (points, at, isDark) = (0, 0, false)
        var runs = Runs(border: side)
        while at < side {
            let rest = (isDark ? ~line : line) >> UInt64(at)
            let length = min(rest.trailingZeroBitCount, side - at)
            if length >= 5 { points += length - 2 }
            at += length
            // Outside of the code all is light: what follows a light run at its end belongs to it.
            let isLast = at == side
            runs.add(isLast && !isDark ? length + side : length)
            if isLast, isDark { runs.add(side) }
            if !isDark || isLast { points += 40 * runs.corners }
            isDark.toggle()
        }
        return points
    }

    /// The lengths of the last seven runs of a line, the latest first.
    private struct Runs {
        let border: Int
        private var last: (Int, Int, Int, Int, Int, Int, Int) = (0, 0, 0, 0, 0, 0, 0)

        init(border: Int) { self.border = border }

        mutating func add(_ length: Int) {
            let length = last.0 == 0 ? length + border : length
            last = (length, last.0, last.1, last.2, last.3, last.4, last.5)
        }

        /// How often the runs look like a corner, of which the latest is the light behind it.
        var corners: Int {
            let unit = last.1
            guard unit > 0, last.2 == unit, last.3 == 3 * unit, last.4 == unit, last.5 == unit else { return 0 }
            return (last.0 >= 4 * unit && last.6 >= unit ? 1 : 0) + (last.6 >= 4 * unit && last.0 >= unit ? 1 : 0)
        }
    }

    /// Three for each two by two squares of one colour.
    private static func blocks(in code: Squares) -> Int {
        let pairs: UInt64 = 1 << UInt64(code.side - 1) - 1
        var count = 0
        for (upper, lower) in zip(code.rows, code.rows.dropFirst()) {
            let (across, down) = (~(upper ^ upper >> 1), ~(upper ^ lower))
            count += (across & down & down >> 1 & pairs).nonzeroBitCount
        }
        return 3 * count
    }

    /// Ten for each step of five per cent by which dark and light are further apart than 45 to 55.
    private static func imbalance(of code: Squares) -> Int {
        let (dark, all) = (code.rows.reduce(0) { $0 + $1.nonzeroBitCount }, code.side * code.side)
        return 10 * ((abs(20 * dark - 10 * all) + all - 1) / all - 1)
    }
}
