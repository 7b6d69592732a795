public import CivilTime
import Content
public import Schemas

extension SelfAssessment {
    /// A school in one round.
    public struct Standing: Sendable {
        public let school: AskedSchool
        /// Whether it had to answer.
        public let isRequired: Bool
        /// What it sent; `nil` where nothing came.
        public let answer: SchoolReturn?
    }

    /// How many schools answered, and of how many.
    public struct Response: Sendable, Hashable {
        /// Schools that had to answer.
        public var required = 0
        /// Those of them that did.
        public var received = 0
        /// Schools that were asked and need not answer.
        public var invited = 0
        /// Those of them that did.
        public var voluntary = 0

        public var expected: Int { required + invited }
        /// Schools that had to answer and did not.
        public var missing: Int { required - received }
        /// All that came.
        public var all: Int { received + voluntary }

        /// The share of those who had to answer, in per cent, rounded half up; `nil` where nobody had to. Who answers
        /// without having to belongs to no whole, so their returns are in neither number.
        public var rate: Int? { required > 0 ? (received * 200 + required) / (2 * required) : nil }

        public static func + (a: Response, b: Response) -> Response {
            Response(
                required: a.required + b.required, received: a.received + b.received, invited: a.invited + b.invited,
                voluntary: a.voluntary + b.voluntary)
        }

        public init(required: Int = 0, received: Int = 0, invited: Int = 0, voluntary: Int = 0) {
            self.required = required
            self.received = received
            self.invited = invited
            self.voluntary = voluntary
        }
    }

    /// All schools that were asked in a round, in the order of their file. Asked is who was a school on the last day, and
    /// who answered all the same.
    public func standings(in round: Round) -> [Standing] {
        let answers = Dictionary(
            (returns[round.id.value] ?? []).map { ($0.school, $0) }, uniquingKeysWith: { first, _ in first })
        let required = Set(frame.phases.filter(\.isRequired).map(\.id))
        return schools.items.compactMap { school in
            let (isOpen, answer) = (school.isOpen(on: round.due), answers[school.id])
            guard isOpen || answer != nil else { return nil }
            return Standing(
                school: school, isRequired: isOpen && school.isRequired ?? required.contains(school.phase.value),
                answer: answer)
        }
    }

    /// The counts of each phase, in the order of the phases.
    public func responses(in round: Round) -> [(phase: Phase, response: Response)] {
        let byPhase = Dictionary(grouping: standings(in: round)) { $0.school.phase.value }
        return frame.phases.map { phase in (phase, Self.response(of: byPhase[phase.id] ?? [])) }
    }

    public func response(in round: Round) -> Response { Self.response(of: standings(in: round)) }

    private static func response(of schools: [Standing]) -> Response {
        let required = schools.filter(\.isRequired)
        let others = schools.filter { !$0.isRequired }
        return Response(
            required: required.count, received: required.count { $0.answer != nil }, invited: others.count,
            voluntary: others.count { $0.answer != nil })
    }

    /// Schools that had to answer and did not.
    public func missing(in round: Round) -> [AskedSchool] {
        standings(in: round).filter { $0.isRequired && $0.answer == nil }.map(\.school)
    }

    /// How many schools gave an element each rating, in the order of the scale, and how many did not rate it.
    public func ratings(of element: Choice, in round: Round) -> (given: [Int], none: Int) {
        let given = standings(in: round).compactMap(\.answer).map { $0.rating(of: element.id) }
        return (frame.scale.map { rating in given.count { $0 == rating.id } }, given.count { $0 == nil })
    }

    /// How many schools name a theme as evidence, for whichever element.
    public func schools(naming theme: Choice, in round: Round) -> Int {
        standings(in: round).compactMap(\.answer).count { answer in
            answer.answers.contains { $0.evidence.contains { $0.value == theme.id } }
        }
    }

    /// How many schools name a theme as evidence for one element.
    public func schools(naming theme: Choice, for element: Choice, in round: Round) -> Int {
        standings(in: round).compactMap(\.answer).count { answer in
            answer.answers.contains { $0.element.value == element.id && $0.evidence.contains { $0.value == theme.id } }
        }
    }

    /// What a school sent in each round, the latest first; `nil` where nothing came.
    public func history(of school: ID<AskedSchool>) -> [(round: Round, answer: SchoolReturn?)] {
        frame.rounds.reversed().map { round in
            (round, (returns[round.id.value] ?? []).first { $0.school == school })
        }
    }

    /// The last round that has come to its day; `nil` before there is one.
    public func latestRound(on date: CivilDate) -> Round? { frame.rounds.last { $0.due <= date } }
}
