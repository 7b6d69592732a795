// SP247–SP252: what was collected from schools and businesses.
extension DiagnosticCode {
    static let collected: [DiagnosticCode] = [
        overdueFollowUp, missingReturns, unlistedAnswer, returnTwice, incompleteReturn, uncountedContact,
    ]

    public static let overdueFollowUp = DiagnosticCode(
        "SP247", "a business that nobody went to again", severity: .warning,
        """
        A contact in `outreach.yaml` of the records says by when somebody is to go again, and the day has passed. Go, \
        then write the visit down as a contact of its own: it settles the one before.

            contacts:
              - { business: harbour-inn, on: 2026-05-12, response: listened, follow_up: 2026-08-01 }
              - { business: harbour-inn, on: 2026-07-28, response: joined }

        If it is not worth going, take `follow_up` out. `signpost report outreach` lists all that are open.
        """)

    public static let missingReturns = DiagnosticCode(
        "SP248", "a round of self-assessment to which schools have not answered", severity: .warning,
        """
        The last day of a round has passed, and schools that have to answer have not. `signpost report returns` and the \
        training desk say which; no page for the public does. When you have stopped waiting, close the round. Then its \
        figures are published, and this message is gone:

            rounds:
              - { id: "2026", title: Summer 2026, due: 2026-06-30, closed: 2026-09-01 }
        """)

    public static let unlistedAnswer = DiagnosticCode(
        "SP249", "an answer that is not on the board's list",
        """
        Phases, rounds, elements, ratings, themes of evidence, sectors and responses are lists of your own, at the top \
        of `self-assessment.yaml` and `outreach.yaml` in the records. Returns and contacts name what is listed there, \
        so that nothing is counted under two names. Correct the word, or add it to the list.
        """)

    public static let returnTwice = DiagnosticCode(
        "SP250", "a school answered twice in one round",
        """
        Each school counts once in a round. Keep the return that counts, usually the later one, and take the other out.
        """)

    public static let incompleteReturn = DiagnosticCode(
        "SP251", "a return that does not rate every element", severity: .warning,
        """
        What a school did not answer is counted as “no answer”, never as the lowest rating. Ask the school, then add the \
        rating to its return. In a round that is closed nobody is asked any more, and nothing is said.
        """)

    public static let uncountedContact = DiagnosticCode(
        "SP252", "a contact that no figure counts", severity: .warning,
        """
        The day of a contact lies in none of the periods of `outreach.yaml`, so it is missing from every figure. Correct \
        the day, or add the period:

            periods:
              - { id: "2026", title: April 2026 to March 2027, from: 2026-04-01, to: 2027-03-31 }
        """)
}
