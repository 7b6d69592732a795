/// A program that writes registers, by the name that `--as` takes.
public enum ExportFormat: String, Sendable, Hashable, CaseIterable {
    case teams, zoom, eventbrite, forms
    case moodleGrades = "moodle-grades"
    case moodleAttendance = "moodle-attendance"
    /// Any table whose headings say what its columns hold, or whose columns were named by a mapping.
    case table

    public var title: String {
        switch self {
        case .teams: "a Microsoft Teams attendance report"
        case .zoom: "a Zoom participants report"
        case .eventbrite: "an Eventbrite attendee list"
        case .forms: "Microsoft Forms responses"
        case .moodleGrades: "Moodle grades"
        case .moodleAttendance: "a Moodle attendance report"
        case .table: "a table"
        }
    }

    /// Whether people are in the file because they have a place. Those who are in a meeting's report and not on the
    /// run's list came without one.
    var knowsBookings: Bool {
        switch self {
        case .eventbrite, .moodleGrades, .moodleAttendance: true
        case .teams, .zoom, .forms, .table: false
        }
    }
}
