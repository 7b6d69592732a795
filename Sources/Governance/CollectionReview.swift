public import CivilTime
public import Diagnostics
public import Returns
import Schemas

/// What is left to do about schools that were asked and businesses that were visited. It names ids, never schools or
/// businesses: its messages go where those of records go.
public struct CollectionReview {
    private let assessment: SelfAssessment?
    private let outreach: Outreach?
    private let today: CivilDate

    public init(_ assessment: SelfAssessment?, _ outreach: Outreach?, today: CivilDate) {
        self.assessment = assessment
        self.outreach = outreach
        self.today = today
    }

    /// Everything, for `check`.
    public func faults() -> [Diagnostic] {
        (assessment.map(faults) ?? []) + (outreach.map(faults) ?? [])
    }

    private func faults(of assessment: SelfAssessment) -> [Diagnostic] {
        assessment.frame.rounds.filter { !$0.isClosed(on: today) }.flatMap { round in
            [missing(in: round, assessment)].compactMap(\.self) + incomplete(in: round, assessment)
        }
    }

    private func missing(in round: SelfAssessment.Round, _ assessment: SelfAssessment) -> Diagnostic? {
        let count = assessment.missing(in: round).count
        guard round.due < today, count > 0 else { return nil }
        return Diagnostic(
            .missingReturns,
            "returns are missing from \(count) of \(assessment.response(in: round).required) schools that have to "
                + "answer; they were due on \(round.due)",
            at: round.id.location,
            help: "`signpost report returns --round \(round.id.value)` says which; close the round with `closed:`")
    }

    private func incomplete(in round: SelfAssessment.Round, _ assessment: SelfAssessment) -> [Diagnostic] {
        (assessment.returns[round.id.value] ?? []).compactMap { answer in
            let unrated = assessment.frame.elements.filter { answer.rating(of: $0.id) == nil }
            guard !unrated.isEmpty else { return nil }
            return Diagnostic(
                .incompleteReturn,
                "\"\(answer.school)\" did not rate: \(unrated.map(\.id).joined(separator: ", "))",
                at: answer.location, help: "ask the school, then add the rating under `answers`")
        }
    }

    private func faults(of outreach: Outreach) -> [Diagnostic] {
        outreach.overdue(on: today).map { followUp in
            Diagnostic(
                .overdueFollowUp,
                "somebody was to see \"\(followUp.contact.business)\" again by \(followUp.due)",
                at: followUp.contact.on.location, help: "go, then write the visit down as a contact of its own")
        }
            + outreach.uncounted.map { contact in
                Diagnostic(
                    .uncountedContact, "\(contact.on.value) lies in no period, so no figure counts this contact",
                    at: contact.on.location, help: "correct the day, or add a period")
            }
    }
}
