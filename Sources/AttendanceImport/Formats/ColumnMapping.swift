public import Schemas
public import Training

/// What a file does not say about itself: a mapping file, or the same as options of the command.
public struct ColumnMapping: Sendable {
    /// The heading of each column that was named.
    public var columns: [Column: String]
    /// What the words in the column `status` mean, beyond those that everybody knows.
    public var words: [Word]
    public var sheet: String?
    public var dates: DateOrder?
    public var times: ClockChoice?
    /// What it means that somebody is in the file, where nothing else says what became of their place.
    public var status: Attendance.Status?

    public struct Word: Sendable, Hashable {
        public let text: String
        public let status: Attendance.Status
    }

    public static let none = ColumnMapping(columns: [:], words: [], sheet: nil, dates: nil, times: nil, status: nil)

    /// What was said last counts.
    public func overlaid(with other: ColumnMapping) -> ColumnMapping {
        ColumnMapping(
            columns: columns.merging(other.columns) { $1 }, words: other.words + words, sheet: other.sheet ?? sheet,
            dates: other.dates ?? dates, times: other.times ?? times, status: other.status ?? status)
    }

    public init(
        columns: [Column: String], words: [Word], sheet: String?, dates: DateOrder?, times: ClockChoice?,
        status: Attendance.Status?
    ) {
        self.columns = columns
        self.words = words
        self.sheet = sheet
        self.dates = dates
        self.times = times
        self.status = status
    }
}

extension ColumnMapping {
    /// A mapping file.
    public static let reader: Reader<ColumnMapping> = .object(
        "mapping", "How to read a register that Signpost does not know.",
        optional("columns", columns, "The heading of each column, as it stands in the file."),
        list("words", word, "What the words in the column `status` mean."),
        optional("sheet", .text, "The sheet of a workbook."),
        optional("dates", .word("order of dates"), "Whether the day or the month comes first in 3/12/2026."),
        optional("times", .word("clock"), "Whose time it is: `uk`, or `utc`."),
        optional("status", .word("status"), "What it means to be in the file, where no column says."),
        as: { ColumnMapping(columns: $0 ?? [:], words: $1, sheet: $2, dates: $3, times: $4, status: $5) })

    private static let columns: Reader<[Column: String]> = .object(
        "columns", "Which heading stands over what.",
        fields(Column.mappable.map { optional($0.rawValue, .text, "The heading over \($0.meaning).") }).map { given in
            Dictionary(
                zip(Column.mappable, given).compactMap { pair in pair.1.map { (pair.0, $0) } },
                uniquingKeysWith: { first, _ in first })
        })

    private static let word: Reader<Word> = .object(
        "word", "A word of the file, and what it means.",
        required("text", .text, "The word, as it stands in the file."),
        required("status", .word("status"), "What became of the place."),
        as: Word.init)
}
