import CivilTime
import Content
import Diagnostics
import Schemas

extension Board {
    /// Periods that do not follow each other, or are not those that their headings tell.
    func periods(of table: IndicatorTable) -> [Diagnostic] {
        headings(of: table) + neighbours(in: table) + order(of: table) + outside(table)
    }

    /// Headings and the dates of their columns.
    private func headings(of table: IndicatorTable) -> [Diagnostic] {
        table.columns.compactMap { column in
            guard let (from, to) = column.days, let written = WrittenPeriod(heading: column.title),
                !written.fits(from, to)
            else { return nil }
            return Diagnostic(
                .periodHeading, "\"\(column.title)\" is headed \(written), and its dates are \(from) to \(to)",
                at: column.id.location, help: "correct the heading or the dates")
        }
    }

    /// Dates that do not follow each other day by day. A column may also be the sum of those before it, or the same part
    /// of another year.
    private func neighbours(in table: IndicatorTable) -> [Diagnostic] {
        let dated = table.columns.compactMap(\.days)
        let isNewestFirst = dated.first.map { first in dated.last.map { $0.from < first.from } ?? false } ?? false
        return zip(table.columns, table.columns.dropFirst()).compactMap { before, next in
            guard let end = before.to, let start = next.from, start != end.adding(days: 1) else { return nil }
            if let old = before.days, let new = next.days {
                let isBefore = isNewestFirst && old.from == new.to.adding(days: 1)
                let isSum = new.from <= old.from && old.to <= new.to || old.from <= new.from && new.to <= old.to
                let isSamePart = old.from.adding(months: 12) == new.from || new.from.adding(months: 12) == old.from
                if isBefore || isSum && old != new || isSamePart { return nil }
            }
            return Diagnostic(
                .periodHeading, "\"\(next.title)\" starts on \(start), and the column before it ends on \(end)",
                at: next.id.location, help: "correct the dates, or leave them out where columns are no row of periods")
        }
    }

    /// Headings that tell periods out of their order, where columns have no dates.
    private func order(of table: IndicatorTable) -> [Diagnostic] {
        let told = table.columns.compactMap { column in
            column.from == nil && column.to == nil ? WrittenPeriod(heading: column.title).map { (column, $0) } : nil
        }.filter { !$0.1.isPart }
        guard told.count > 2, Set(told.map(\.1.hasMonths)).count == 1 else { return [] }
        let steps = zip(told, told.dropFirst()).map { ($0, $1, $1.1.first.order - $0.1.first.order) }
        let forwards = steps.count { $0.2 > 0 }
        let backwards = steps.count { $0.2 < 0 }
        guard forwards != backwards else { return [] }
        return steps.filter { forwards > backwards ? $0.2 <= 0 : $0.2 >= 0 }.map { before, next, step in
            let behind = step == 0 ? "is the period of the column before it" : "does not follow \"\(before.0.title)\""
            return Diagnostic(
                .periodHeading, "\"\(next.0.title)\" \(behind)", at: next.0.id.location,
                help: "correct the heading; most often it is the year")
        }
    }

    /// Parts of a year that are not in the year of the title. A whole year beside it is there for comparison.
    private func outside(_ table: IndicatorTable) -> [Diagnostic] {
        guard let year = WrittenPeriod(title: table.title), !year.hasMonths else { return [] }
        return table.columns.compactMap { column in
            guard let (from, to) = column.days ?? WrittenPeriod(heading: column.title)?.days,
                to < from.adding(months: 11), !year.covers(from, to)
            else { return nil }
            return Diagnostic(
                .periodHeading, "\"\(column.title)\" is not in the period of \"\(table.title)\"",
                at: column.id.location, help: "correct the heading, its dates, or the title of the table")
        }
    }
}

extension IndicatorTable.Column {
    fileprivate var days: (from: CivilDate, to: CivilDate)? {
        from.flatMap { from in to.map { (from, $0) } }
    }
}

extension WrittenPeriod {
    /// `nil` where it tells no months.
    fileprivate var days: (from: CivilDate, to: CivilDate)? {
        guard let month = first.month, let next = last.month,
            let from = CivilDate(year: first.year, month: month, day: 1),
            let end = CivilDate(year: last.year, month: next, day: 1)
        else { return nil }
        return (from, end.adding(months: 1).adding(days: -1))
    }
}
