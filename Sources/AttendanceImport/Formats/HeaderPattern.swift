/// The headings by which one shape of a program's file is known.
///
/// The lists stand in the order of preference: where a file has both, the earlier heading counts. They are as seen in
/// files of the programs named; programs change them from version to version, so several spellings stand together.
struct HeaderPattern: Sendable {
    let format: ExportFormat
    let required: [(column: Column, headings: [String])]
    var others: [(column: Column, headings: [String])] = []

    static let all: [HeaderPattern] =
        [
            teamsActivities, teamsParticipants, zoom, eventbrite, forms, moodleAttendance, moodleGrades,
        ] + tables

    /// One row for each time that somebody was in the meeting; also the whole report of the years before 2022.
    static let teamsActivities = HeaderPattern(
        format: .teams,
        required: [
            (.name, ["name", "full name"]), (.joined, ["join time"]), (.left, ["leave time"]),
            (.duration, ["duration"]), (.email, ["email"]),
        ],
        others: [(.principalName, ["participant id (upn)"])])

    /// One row for each person.
    static let teamsParticipants = HeaderPattern(
        format: .teams,
        required: [
            (.name, ["name", "full name"]), (.joined, ["first join", "first join time"]),
            (.left, ["last leave", "last leave time"]), (.duration, ["in-meeting duration"]),
        ],
        others: [(.email, ["email"]), (.principalName, ["participant id (upn)"])])

    static let zoom = HeaderPattern(
        format: .zoom,
        required: [
            (.name, ["name (original name)", "user name (original name)"]),
            (.minutes, ["duration (minutes)", "total duration (minutes)", "time in session (minutes)"]),
        ],
        others: [
            (.email, ["user email", "email"]), (.joined, ["join time"]), (.left, ["leave time"]),
            (.waitingRoom, ["in waiting room"]),
        ])

    static let eventbrite = HeaderPattern(
        format: .eventbrite,
        required: [
            (.order, ["order no.", "order #", "order id"]),
            (.firstName, ["attendee first name", "first name"]),
            (.lastName, ["attendee surname", "attendee last name", "surname", "last name"]),
            (.status, ["attendee status"]),
        ],
        others: [
            (.email, ["attendee email", "email", "email address"]), (.quantity, ["quantity", "ticket quantity"]),
            (.agency, ["company", "organisation", "organization"]),
        ])

    static let forms = HeaderPattern(
        format: .forms,
        required: [
            (.completion, ["completion time"]), (.joined, ["start time"]), (.email, ["email"]), (.name, ["name"]),
        ],
        others: [(.agency, agencies)])

    static let moodleAttendance = HeaderPattern(
        format: .moodleAttendance,
        required: [
            (.lastName, ["last name", "surname"]), (.firstName, ["first name"]), (.taken, ["taken sessions"]),
        ],
        others: [(.id, ["id number"]), (.email, ["email address"]), (.agency, ["institution"])])

    static let moodleGrades = HeaderPattern(
        format: .moodleGrades,
        required: [
            (.firstName, ["first name"]), (.lastName, ["surname", "last name"]), (.email, ["email address"]),
            (.grade, ["course total", "course total (real)", "course total (percentage)", "course total (letter)"]),
        ],
        others: [
            (.id, ["id number"]), (.agency, ["institution"]),
            (.downloaded, ["last downloaded from this course"]),
        ])

    private static let agencies = ["agency", "organisation", "organization", "company", "employer", "institution"]
    private static let emails = ["email", "e-mail", "email address", "e-mail address", "mail"]
    private static let facts: [(column: Column, headings: [String])] = [
        (.id, ["person", "person id", "id"]), (.agency, agencies),
        (.joined, ["joined", "join time", "arrived", "time in"]), (.left, ["left", "leave time", "time out"]),
        (.duration, ["duration"]), (.minutes, ["minutes", "minutes present", "duration (minutes)"]),
        (.status, ["status", "attendance", "attended", "outcome"]),
    ]
    private static let names: (column: Column, headings: [String]) = (
        .name, ["name", "full name", "delegate", "delegate name", "participant", "attendee"]
    )

    /// Files of nobody's in particular: a name in one column or in two, with or without an address.
    private static let tables = [
        HeaderPattern(format: .table, required: [names, (.email, emails)], others: facts),
        HeaderPattern(
            format: .table,
            required: [
                (.firstName, ["first name", "forename", "given name"]),
                (.lastName, ["surname", "last name", "family name"]),
            ], others: facts + [(.email, emails)]),
        HeaderPattern(format: .table, required: [names, (.agency, agencies)], others: facts),
        HeaderPattern(
            format: .table, required: [names, (.status, ["status", "attendance", "attended"])], others: facts),
        HeaderPattern(format: .table, required: [(.email, emails)], others: facts),
    ]
}

extension HeaderPattern {
    /// Where the columns are, if this row is such a heading.
    func columns(in row: [String]) -> [Column: Int]? {
        let headings = row.map(\.asHeading)
        var found: [Column: Int] = [:]
        for (column, spellings) in required {
            guard let place = spellings.lazy.compactMap(headings.firstIndex).first else { return nil }
            found[column] = place
        }
        for (column, spellings) in others where found[column] == nil {
            if let place = spellings.lazy.compactMap(headings.firstIndex).first { found[column] = place }
        }
        return found
    }
}

extension String {
    /// A heading as it is compared: in small letters, with single spaces.
    var asHeading: String { tidied.lowercased() }
}
