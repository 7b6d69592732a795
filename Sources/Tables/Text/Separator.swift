/// What stands between the cells of a row.
public enum Separator: UInt8, Sendable, Hashable, CaseIterable {
    // Where two fit a file equally well, the first counts: a tab is never part of the text of a cell.
    case tab = 0x09
    case comma = 0x2C
    case semicolon = 0x3B
    case bar = 0x7C

    public var name: String {
        switch self {
        case .tab: "tabs"
        case .comma: "commas"
        case .semicolon: "semicolons"
        case .bar: "bars"
        }
    }

    /// How much of a file is looked at.
    private static let sample = 64 * 1024

    /// The separator that stands in most rows: it is in the headings too, where the commas of names, dates and amounts
    /// are not. Of two that stand in as many rows, the one that splits most of them into the same number of cells.
    static func found(in bytes: [UInt8]) -> Separator {
        let head = Array(bytes.prefix(sample))
        var best = (score: (0, 0), separator: Separator.comma)
        for separator in allCases {
            let score = score(separator, head)
            if score > best.score { best = (score, separator) }
        }
        return best.separator
    }

    private static func score(_ separator: Separator, _ head: [UInt8]) -> (rows: Int, cells: Int) {
        var rows = DelimitedText(head, separator: separator.rawValue)
        var counts: [Int: Int] = [:]
        while let row = try? rows.next() { counts[row.cells.count, default: 0] += 1 }
        counts[1] = nil
        return (counts.values.reduce(0, +), counts.map { $0.key * $0.value }.max() ?? 0)
    }
}
