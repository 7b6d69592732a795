import ArgumentParser
import CivilTime

/// One end of a period as people type it: a day, a month, or a year.
struct PeriodPart: ExpressibleByArgument {
    let days: ClosedRange<CivilDate>

    /// Reads `2026-04-01`, `2026-04` or `2026`.
    init?(argument: String) {
        if let day = CivilDate(iso: argument) {
            days = day...day
        } else if let first = CivilDate(iso: argument + "-01"), argument.utf8.count == 7 {
            days = first...first.adding(months: 1).adding(days: -1)
        } else if let first = CivilDate(iso: argument + "-01-01"), argument.utf8.count == 4, first.year < 9999 {
            days = first...first.adding(months: 12).adding(days: -1)
        } else {
            return nil
        }
    }
}
