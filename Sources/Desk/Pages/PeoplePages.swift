import Certification
import CivilTime
import Content
import Reporting
import Schemas
import Training

/// Everybody on record.
struct PeopleListPage {
    let desk: DeskRecords

    /// A longer list is of no use in one piece; there, people are found through their agency.
    private static let longest = 2000

    var page: DeskPage {
        let people = desk.people
        let isLong = people.count > Self.longest
        return DeskPage(
            path: DeskPath.people, title: "People", summary: "Everybody on record, with where they stand.",
            above: [.desk], facts: [DeskPage.Fact("On record", .number(people.count))],
            parts: [isLong ? byAgency(people) : PeopleTable(desk: desk).part(people, showsAgency: true)])
    }

    private func byAgency(_ people: [Person]) -> DeskPage.Part {
        let counts = Dictionary(grouping: people) { desk.records.agency(of: $0, on: desk.today) }.mapValues(\.count)
        return DeskPage.Part(
            id: "agencies", title: "By agency", text: "There are too many for one list: choose an agency.",
            table: .init(
                columns: ["Agency", "On record"],
                rows: desk.board.agencies.items.map { [desk.cell(of: $0.id), .number(counts[$0.id] ?? 0)] }, empty: ""))
    }
}

/// A list of people with where they stand.
struct PeopleTable {
    let desk: DeskRecords

    func part(_ people: [Person], showsAgency: Bool) -> DeskPage.Part {
        let rows = people.map { person -> [Cell] in
            let status = desk.history.status(of: person.id, on: desk.today)
            let agency = showsAgency ? [desk.cell(of: desk.records.agency(of: person, on: desk.today))] : []
            return [desk.cell(of: person.id)] + agency
                + [
                    .text(desk.title(of: person.roleGroup)),
                    person.isStaff(on: desk.today) ? .status(status) : .text("Left"), .day(status?.lastDay),
                ]
        }
        return DeskPage.Part(
            id: "people", title: "People",
            table: .init(
                columns: ["Name"] + (showsAgency ? ["Agency"] : []) + ["Group of staff", "Training", "Until"],
                rows: rows, empty: "Nobody is on record. People are listed in `people.yaml` of the training records."))
    }
}

/// A person's transcript: what they took, and where they stand.
struct PersonPage {
    let desk: DeskRecords
    let person: Person

    var page: DeskPage {
        DeskPage(
            path: DeskPath.person(person.id), title: person.name,
            summary: "What they were trained in, and until when that holds.", above: [.desk, .people], facts: facts,
            parts: [levels, runs])
    }

    private var facts: [DeskPage.Fact] {
        let told: [(String, Cell?)] = [
            ("Agency", desk.cell(of: desk.records.agency(of: person, on: desk.today))),
            ("Group of staff", .text(desk.title(of: person.roleGroup))),
            ("Kind of site", person.siteKind.map { .text(desk.title(of: $0)) }),
            ("Works at", person.site.map { .text($0) }), ("E-mail", person.email.map { .text($0) }),
            ("Manager", person.manager.map { .text($0) }), ("Last day at work", person.left.map { .day($0) }),
            ("Record kept until", person.keepUntil.map { .day($0) }),
            ("Training", .status(desk.history.status(of: person.id, on: desk.today))),
        ]
        return told.compactMap { label, cell in cell.map { DeskPage.Fact(label, $0) } }
    }

    private var levels: DeskPage.Part {
        let levels = desk.board.training?.levels.items ?? []
        let rows = levels.map { level -> [Cell] in
            let status = desk.history.status(of: person.id, at: level.id, on: desk.today)
            return [.text(level.title), .status(status), .day(status?.lastDay)]
        }
        return DeskPage.Part(
            id: "levels", title: "By level",
            table: .init(
                columns: ["Level", "Training", "Until"], rows: rows, empty: "The board has no levels yet.",
                isDownload: false))
    }

    private var runs: DeskPage.Part {
        let rows = (desk.attendance[person.id] ?? []).map { entry -> [Cell] in
            let certificate = desk.certificate(for: entry.row, of: entry.run)
            let cell = certificate.map {
                Cell(
                    value: .text($0.number), path: DeskPath.run(entry.run.id) + "certificates/",
                    fragment: $0.number)
            }
            return [
                desk.cell(of: entry.run), .day(entry.run.date),
                entry.run.isCancelled ? .text("Called off") : .status(entry.row.status),
                cell ?? .text(entry.row.certificate ?? ""),
            ]
        }
        return DeskPage.Part(
            id: "transcript", title: "Transcript",
            table: .init(
                columns: ["Course", "Date", "Status", "Certificate"], rows: rows,
                empty: "They were not booked for any run yet."))
    }
}
