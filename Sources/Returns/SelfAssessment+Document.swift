import CivilTime
import Content
import JSONText
public import Reporting
import Schemas

extension SelfAssessment {
    /// One round as a report for the board's own desk: it names schools, and is not under small-count control.
    public func document(of round: Round) -> ReportDocument {
        ReportDocument(
            title: "\(frame.title), \(round.title)",
            facts: [
                .init("round", .string(round.id.value)), .init("due", .string(round.due.description)),
                .init("closed", round.closed.map { .string($0.description) } ?? .null),
            ],
            sentences: sentences(round), tables: [phases(round), ratings(round), evidence(round), missing(round)])
    }

    private func sentences(_ round: Round) -> [String] {
        let response = response(in: round)
        let rate = response.rate.map { ", \($0) %" } ?? ""
        return [
            "\(response.received) of \(response.required) schools that have to answer did\(rate).",
            "\(response.voluntary) of \(response.invited) schools that need not answer did. They are in no rate.",
        ]
    }

    private func phases(_ round: Round) -> ReportTable {
        ReportTable(
            "phases", title: "By phase",
            columns: [
                .init("phase", "Phase"), .init("expected", "Expected"), .init("required", "Required"),
                .init("received", "Received"), .init("rate", "Rate"), .init("voluntary", "Voluntary"),
            ],
            rows: responses(in: round).map { phase, response in [.text(phase.title)] + Self.row(response) },
            total: [.text("All")] + Self.row(response(in: round)), empty: "No phase is listed.")
    }

    /// Without a duty to answer there is no rate: that is not one that nobody knows.
    private static func row(_ response: Response) -> [ReportTable.Value] {
        [
            .number(response.expected), .number(response.required), .number(response.received),
            response.rate.map { .percent($0) } ?? .none, .number(response.voluntary),
        ]
    }

    private func ratings(_ round: Round) -> ReportTable {
        ReportTable(
            "ratings", title: "How schools rate themselves",
            columns: [.init("element", "Element")] + frame.scale.map { .init($0.id, $0.title) }
                + [.init("unrated", "No answer")],
            rows: frame.elements.map { element in
                let (given, none) = ratings(of: element, in: round)
                return [.text(element.title)] + given.map { .number($0) } + [.number(none)]
            }, empty: "No element is listed.")
    }

    private func evidence(_ round: Round) -> ReportTable {
        ReportTable(
            "evidence", title: "What they show for it",
            columns: [.init("theme", "Theme"), .init("schools", "Schools")]
                + frame.elements.map { .init($0.id, $0.title) },
            rows: frame.evidence.map { theme in
                [.text(theme.title), .number(schools(naming: theme, in: round))]
                    + frame.elements.map { .number(schools(naming: theme, for: $0, in: round)) }
            }, empty: "No theme of evidence is listed.")
    }

    private func missing(_ round: Round) -> ReportTable {
        ReportTable(
            "missing", title: "Schools that have to answer and did not",
            columns: [.init("school", "School"), .init("name", "Name"), .init("phase", "Phase")],
            rows: missing(in: round).map { school in
                [.text(school.id.text), .text(school.name), .text(title(ofPhase: school.phase.value))]
            }, empty: "Every school that has to answer did.")
    }

    public func title(ofPhase id: String) -> String { frame.phases.first { $0.id == id }?.title ?? id }
}
