/// Figures in rows and columns, before anybody has decided how they look.
public struct ReportTable: Sendable, Hashable {
    /// A short name for programs: `agencies`.
    public let name: String
    /// For people: `By agency`.
    public let title: String
    public let columns: [Column]
    /// Each as long as ``columns``.
    public let rows: [[Value]]
    /// The sum, where there is one; it stands last, and not in data for programs.
    public let total: [Value]?
    /// What is said where there are no rows.
    public let empty: String

    public struct Column: Sendable, Hashable {
        /// For programs: `no_shows`.
        public let name: String
        /// For people: `No-shows`.
        public let title: String

        public init(_ name: String, _ title: String) {
            self.name = name
            self.title = title
        }
    }

    /// What one cell says.
    public enum Value: Sendable, Hashable {
        case text(String)
        case number(Int)
        /// In percent.
        case percent(Int)
        /// There is a value, and nobody knows it. It is never shown as 0.
        case notKnown
        /// There is nothing to say here.
        case none
    }

    /// - Precondition: each row has a value for each column.
    public init(
        _ name: String, title: String, columns: [Column], rows: [[Value]], total: [Value]? = nil, empty: String
    ) {
        precondition((rows + [total].compactMap(\.self)).allSatisfy { $0.count == columns.count }, "a row out of line")
        self.name = name
        self.title = title
        self.columns = columns
        self.rows = rows
        self.total = total
        self.empty = empty
    }
}

extension ReportTable.Value {
    /// A number, or that it is not known.
    public static func known(_ number: Int?) -> Self { number.map { .number($0) } ?? .notKnown }

    /// A percentage, or that it is not known.
    public static func knownPercent(_ number: Int?) -> Self { number.map { .percent($0) } ?? .notKnown }

    /// A text, or nothing.
    public static func present(_ text: (some CustomStringConvertible)?) -> Self {
        text.map { .text($0.description) } ?? .none
    }

    /// As people read it.
    public var shown: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .percent(let number): "\(number) %"
        case .notKnown: "not known"
        case .none: "–"
        }
    }

    public var isNumber: Bool {
        switch self {
        case .number, .percent: true
        case .text, .notKnown, .none: false
        }
    }
}
