/// What a column of a register says. The raw values are the names that a mapping uses.
public enum Column: String, Sendable, Hashable, CaseIterable {
    case id, name
    case firstName = "first_name"
    case lastName = "last_name"
    case email, agency, joined, left, duration, minutes, status

    // These help to recognise a program's own files, and no mapping needs them.
    case principalName = "principal_name"
    case order, quantity, grade, completion, taken
    case waitingRoom = "waiting_room"
    case downloaded

    /// Those that a mapping can name.
    public static let mappable: [Column] = [
        .id, .name, .firstName, .lastName, .email, .agency, .joined, .left, .duration, .minutes, .status,
    ]

    /// What it holds, for the content reference.
    var meaning: String {
        switch self {
        case .id: "the id of a person in people.yaml"
        case .name: "the whole name"
        case .firstName: "the first name"
        case .lastName: "the last name"
        case .email: "the e-mail address"
        case .agency: "the id or the name of the agency"
        case .joined: "when they came, with or without a date"
        case .left: "when they left"
        case .duration: "how long they were there, such as 1h 5m or 01:05:00"
        case .minutes: "how many minutes they were there"
        case .status: "what became of their place"
        case .principalName: "the address they sign in with"
        case .order: "the number of an order"
        case .quantity: "how many places an order is for"
        case .grade: "the grade for the whole course"
        case .completion: "when a form was sent"
        case .taken: "how many sessions were marked"
        case .waitingRoom: "whether they were in the waiting room"
        case .downloaded: "when the file was made"
        }
    }
}
