public import CivilTime

/// What a board certifies: that somebody was at a course to its end.
public struct Certificate: Sendable, Hashable {
    /// Tells this certificate from all others: `7KQ2-M9DX-04TB-VWHE`.
    public let number: String
    /// The name of the person who was trained.
    public let holder: String
    public let course: String
    /// The day of the run.
    public let date: CivilDate
    /// How many hours the course takes, as people write it: `3`, or `2.5`.
    public let hours: String
    public let board: String

    /// Line breaks and other control characters in a text count as spaces: a certificate's lines are its fields.
    public init(number: String, holder: String, course: String, date: CivilDate, hours: String, board: String) {
        self.number = number
        self.holder = Self.oneLine(holder)
        self.course = Self.oneLine(course)
        self.date = date
        self.hours = hours
        self.board = Self.oneLine(board)
    }

    private static func oneLine(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) ? " " : $0 }
        return String(String.UnicodeScalarView(scalars))
    }
}

extension Certificate {
    /// The fields, one a line, in the order that every version keeps.
    var statement: String { [number, holder, course, date.description, hours, board].joined(separator: "\n") }

    /// Reads ``statement``; `nil` for anything else.
    init?(statement: String) {
        let lines = statement.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count == 6, let date = CivilDate(iso: lines[3]) else { return nil }
        self.init(
            number: lines[0], holder: lines[1], course: lines[2], date: date, hours: lines[4], board: lines[5])
        guard self.statement == statement else { return nil }
    }
}
