import Schemas

/// The rows of a run: each person once, in the order of the file.
///
/// A report reads a million rows and asks most of them for no more than their status and the place of their person in
/// the list of people, so that is what is kept of them: five bytes, where a row with its id as text takes forty.
public struct AttendanceList: Sendable {
    private let rows: Rows

    private enum Rows: Sendable {
        case listed([Attendance])
        case placed(PlacedRows)
    }

    public init(_ rows: [Attendance]) { self.rows = .listed(rows) }

    init(_ rows: PlacedRows) { self.rows = .placed(rows) }

    /// The same as of each row; nothing is made for it where they are kept as such.
    var statuses: [Attendance.Status] {
        switch rows {
        case .listed(let rows): rows.map(\.status)
        case .placed(let rows): rows.statuses
        }
    }
}

extension AttendanceList: RandomAccessCollection {
    public var startIndex: Int { 0 }

    public var endIndex: Int {
        switch rows {
        case .listed(let rows): rows.count
        case .placed(let rows): rows.statuses.count
        }
    }

    public subscript(row: Int) -> Attendance {
        switch rows {
        case .listed(let rows): rows[row]
        case .placed(let rows): rows[row]
        }
    }
}

extension AttendanceList: Hashable {
    public static func == (a: Self, b: Self) -> Bool { a.elementsEqual(b) }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(count)
        for row in self { hasher.combine(row) }
    }
}

/// Rows by the places of their people.
struct PlacedRows: Sendable {
    let statuses: [Attendance.Status]
    /// The place of each row's person; -1 where there is no such person.
    let places: [Int32]
    /// The ids of all people, by their places.
    let people: [ID<Person>]
    /// Rows of which more is noted, and those of nobody in the list, in order.
    let others: [Other]

    struct Other: Sendable {
        let row: Int
        let attendance: Attendance
    }

    subscript(row: Int) -> Attendance {
        other(row) ?? Attendance(person: people[Int(places[row])], status: statuses[row])
    }

    private func other(_ row: Int) -> Attendance? {
        var (low, high) = (0, others.count)
        while low < high {
            let middle = (low + high) / 2
            if others[middle].row < row { low = middle + 1 } else { high = middle }
        }
        return low < others.count && others[low].row == row ? others[low].attendance : nil
    }
}
