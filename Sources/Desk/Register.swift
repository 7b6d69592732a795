import CivilTime
import Content
import Schemas
import Site
import Templates
import Training

/// The list that goes round the room: to be signed, or as it was filled in.
struct Register: Sendable {
    let run: Run
    let course: String
    let trainer: String?
    let rows: [Row]
    /// Whether it says what became of each, and is not to be signed any more.
    let isFilled: Bool

    struct Row: Sendable {
        let name: String
        let agency: String
        let status: String
        let minutes: String
    }

    /// Lines for people who come without a booking: as many as there are places left, but some in any case, since people
    /// come, and not so many that they fill a second sheet.
    var blankLines: Int { isFilled ? 0 : min(12, max(3, run.places - rows.count)) }

    private static let row = View<Row>(
        "line",
        [
            .text("name", "Who it is.") { $0.name },
            .text("agency", "Where they work.") { $0.agency },
            .text("status", "What became of their place.") { $0.status },
            .text("minutes", "How many minutes they were there, where somebody noted it.") { $0.minutes },
        ])

    static let view = View<Placed<Register>>(
        "register",
        [
            .text("course", "What is taught.") { $0.course },
            .text("weekday", "The day of the week.") { $0.scene.weekday($0.run.date) },
            .text("date", "The day.") { $0.scene.text($0.run.date) },
            .text("start", "When it starts: 09:30.") { $0.run.start.description },
            .text("end", "When it ends.") { $0.run.end.description },
            .optionalText("venue", "Where it is; absent online.") { $0.run.placeName },
            .optionalText("trainer", "Who gives it.") { $0.trainer },
            .flag("filled", "Whether it says what became of each, and is not to be signed.") { $0.isFilled },
            .flag("cancelled", "Whether the run was called off.") { $0.run.isCancelled },
            .list("rows", "A line for each person.", row) { $0.rows },
            .texts("blank_lines", "The numbers of the lines for people without a booking.") { it in
                (0..<it.blankLines).map { String(it.rows.count + $0 + 1) }
            },
        ])
}

extension Run {
    /// Where it is; `nil` online.
    var placeName: String? {
        if case .place(let name) = venue { name } else { nil }
    }
}
