import Content
import Reporting
import Schemas
import Training

extension Compliance.Counts {
    static let columns = ["Current", "Due", "Overdue", "Never", "Not on record", "Headcount", "Trained"]

    /// Unknown is not zero: without a headcount nobody knows how many are missing.
    var cells: [Cell] {
        [current, due, overdue, never].map { .number($0) }
            + [
                Cell(value: .known(notOnRecord)), Cell(value: .known(headcount)),
                Cell(value: .knownPercent(percentTrained)),
            ]
    }

    static let keys = [
        BarChart.Key(title: "Current", kind: "current"), BarChart.Key(title: "Due", kind: "due"),
        BarChart.Key(title: "Overdue", kind: "overdue"), BarChart.Key(title: "Never", kind: "never"),
        BarChart.Key(title: "Not on record", kind: "unknown"),
    ]

    func bar(_ label: String) -> BarChart.Bar {
        BarChart.Bar(label: label, values: [current, due, overdue, never, notOnRecord ?? 0])
    }
}

/// Charts and tables of who is trained.
struct ComplianceParts {
    let desk: DeskRecords

    func part(
        _ id: String, _ title: String, _ heading: String, _ rows: [(name: Cell, counts: Compliance.Counts)]
    ) -> DeskPage.Part {
        let filled = rows.filter { $0.counts.onRecord > 0 || $0.counts.headcount != nil }
        let chart = BarChart(keys: Compliance.Counts.keys, bars: filled.map { $0.counts.bar($0.name.shown) })
        return DeskPage.Part(
            id: id, title: title, chart: filled.isEmpty ? nil : chart,
            table: .init(
                columns: [heading] + Compliance.Counts.columns, rows: filled.map { [$0.name] + $0.counts.cells },
                empty: "Nobody is on record. People are listed in `people.yaml` of the training records."))
    }

    var byAgency: DeskPage.Part {
        part(
            "agencies", "By agency", "Agency",
            desk.compliance.agencies.map { (desk.cell(of: $0.id), $0.counts) })
    }

    var byRoleGroup: DeskPage.Part {
        part(
            "role-groups", "By group of staff", "Group of staff",
            desk.compliance.roleGroups.map { (.text(desk.title(of: $0.id)), $0.counts) })
    }

    var bySiteKind: DeskPage.Part {
        let kinds = desk.compliance.siteKinds.map { (Cell.text(desk.title(of: $0.id)), $0.counts) }
        return part(
            "site-kinds", "By kind of site", "Kind of site",
            kinds + [(.text("Not stated"), desk.compliance.withoutSiteKind)])
    }

    var trend: DeskPage.Part {
        let keys = Array(Compliance.Counts.keys.prefix(4))
        let bars = desk.trend.map { quarter, counts in
            BarChart.Bar(
                label: "To \(Cell.day(quarter.last).shown)",
                values: [counts.current, counts.due, counts.overdue, counts.never])
        }
        let rows = desk.trend.map { quarter, counts in
            [Cell.day(quarter.last)] + [counts.current, counts.due, counts.overdue, counts.never].map { .number($0) }
        }
        return DeskPage.Part(
            id: "trend", title: "By quarter", text: "At the end of each quarter, of those who are on record now.",
            chart: rows.isEmpty ? nil : BarChart(keys: keys, bars: bars),
            table: .init(
                columns: ["Quarter to"] + keys.map(\.title), rows: rows, empty: "No quarter has ended yet."))
    }
}

/// Who is trained, by agency, group of staff and kind of site.
struct AgencyListPage {
    let desk: DeskRecords

    var page: DeskPage {
        let parts = ComplianceParts(desk: desk)
        return DeskPage(
            path: DeskPath.agencies, title: "Agencies", summary: "How many staff are trained as their group needs.",
            above: [.desk], facts: ComplianceFacts(counts: desk.compliance.total).facts,
            parts: [parts.byAgency, parts.byRoleGroup, parts.bySiteKind, parts.trend])
    }
}

/// The sum of a table of compliance, in short.
struct ComplianceFacts {
    let counts: Compliance.Counts

    var facts: [DeskPage.Fact] {
        zip(["On record"] + Compliance.Counts.columns, [.number(counts.onRecord)] + counts.cells).map {
            DeskPage.Fact($0, $1)
        }
    }
}

/// One agency: its figures, its people, its champions.
struct AgencyPage {
    let desk: DeskRecords
    let agency: Agency

    var page: DeskPage {
        let counts = desk.compliance.agencies.first { $0.id == agency.id }?.counts
        let people = desk.people.filter { desk.records.agency(of: $0, on: desk.today) == agency.id }
        let groups = desk.compliance.roleGroups(of: agency.id).map { row in
            (Cell.text(desk.title(of: row.id)), row.counts)
        }
        return DeskPage(
            path: DeskPath.agency(agency.id), title: agency.name,
            summary: "Who is trained, who is due, who is a champion.",
            above: [.desk, .agencies],
            facts: (counts.map { ComplianceFacts(counts: $0).facts } ?? [])
                + [agency.headcount.map { DeskPage.Fact("Headcount of", .day($0.asAt)) }].compactMap(\.self),
            parts: [
                ComplianceParts(desk: desk).part("role-groups", "By group of staff", "Group of staff", groups),
                PeopleTable(desk: desk).part(people, showsAgency: false),
                ChampionTable(desk: desk).part(desk.serving.filter { $0.agency == agency.id }),
            ])
    }
}
