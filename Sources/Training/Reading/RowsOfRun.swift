import Diagnostics
import Schemas

/// The rows of a run while they are read: what becomes an ``AttendanceList``, and where it stood.
struct RowsOfRun {
    /// Each row's id; an empty one stands for one of more than sixteen bytes.
    private(set) var words: [ShortWord] = []
    private(set) var statuses: [Attendance.Status] = []
    private(set) var spots = RowSpots.each([])
    /// Rows of which more is noted, and those with long ids, in order.
    private var others: [PlacedRows.Other] = []

    var isEmpty: Bool { words.isEmpty }

    mutating func reserve(_ count: Int) {
        words.reserveCapacity(count)
        statuses.reserveCapacity(count)
    }

    /// Rows one a line, behind each other, of all of which the ids start in one column.
    mutating func start(line: Int, column: Int) { spots = .lines(first: line, column: column) }

    /// One more of such rows.
    mutating func append(_ word: ShortWord, _ status: Attendance.Status) {
        words.append(word)
        statuses.append(status)
    }

    /// - Parameter word: `nil` where the id is too long.
    mutating func append(_ word: ShortWord?, _ row: Attendance, hasMore: Bool, at spot: Spot) {
        if word == nil || hasMore { others.append(PlacedRows.Other(row: words.count, attendance: row)) }
        var all = spots.all(words)
        // Given back before it grows, so that it is not copied.
        spots = .each([])
        all.append(spot)
        spots = .each(all)
        append(word ?? ShortWord(), row.status)
    }

    /// - Returns: The rows, and the place of each one's person in the list; -1 where there is no such person.
    func placed(among people: KnownPeople) -> (rows: PlacedRows, places: [Int32]) {
        var places = people.places(of: words)
        var noted = others
        for other in others where words[other.row] == ShortWord() {
            places[other.row] = people.place(of: other.attendance.person).map { Int32($0) } ?? -1
        }
        let known = Set(others.map(\.row))
        for (row, place) in places.enumerated() where place < 0 && !known.contains(row) {
            let stranger = Attendance(person: ID(words[row].text), status: statuses[row])
            noted.append(PlacedRows.Other(row: row, attendance: stranger))
        }
        if noted.count > others.count { noted.sort { $0.row < $1.row } }
        return (PlacedRows(statuses: statuses, places: places, people: people.ids, others: noted), places)
    }
}

/// Where in its file the id of each row's person stands.
enum RowSpots: Sendable {
    case each([Spot])
    /// One a line, behind each other, all in one column.
    case lines(first: Int, column: Int)

    /// - Parameter length: Of the id, in scalars.
    func spot(_ row: Int, length: Int) -> Spot {
        switch self {
        case .each(let spots): spots[row]
        case .lines(let first, let column): Spot(line: first + row, column: column, length: length)
        }
    }

    fileprivate func all(_ words: [ShortWord]) -> [Spot] {
        switch self {
        case .each(let spots): spots
        case .lines: words.indices.map { spot($0, length: words[$0].count) }
        }
    }
}
