import CivilTime
import Reporting
import Returns
import Schemas
import Site

/// What schools say of themselves in the latest round, who is missing, and how each school rated itself before.
struct SelfAssessmentPages {
    let desk: DeskRecords
    let assessment: SelfAssessment

    var pages: [DeskPage] { [page] + assessment.schools.items.map(page) }

    private var round: SelfAssessment.Round? {
        assessment.latestRound(on: desk.today) ?? assessment.frame.rounds.last
    }

    private var page: DeskPage {
        DeskPage(
            path: DeskPath.assessment, title: "Self-assessment of schools",
            summary: "Who answered, who is missing, and how schools rate themselves. Not for publishing.",
            above: [.desk], facts: round.map(facts) ?? [],
            parts: round.map { [missing($0), phases($0), ratings($0), evidence($0), schools($0)] } ?? [])
    }

    private func facts(_ round: SelfAssessment.Round) -> [DeskPage.Fact] {
        let response = assessment.response(in: round)
        return [
            DeskPage.Fact("Round", .text(round.title)), DeskPage.Fact("Due", .day(round.due)),
            DeskPage.Fact("Closed", .day(round.closed)),
            DeskPage.Fact("Received", .text("\(response.received) of \(response.required)")),
            DeskPage.Fact("Return rate", Cell(value: response.rate.map { .percent($0) } ?? .none)),
            DeskPage.Fact("Voluntary", .text("\(response.voluntary) of \(response.invited)")),
        ]
    }

    private func missing(_ round: SelfAssessment.Round) -> DeskPage.Part {
        DeskPage.Part(
            id: "missing", title: "Missing",
            table: .init(
                columns: ["School", "Phase", "Last answered"],
                rows: assessment.missing(in: round).map { school in
                    [cell(of: school), .text(phase(of: school)), .day(lastAnswer(of: school))]
                }, empty: "Every school that has to answer did."))
    }

    private func lastAnswer(of school: AskedSchool) -> CivilDate? {
        assessment.history(of: school.id).lazy.compactMap(\.answer?.received).first
    }

    private func phases(_ round: SelfAssessment.Round) -> DeskPage.Part {
        DeskPage.Part(
            id: "phases", title: "By phase",
            text: "Schools that need not answer are in no rate: they are counted by themselves.",
            table: .init(
                columns: ["Phase", "Expected", "Required", "Received", "Rate", "Voluntary"],
                rows: assessment.responses(in: round).map { phase, response in
                    [
                        .text(phase.title), .number(response.expected), .number(response.required),
                        .number(response.received), Cell(value: response.rate.map { .percent($0) } ?? .none),
                        .number(response.voluntary),
                    ]
                }, empty: "No phase is listed."))
    }

    private func ratings(_ round: SelfAssessment.Round) -> DeskPage.Part {
        DeskPage.Part(
            id: "ratings", title: "How schools rate themselves",
            table: .init(
                columns: ["Element"] + assessment.frame.scale.map(\.title) + ["No answer"],
                rows: assessment.frame.elements.map { element in
                    let (given, none) = assessment.ratings(of: element, in: round)
                    return [.text(element.title)] + given.map { .number($0) } + [.number(none)]
                }, empty: "No element is listed."))
    }

    private func evidence(_ round: SelfAssessment.Round) -> DeskPage.Part {
        DeskPage.Part(
            id: "evidence", title: "What they show for it",
            table: .init(
                columns: ["Theme", "Schools"] + assessment.frame.elements.map(\.title),
                rows: assessment.frame.evidence.map { theme in
                    [.text(theme.title), .number(assessment.schools(naming: theme, in: round))]
                        + assessment.frame.elements.map {
                            .number(assessment.schools(naming: theme, for: $0, in: round))
                        }
                }, empty: "No theme of evidence is listed."))
    }

    private func schools(_ round: SelfAssessment.Round) -> DeskPage.Part {
        DeskPage.Part(
            id: "schools", title: "Schools",
            table: .init(
                columns: ["School", "Phase", "Has to answer", "Received"],
                rows: assessment.standings(in: round).map { standing in
                    [
                        cell(of: standing.school), .text(phase(of: standing.school)),
                        .text(standing.isRequired ? "Yes" : "No"), .day(standing.answer?.received),
                    ]
                }, empty: "No school is asked. Schools are listed in self-assessment.yaml of the records."))
    }

    private func phase(of school: AskedSchool) -> String { assessment.title(ofPhase: school.phase.value) }

    private func cell(of school: AskedSchool) -> Cell { .text(school.name, to: DeskPath.school(school.id)) }
}

// One school.
extension SelfAssessmentPages {
    private func page(of school: AskedSchool) -> DeskPage {
        DeskPage(
            path: DeskPath.school(school.id), title: school.name, summary: "How this school has rated itself.",
            above: [.desk, .assessment], facts: [DeskPage.Fact("Phase", .text(phase(of: school)))],
            parts: [history(of: school)])
    }

    /// Elements by rounds, the latest first.
    private func history(of school: AskedSchool) -> DeskPage.Part {
        let history = assessment.history(of: school.id)
        let received: [Cell] = [.text("Received")] + history.map { .day($0.answer?.received) }
        let rows: [[Cell]] = assessment.frame.elements.map { element in
            [.text(element.title)] + history.map { cell(of: element, in: $0.answer) }
        }
        return DeskPage.Part(
            id: "ratings", title: "Ratings",
            table: .init(
                columns: ["Element"] + history.map(\.round.title),
                rows: history.contains { $0.answer != nil } ? [received] + rows : [],
                empty: "This school has not answered yet."))
    }

    /// The rating, and the themes of what the school shows for it.
    private func cell(of element: Choice, in answer: SchoolReturn?) -> Cell {
        guard let answer = answer?.answers.first(where: { $0.element.value == element.id }) else { return .nothing }
        let scale = assessment.frame.scale
        let place = scale.firstIndex { $0.id == answer.rating.value }
        let themes = answer.evidence.compactMap { theme in
            assessment.frame.evidence.first { $0.id == theme.value }?.title
        }
        let rating = place.map { scale[$0].title } ?? answer.rating.value
        return .text(
            ([rating] + themes).joined(separator: "; "),
            tone: place == 0 ? .good : place == scale.count - 1 ? .warn : .plain)
    }
}
