import CivilTime
import Content
import Reporting
import Schemas
import Training

extension DeskRecords {
    var serving: [Champion] {
        records.servingChampions(asOf: today).sorted {
            (records.main($0.person).name, $0.person) < (records.main($1.person).name, $1.person)
        }
    }

    /// What a champion still wants, by the rules in `data/training.yaml`.
    func gaps(of champion: Champion) -> [String] {
        let rules = board.training?.champions
        let taken = history.coursesTaken(by: champion.person, before: today)
        let hadInduction = champion.induction != nil || taken.contains { $0.course == rules?.inductionCourse }
        return [
            champion.trained == nil && taken.isEmpty ? "not trained" : nil,
            hadInduction ? nil : "no induction",
            manager(of: champion) == nil ? "no manager" : nil,
            rules.flatMap { champion.days < $0.daysAtLeast ? "too few days" : nil },
            rules.flatMap { champion.days > $0.daysPerYear ? "too many days" : nil },
        ].compactMap(\.self)
    }

    func manager(of champion: Champion) -> String? { champion.manager ?? records.main(champion.person).manager }

    /// The workshops that a champion was at this year.
    func workshops(of champion: Champion) -> Int {
        let course = board.training?.champions.workshopCourse
        let runs = history.coursesTaken(by: champion.person, before: today).filter {
            $0.course == course && $0.day.year == today.year
        }
        return runs.count + champion.workshops.count { $0.year == today.year && $0 <= today }
    }
}

/// A list of champions with what they want.
struct ChampionTable {
    let desk: DeskRecords

    func part(_ champions: [Champion]) -> DeskPage.Part {
        let rows = champions.map { champion -> [Cell] in
            let gaps = desk.gaps(of: champion)
            return [
                desk.cell(of: champion.person), desk.cell(of: champion.agency),
                .text(desk.title(of: champion.siteKind)), .day(champion.since), .number(champion.days),
                .number(desk.workshops(of: champion)), .number(champion.cascades.count),
                .text(desk.manager(of: champion) ?? ""),
                gaps.isEmpty ? .text("None", tone: .good) : .text(gaps.joined(separator: ", "), tone: .warn),
            ]
        }
        return DeskPage.Part(
            id: "champions", title: "Champions",
            table: .init(
                columns: [
                    "Name", "Agency", "Kind of site", "Since", "Days this year", "Workshops", "Sessions", "Manager",
                    "Gaps",
                ], rows: rows,
                empty: "There are no champions yet. They are listed in `champions.yaml` of the training records."))
    }
}

/// The roster with its gaps.
struct ChampionsPage {
    let desk: DeskRecords

    var page: DeskPage {
        let serving = desk.serving
        let coverage = Coverage(of: serving, agencies: desk.board.agencies, framework: desk.board.training)
        let gaps = serving.flatMap(desk.gaps)
        let counts = ["not trained", "no induction", "no manager", "too few days", "too many days"].map { gap in
            DeskPage.Fact(gap.prefix(1).uppercased() + gap.dropFirst(), .number(gaps.count { $0 == gap }))
        }
        return DeskPage(
            path: DeskPath.champions, title: "Champions", summary: "Who they are, what they gave, and what is missing.",
            above: [.desk],
            facts: [
                DeskPage.Fact("Champions", .number(serving.count)),
                DeskPage.Fact("Target", Cell(value: coverage.total.target.map { .number($0) } ?? .notKnown)),
            ] + counts,
            parts: [
                ChampionTable(desk: desk).part(serving),
                part(
                    "by-agency", "By agency", "Agency",
                    coverage.agencies.map { (desk.cell(of: $0.agency), $0.cell) }),
                part(
                    "by-site-kind", "By kind of site", "Kind of site",
                    coverage.siteKinds.map { (.text(desk.title(of: $0.siteKind)), $0.cell) }),
            ])
    }

    private func part(
        _ id: String, _ title: String, _ heading: String, _ rows: [(name: Cell, cell: Coverage.Cell)]
    ) -> DeskPage.Part {
        DeskPage.Part(
            id: id, title: title,
            table: .init(
                columns: [heading, "Champions", "Target", "Wanting"],
                rows: rows.map { name, cell in
                    [
                        name, .number(cell.champions), cell.target.map { .number($0) } ?? .text("No target"),
                        cell.gap.map { .number($0) } ?? .nothing,
                    ]
                }, empty: "There is nothing to count by yet."))
    }
}
