import CivilTime
import Content
import Reconciliation
import Returns
import Schemas

/// The self-assessment of schools as tables: who answered, how they rate themselves, and what they show for it.
///
/// Who did not answer is as small a count as who did: of a phase with three schools, "two answered" says that one did not.
/// So both are rows, tied to the number that had to, and what hides one of them hides the others as far as it must.
struct ReturnSheets {
    private let assessment: SelfAssessment
    private let rounds: [SelfAssessment.Round]

    init(_ assessment: SelfAssessment, asOf date: CivilDate) {
        self.assessment = assessment
        rounds = assessment.frame.rounds.filter { $0.isClosed(on: date) }
    }

    var all: [CollectedTables.Sheet] {
        guard !rounds.isEmpty else { return [] }
        return [responses] + (assessment.frame.evidence.isEmpty ? [] : [evidence]) + rounds.map(ratings)
    }

    private var columns: [(id: String, title: String)] { rounds.map { ($0.id.value, $0.title) } }

    private func sheet(_ draft: SheetDraft, _ id: String) -> CollectedTables.Sheet {
        let frame = assessment.frame
        return draft.sheet(id, frame.title, note: frame.note, frame.smallCounts)
    }
}

// Who answered.
extension ReturnSheets {
    private var responses: CollectedTables.Sheet {
        var draft = SheetDraft(columns)
        let byRound = rounds.map { assessment.responses(in: $0).map(\.response) }
        var parts: [CollectedWord: [String]] = [:]
        for (place, phase) in assessment.frame.phases.enumerated() {
            let responses = byRound.map { $0[place] }
            if responses.contains(where: { $0.required > 0 }) {
                addRequired("\(phase.id)-", phase.title, responses, to: &draft)
                for word in [.required, .received, .missing] as [CollectedWord] {
                    parts[word, default: []].append("\(phase.id)-\(word.rawValue)")
                }
            }
            if responses.contains(where: { $0.invited > 0 }) {
                draft.add("\(phase.id)-voluntary", phase.title, .voluntary, responses.map(\.voluntary))
                parts[.voluntary, default: []].append("\(phase.id)-voluntary")
            }
        }
        addTotals(byRound.map { $0.reduce(SelfAssessment.Response(), +) }, parts, to: &draft)
        return sheet(draft, CollectedTable.returns)
    }

    private func addTotals(
        _ totals: [SelfAssessment.Response], _ parts: [CollectedWord: [String]], to draft: inout SheetDraft
    ) {
        addRequired("", "", totals, to: &draft)
        draft.add("voluntary", "", .voluntary, totals.map(\.voluntary))
        draft.add("all", "", .all, totals.map(\.all))
        draft.check(.total("all", parts: ["received", "voluntary"], severalApply: false))
        for (word, rows) in parts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            draft.check(.total(word.rawValue, parts: rows, severalApply: false))
        }
    }

    /// The rows of schools that have to answer. Where nobody has to there is no rate.
    private func addRequired(
        _ start: String, _ title: String, _ responses: [SelfAssessment.Response], to draft: inout SheetDraft
    ) {
        draft.add("\(start)required", title, .required, responses.map(\.required))
        draft.add("\(start)received", title, .received, responses.map(\.received))
        draft.add("\(start)missing", title, .missing, responses.map(\.missing))
        draft.add("\(start)rate", title, .rate, responses.map(\.rate))
        draft.check(.total("\(start)required", parts: ["\(start)received", "\(start)missing"], severalApply: false))
        draft.check(.percent("\(start)rate", of: ["\(start)received"], base: ["\(start)required"]))
    }
}

// What they said.
extension ReturnSheets {
    /// The elements by the scale; each row makes up all returns of the round.
    private func ratings(of round: SelfAssessment.Round) -> CollectedTables.Sheet {
        let frame = assessment.frame
        var draft = SheetDraft(frame.scale.map { ($0.id, $0.title) } + [(CollectedWord.unrated.rawValue, "")])
        draft.columnWords = [CollectedWord.unrated.rawValue: .unrated]
        for element in frame.elements {
            let (given, none) = assessment.ratings(of: element, in: round)
            draft.add(element.id, element.title, nil, given + [none])
            draft.check(
                .sameOverall(
                    element.id, over: [], as: "\(CollectedTable.returns).all", column: round.id.value))
        }
        return draft.sheet(
            CollectedTable.ratings(round.id.value), "\(frame.title), \(round.title)", note: frame.note,
            frame.smallCounts)
    }

    /// Several themes may stand in one return, so nothing adds up.
    private var evidence: CollectedTables.Sheet {
        var draft = SheetDraft(columns)
        for theme in assessment.frame.evidence {
            draft.add(theme.id, theme.title, nil, rounds.map { assessment.schools(naming: theme, in: $0) })
        }
        return sheet(draft, CollectedTable.evidence)
    }
}
