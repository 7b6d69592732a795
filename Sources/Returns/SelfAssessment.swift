public import CivilTime
public import Content
public import Diagnostics
public import Schemas

/// What schools say of themselves: who is asked, on what scale, and what came back in each round.
///
/// Which school has not answered, and how one school rates itself, is for the board alone. Only counts leave this module,
/// and only through `Disclosure`.
public struct SelfAssessment: Sendable {
    public let frame: Frame
    public let schools: Registry<AskedSchool>
    /// By the id of their round, in the order of their files.
    public let returns: [String: [SchoolReturn]]

    public init(frame: Frame, schools: Registry<AskedSchool>, returns: [String: [SchoolReturn]]) {
        self.frame = frame
        self.schools = schools
        self.returns = returns
    }

    /// What is asked, of whom, and when.
    public struct Frame: Sendable {
        public let title: String
        public let note: String?
        public let smallCounts: IndicatorTable.SmallCounts
        public let phases: [Phase]
        /// Best first.
        public let scale: [Choice]
        public let elements: [Choice]
        /// The themes that evidence is sorted by.
        public let evidence: [Choice]
        /// The earliest first.
        public let rounds: [Round]
    }

    /// A phase of education, or another sort of school.
    public struct Phase: Sendable, Hashable {
        public let id: String
        public let title: String
        /// Whether its schools have to answer; there is no rate where they need not.
        public let isRequired: Bool
    }

    /// One time of asking.
    public struct Round: Sendable {
        public let id: Located<String>
        public let title: String
        /// The last day for an answer; who is a school on this day is asked.
        public let due: CivilDate
        /// The day from which nobody waits any more. Only then are figures published: what no longer grows cannot tell
        /// of one school by growing by one.
        public let closed: CivilDate?

        public func isClosed(on date: CivilDate) -> Bool { closed.map { $0 <= date } ?? false }
    }
}

/// One of several things that an answer may name.
public struct Choice: Sendable, Hashable {
    public let id: String
    public let title: String

    static let reader: Reader<Choice> = .object(
        "choice", "One of several things that an answer may name.",
        required("id", .word, "A short name, for the answers and for figures on pages."),
        required("title", .text, "What people read."),
        as: Choice.init)
}

/// A school that is asked to assess itself.
public struct AskedSchool: Entity {
    public static let entity = EntityKind(noun: "school that is asked", home: "records/self-assessment.yaml")

    public let id: ID<AskedSchool>
    public let name: String
    /// One of the phases of the same file.
    public let phase: Located<String>
    /// Whether it has to answer, where that is not as in its phase: an independent school, say.
    public let isRequired: Bool?
    /// The first day on which it was a school; `nil` for one that always was.
    public let opened: CivilDate?
    public let closed: CivilDate?

    func isOpen(on date: CivilDate) -> Bool {
        opened.map { $0 <= date } ?? true && closed.map { date < $0 } ?? true
    }
}

/// What one school sent in one round.
public struct SchoolReturn: Sendable {
    public let school: ID<AskedSchool>
    public let received: CivilDate
    public let answers: [Answer]
    public let location: Location

    /// How a school rates itself on one element, and what it shows for it.
    public struct Answer: Sendable {
        public let element: Located<String>
        public let rating: Located<String>
        public let evidence: [Located<String>]
    }

    /// How the school rates itself on an element; `nil` where it does not say.
    public func rating(of element: String) -> String? {
        answers.first { $0.element.value == element }?.rating.value
    }
}
