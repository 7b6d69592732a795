public import CivilTime
import Content
import JSONText
public import Reporting
import Schemas

/// The quarterly training report: what was delivered in a period, and who is trained at its end.
public struct TrainingReport: Sendable {
    public let delivery: DeliveryReport
    /// At the end of the period; on the day of asking where the period is not over.
    public let compliance: Compliance
    /// By quarter, up to the end of the period.
    public let trend: [(quarter: Quarter, counts: Compliance.Counts)]

    private let scope: TrainingScope
    private let grouping: DeliveryReport.Grouping

    /// How many quarters the trend goes back: a year, and the same quarter of the year before.
    public static let quarters = 5

    /// - Parameters:
    ///   - records: Those that `history` was made from.
    ///   - date: The day of asking.
    ///   - dueWithin: In days; `nil` for the board's own number.
    public init(
        _ records: TrainingRecords, _ history: TrainingHistory, in period: ClosedRange<CivilDate>,
        by grouping: DeliveryReport.Grouping = .agency, asOf date: CivilDate, dueWithin: Int? = nil
    ) async {
        let isOver = period.upperBound < date
        let end = isOver ? period.upperBound : date
        delivery = DeliveryReport(records, history, in: period, by: grouping, asOf: date)
        let day = JudgedDay(end, inTheEvening: isOver, dueWithin: dueWithin ?? history.scope.dueWithinDays)
        (compliance, trend) = await Compliance.withTrend(
            records, history, on: day, before: day.end, quarters: Self.quarters)
        scope = history.scope
        self.grouping = grouping
    }
}

extension TrainingReport {
    public var document: ReportDocument {
        ReportDocument(
            title: "Training, \(delivery.period.lowerBound) to \(delivery.period.upperBound)", facts: facts,
            sentences: sentences, tables: [deliveryTable, complianceTable, roleGroupTable, trendTable])
    }

    private var facts: [JSONValue.Member] {
        [
            .init("from", .string(delivery.period.lowerBound.description)),
            .init("to", .string(delivery.period.upperBound.description)),
            .init("compliance_as_of", .string(compliance.asOf.description)),
            .init("by", .string(grouping.rawValue)),
            .init("sentence", .string(delivery.sentence)),
            .init("runs", .integer(delivery.total.runs)),
            .init("cancelled_runs", .integer(delivery.total.cancelledRuns)),
            .init("runs_to_come", .integer(delivery.runsToCome)),
            .init("places", delivery.total.places.map { .integer($0) } ?? .null),
            .init("bookings", .integer(delivery.total.bookings)),
            .init("attendees", .integer(delivery.total.attendees)),
            .init("people", .integer(delivery.total.people)),
            .init("agencies_trained", .integer(delivery.total.agencies)),
            .init("attendance_rate", delivery.total.attendanceRate.map { .integer($0) } ?? .null),
        ]
    }

    private var sentences: [String] {
        let total = delivery.total
        var sentences = ["\(delivery.sentence)."]
        if let rate = total.attendanceRate {
            sentences.append("\(rate) % of those expected came and stayed to the end.")
        }
        if total.cancelledRuns > 0 { sentences.append("\(counted(total.cancelledRuns, "run")) called off.") }
        if delivery.runsToCome > 0 {
            sentences.append("\(counted(delivery.runsToCome, "run")) of the period still to come.")
        }
        if total.unmarked > 0 {
            sentences.append("\(counted(total.unmarked, "booking")) without a note of what became of it.")
        }
        return sentences
    }

    private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

extension TrainingReport {
    private var deliveryTable: ReportTable {
        let all = delivery.total.attendees
        return ReportTable(
            "delivery", title: "Delivered, by \(grouping.title)",
            columns: [.init("id", "Id"), .init("title", grouping.title.capitalisedFirst)] + Self.figureColumns,
            rows: delivery.rows.map { row in
                [.present(row.id), .text(row.title)] + Self.values(row.figures, of: all)
            },
            total: [.none, .text("Total")] + Self.values(delivery.total, of: all),
            empty: "No runs were held in this period. Runs are files in the folder `runs/` of the training records.")
    }

    private static let figureColumns: [ReportTable.Column] = [
        .init("runs", "Runs"), .init("places", "Places"), .init("bookings", "Bookings"),
        .init("attendees", "Attendees"), .init("people", "People"), .init("part", "In part"),
        .init("no_shows", "No-shows"), .init("cancelled", "Cancelled"), .init("late_cancelled", "Late"),
        .init("unbooked", "Unbooked"), .init("attendance_rate", "Rate"), .init("share", "Share"),
    ]

    private static func values(_ figures: DeliveryReport.Figures, of all: Int) -> [ReportTable.Value] {
        [
            .number(figures.runs), figures.places.map { .number($0) } ?? .none, .number(figures.bookings),
            .number(figures.attendees), .number(figures.people), .number(figures.part), .number(figures.noShows),
            .number(figures.cancelled), .number(figures.lateCancelled), .number(figures.walkIns),
            figures.attendanceRate.map { .percent($0) } ?? .none,
            DeliveryReport.Figures.percent(figures.attendees, of: all).map { .percent($0) } ?? .none,
        ]
    }

    private var complianceTable: ReportTable {
        let name = "compliance"
        let empty = "Nobody is on record. People are listed in `people.yaml` of the training records."
        switch grouping {
        case .agency, .course:
            return table(
                name, "agency", compliance.agencies.map { ($0.id.text, scope.agencies[$0.id].name, $0.counts) }, empty)
        case .level:
            return table(
                name, "level needed",
                compliance.levels.map { ($0.id.text, scope.framework?.levels[$0.id].title ?? "", $0.counts) }, empty)
        case .siteKind:
            let kinds = compliance.siteKinds.map { row in
                (row.id.text, scope.framework?.siteKinds[row.id].title ?? "", row.counts)
            }
            return table(name, "kind of site", kinds + [("", "Not stated", compliance.withoutSiteKind)], empty)
        }
    }

    private var roleGroupTable: ReportTable {
        let rows = compliance.roleGroups.map { row in
            (row.id.text, scope.framework?.roleGroups[row.id].title ?? "", row.counts)
        }
        return table("compliance_by_role_group", "group of staff", rows, "Nobody is on record.")
    }

    private func table(
        _ name: String, _ noun: String, _ rows: [(id: String, title: String, counts: Compliance.Counts)],
        _ empty: String
    ) -> ReportTable {
        ReportTable(
            name, title: "Trained on \(compliance.asOf), by \(noun)",
            columns: [.init("id", "Id"), .init("title", noun.capitalisedFirst)] + Compliance.Counts.columns,
            rows: rows.filter { $0.counts != Compliance.Counts() }.map { row in
                [.present(row.id.isEmpty ? nil : row.id), .text(row.title)] + row.counts.values
            },
            total: [.none, .text("Total")] + compliance.total.values, empty: empty)
    }

    private var trendTable: ReportTable {
        ReportTable(
            "trend", title: "At the end of each quarter, of those on record now",
            columns: [.init("quarter_end", "Quarter to")] + Compliance.Counts.statusColumns,
            rows: trend.map { [.text($0.quarter.last.description)] + $0.counts.statusValues },
            empty: "No quarter has ended.")
    }
}

extension Compliance.Counts {
    static let statusColumns: [ReportTable.Column] = [
        .init("current", "Current"), .init("due", "Due"), .init("overdue", "Overdue"), .init("never", "Never"),
    ]

    static let columns =
        statusColumns + [
            .init("not_on_record", "Not on record"), .init("headcount", "Headcount"),
            .init("percent_trained", "Trained"),
        ]

    var statusValues: [ReportTable.Value] { [.number(current), .number(due), .number(overdue), .number(never)] }

    var values: [ReportTable.Value] {
        statusValues + [.known(notOnRecord), .known(headcount), .knownPercent(percentTrained)]
    }
}

extension DeliveryReport.Grouping {
    var title: String { self == .siteKind ? "kind of site" : rawValue }
}

extension String {
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
