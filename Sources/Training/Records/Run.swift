public import CivilTime
public import Content
public import Schemas

/// One dated delivery of a course: a file of `runs/`, named after its id.
public struct Run: Entity, Hashable {
    public static let entity = EntityKind(noun: "run", home: "records/runs")

    public let id: ID<Run>
    public let course: ID<Course>
    public let date: CivilDate
    public let start: ClockTime
    /// On the same day, after ``start``.
    public let end: ClockTime
    public let venue: Venue
    public let trainer: ID<Person>?
    public let places: Int
    public let status: Status
    /// How often its details changed: the `SEQUENCE` of RFC 5545, 3.8.7.4, by which calendars know the newer of two.
    public let sequence: Int
    public let attendance: AttendanceList

    public enum Venue: Sendable, Hashable {
        case online
        case place(String)

        init(_ text: String) { self = text == "online" ? .online : .place(text) }
    }

    public enum Status: String, Sendable, CaseIterable {
        case scheduled, cancelled
    }
}

extension Run {
    init(
        id: ID<Run>, course: ID<Course>, date: CivilDate, start: ClockTime, end: ClockTime, venue: Venue,
        trainer: ID<Person>?, places: Int, status: Status, sequence: Int, attendance: [Attendance]
    ) {
        self.init(
            id: id, course: course, date: date, start: start, end: end, venue: venue, trainer: trainer, places: places,
            status: status, sequence: sequence, attendance: AttendanceList(attendance))
    }

    public var isCancelled: Bool { status == .cancelled }
}
