import CivilTime
import Content
import Diagnostics
public import Schemas

extension SelfAssessment {
    /// `self-assessment.yaml`: the frame, and the schools that are asked.
    struct Sheet: Sendable {
        let frame: Frame
        let schools: [AskedSchool]
    }

    static let sheet: Reader<Sheet> = .object(
        "self-assessment", "What schools are asked about themselves, which schools, and when.",
        fields(
            frame, list("schools", AskedSchool.reader, "The schools that are asked."),
            as: { Sheet(frame: $0, schools: $1) }
        ).checked { sheet, _, reading in
            let phases = sheet.frame.phases.map(\.id)
            for school in sheet.schools { reading.expect(school.phase, in: phases, "phase") }
        })

    private static let frame: Fields<Frame> = fields(
        required("title", .text, "The title of its figures on pages."),
        optional("note", .text, "What readers of the figures should know."),
        optional(
            "small_counts", .word("treatment of small counts"),
            "`shown` where the board has decided that no count of schools is confidential.", otherwise: .hidden,
            spelled: "hidden"),
        required("phases", .nonEmptyList(of: phase), "The phases of education, in order."),
        required("scale", .nonEmptyList(of: Choice.reader), "The ratings, the best first."),
        required("elements", .nonEmptyList(of: Choice.reader), "What is rated, in order."),
        list("evidence", Choice.reader, "The themes by which evidence is sorted."),
        required("rounds", .nonEmptyList(of: round), "The times of asking, the earliest first."),
        as: Frame.init
    ).checked { frame, _, reading in
        for (before, next) in zip(frame.rounds, frame.rounds.dropFirst()) where next.due <= before.due {
            reading.report(
                .datesOutOfOrder,
                "\"\(next.id.value)\" is due on \(next.due), and the round before it on \(before.due)",
                at: next.id.location, help: "put the earliest round first")
        }
    }

    private static let phase: Reader<Phase> = .object(
        "phase", "A phase of education, or another sort of school.",
        required("id", .word, "A short name, for the schools and for figures on pages."),
        required("title", .text, "What its schools are called: `Primary schools`."),
        required("required", .flag, "Whether its schools have to answer. There is no rate where they need not."),
        as: Phase.init)

    private static let round: Reader<Round> = .object(
        "round", "One time of asking.",
        required("id", Reader.word.located, "A short name: the name of its file in `returns/`."),
        required("title", .text, "Its heading: `Summer 2026`."),
        required("due", .date, "The last day for an answer."),
        optional("closed", .date, "The day from which nobody waits any more, and figures are published."),
        as: Round.init
    )

    /// A file of `returns/`: what came back in one round.
    static func answers(to frame: Frame) -> Reader<[SchoolReturn]> {
        .nonEmptyList(of: SchoolReturn.reader(frame))
    }

    /// What each file holds, for the content reference and the JSON Schemas.
    public static var shapes: [(path: String, shape: SchemaShape)] {
        let frame = Frame(
            title: "", note: nil, smallCounts: .hidden, phases: [], scale: [], elements: [], evidence: [], rounds: [])
        return [("self-assessment.yaml", sheet.shape), ("returns/*.yaml", answers(to: frame).shape)]
    }
}

extension AskedSchool {
    static let reader: Reader<AskedSchool> = .object(
        "school that is asked", "A school that is asked to assess itself.",
        required("id", .identifier(), "The name that its returns use."),
        required("name", .text, "Its name. It is never published."),
        required("phase", Reader.word.located, "Its phase."),
        optional("required", .flag, "Whether it has to answer, where that is not as in its phase."),
        optional("opened", .date, "The first day on which it was a school."),
        optional("closed", .date, "The day from which it was none."),
        as: AskedSchool.init)
}

extension SchoolReturn {
    private struct Parts: Sendable {
        let school: ID<AskedSchool>
        let received: CivilDate
        let answers: [Answer]
    }

    static func reader(_ frame: SelfAssessment.Frame) -> Reader<SchoolReturn> {
        Reader<Parts>.object(
            "return", "What one school sent.",
            required("school", .reference(), "Which school."),
            required("received", .date, "The day on which it came."),
            list("answers", answer(frame), "One for each element that the school rates."),
            as: Parts.init
        ).located.map {
            SchoolReturn(
                school: $0.value.school, received: $0.value.received, answers: $0.value.answers, location: $0.location)
        }
    }

    private static func answer(_ frame: SelfAssessment.Frame) -> Reader<Answer> {
        .object(
            "answer", "How a school rates itself on one element.",
            fields(
                required("element", Reader.word.located, "The element."),
                required("rating", Reader.word.located, "The rating."),
                list("evidence", Reader.word.located, "The themes of what it shows for it."),
                as: Answer.init
            ).checked { answer, _, reading in
                reading.expect(answer.element, in: frame.elements.map(\.id), "element")
                reading.expect(answer.rating, in: frame.scale.map(\.id), "rating")
                for theme in answer.evidence {
                    reading.expect(theme, in: frame.evidence.map(\.id), "theme of evidence")
                }
            })
    }
}

extension Reading {
    /// Reports a word that is none of those that the board has listed.
    mutating func expect(_ word: Located<String>, in known: [String], _ noun: String) {
        guard !known.contains(word.value) else { return }
        report(
            .unlistedAnswer, "there is no \(noun) \"\(word.value)\"", at: word.location,
            help: Spelling.suggestion(for: word.value, in: known)
                ?? "there are: \(known.joined(separator: ", "))")
    }
}
