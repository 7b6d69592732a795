import Content
import Reporting
import Schemas
import Training

/// What people said of each course, before, after and later.
///
/// Nobody's name stands in an evaluation, but a result of few answers would be somebody's all the same: below the
/// board's threshold for small counts it is not shown, in this edition either.
struct EvaluationsPage {
    let desk: DeskRecords

    var page: DeskPage {
        DeskPage(
            path: DeskPath.evaluations, title: "Evaluations",
            summary: "What people said before a course, after it, and six to eight weeks later.", above: [.desk],
            parts: [part])
    }

    private var part: DeskPage.Part {
        let rule = desk.board.settings.disclosure.smallCounts
        return DeskPage.Part(
            id: "courses", title: "By course",
            text: """
                Means of answers from 1, the lowest, to 5. Results of \(rule.threshold) answers or fewer are not shown, \
                so that nobody's answer can be told.
                """,
            table: .init(
                columns: ["Course", "When", "Answers", "Knowledge", "Confidence", "Usefulness", "Used at work"],
                rows: rows(rule),
                empty: "No evaluations are on record. They are files in the folder `evaluations/` of the records."))
    }

    private func rows(_ rule: BoardSettings.SmallCounts) -> [[Cell]] {
        let courses = Dictionary(
            desk.records.runs.map { ($0.id, $0.course) }, uniquingKeysWith: { first, _ in first })
        var answers: [ID<Course>: [Evaluation.Answer]] = [:]
        for evaluation in desk.records.evaluations {
            guard let course = courses[evaluation.run] else { continue }
            answers[course, default: []] += evaluation.answers
        }
        return answers.sorted { desk.title(of: $0.key) < desk.title(of: $1.key) }.flatMap { course, all in
            Evaluation.Stage.allCases.compactMap { stage -> [Cell]? in
                let own = all.filter { $0.stage == stage }
                return own.isEmpty ? nil : row(course, stage, own, rule)
            }
        }
    }

    private func row(
        _ course: ID<Course>, _ stage: Evaluation.Stage, _ answers: [Evaluation.Answer],
        _ rule: BoardSettings.SmallCounts
    ) -> [Cell] {
        let scores = [\Evaluation.Answer.knowledge, \.confidence, \.usefulness, \.practice]
        let isHidden = answers.count <= rule.threshold
        return [
            .text(desk.title(of: course)), .text(stage.title),
            isHidden ? .text(rule.symbol) : .number(answers.count),
        ] + scores.map { score in Self.mean(answers.compactMap { $0[keyPath: score] }, rule) }
    }

    /// To one place, rounded half up; a mean of few answers is hidden even where more people sent the form in.
    private static func mean(_ scores: [Int], _ rule: BoardSettings.SmallCounts) -> Cell {
        guard !scores.isEmpty else { return .nothing }
        guard scores.count > rule.threshold else { return .text(rule.symbol) }
        let tenths = (scores.reduce(0, +) * 20 + scores.count) / (2 * scores.count)
        return .text("\(tenths / 10).\(tenths % 10)")
    }
}

extension Evaluation.Stage {
    fileprivate var title: String {
        switch self {
        case .before: "Before"
        case .after: "After"
        case .later: "6 to 8 weeks later"
        }
    }
}
