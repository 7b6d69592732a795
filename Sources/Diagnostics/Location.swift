/// A place in a text file: line and column, both counted from 1.
///
/// Columns count Unicode scalars, the unit most editors jump to for the text that boards write. A tab is one column.
///
/// Kept in four bytes each, because a board has more places than words: each link, heading and value knows its own.
public struct Position: Sendable, Hashable, Comparable {
    public var line: Int { Int(shortLine) }
    public var column: Int { Int(shortColumn) }
    private let shortLine: Int32
    private let shortColumn: Int32

    public init(line: Int, column: Int) {
        shortLine = Int32(clamping: line)
        shortColumn = Int32(clamping: column)
    }

    public static let start = Position(line: 1, column: 1)

    public static func < (a: Position, b: Position) -> Bool {
        (a.line, a.column) < (b.line, b.column)
    }
}

/// A stretch of one line of a source file, or the file as a whole.
public struct Location: Sendable, Hashable {
    /// The file's path as the user would type it, with `/` between folders.
    public let path: String
    public let start: Position
    /// How many Unicode scalars the caret underlines; at least 1.
    public var length: Int { Int(shortLength) }
    private let shortLength: Int32
    /// Whether the fault is the file's (its name, that it is there at all), and none of its lines shows it. Tools that
    /// want a line get the first.
    public let isWholeFile: Bool

    public init(path: String, start: Position, length: Int = 1) {
        self.path = path
        self.start = start
        shortLength = Int32(clamping: max(1, length))
        isWholeFile = false
    }

    private init(wholeFile path: String) {
        self.path = path
        start = .start
        shortLength = 1
        isWholeFile = true
    }

    /// The place of a fault that no line shows.
    public static func wholeFile(_ path: String) -> Location { Location(wholeFile: path) }
}

extension Location: Comparable {
    public static func < (a: Location, b: Location) -> Bool {
        (a.path, a.start, a.length) < (b.path, b.start, b.length)
    }
}
