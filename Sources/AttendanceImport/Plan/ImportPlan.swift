public import Content
public import Schemas
public import Training

/// What an import would do: every row of the file is in one of its entries.
public struct ImportPlan: Sendable {
    /// What the file was taken for and why, a line each.
    public let findings: [String]
    public let entries: [Entry]
    /// Additions to `people.yaml`.
    public let newPeople: [NewPerson]

    /// The lines of the run that change or are added, in the order of the file.
    public var changes: [Change] {
        entries.compactMap { entry in
            guard entry.kind.isWritten, let person = entry.person, let after = entry.after else { return nil }
            return Change(person: person, status: after, minutes: entry.writesMinutes ? entry.minutes : nil)
        }
    }

    /// Whether the records stay as they are.
    public var isEmpty: Bool { changes.isEmpty }

    /// Whether somebody has to decide something.
    public var hasOpenQuestions: Bool { entries.contains { $0.kind.isOpen } }

    public struct Change: Sendable, Hashable {
        /// As the run's line names them; for a new line, the record that stands for them.
        public let person: ID<Person>
        public let status: Attendance.Status
        /// How long they were there; `nil` leaves what the line says.
        public let minutes: Int?
    }

    /// Somebody whom nobody knows yet.
    public struct NewPerson: Sendable, Hashable {
        public let id: ID<Person>
        public let name: String
        public let email: String?
        public let agency: ID<Agency>
        public let roleGroup: ID<RoleGroup>
    }

    /// One person of the file, or one on the run's list who is not in the file.
    public struct Entry: Sendable, Hashable {
        public let kind: Kind
        /// Where they stand in the file.
        public let rows: [Int]
        /// As the file has it.
        public let name: String
        public let email: String?
        /// How long they were there, within the run.
        public let minutes: Int?
        public let person: ID<Person>?
        public let before: Attendance.Status?
        public let after: Attendance.Status?
        /// Whether ``minutes`` are written down.
        public internal(set) var writesMinutes = false
        /// How they were matched, or why not.
        public let why: String
        /// Who it could be.
        public let candidates: [ID<Person>]
    }

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A line of the run gets another status, or says for the first time how long they were there.
        case change
        /// The run gets a line.
        case add
        /// The records get a person, and the run a line.
        case newPerson = "new person"
        /// The run says so already.
        case same
        /// Somebody has written down something else; it stays.
        case differs
        /// Who it is must be decided.
        case ambiguous
        /// Nobody of the records; not added.
        case unknown
        /// The row cannot be used.
        case rejected
        /// Left out on purpose: the trainer of the run, or rows that the user left out.
        case ignored
        /// Has a place on the run, and is not in the file.
        case absent

        public var isWritten: Bool { self == .change || self == .add || self == .newPerson }

        /// Whether it waits for a person.
        public var isOpen: Bool { self == .ambiguous || self == .unknown || self == .rejected || self == .differs }
    }
}
