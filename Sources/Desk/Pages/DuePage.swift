import CivilTime
import Content
import Training

/// Whose training runs out soon, has run out, or was never taken: the list that is chased.
struct DuePage {
    let desk: DeskRecords

    var page: DeskPage {
        let days = desk.history.scope.dueWithinDays
        let open = desk.people.filter { $0.isStaff(on: desk.today) }.compactMap { person in
            desk.history.status(of: person.id, on: desk.today).map { (person: person, status: $0) }
        }
        return DeskPage(
            path: DeskPath.due, title: "Refreshers due",
            summary: "Whose training runs out within \(days) days, has run out, or was never taken.", above: [.desk],
            parts: [
                part(
                    "overdue", "Overdue", open.filter { if case .overdue = $0.status { true } else { false } },
                    "Nobody is overdue."),
                part(
                    "due", "Due within \(days) days", open.filter { if case .due = $0.status { true } else { false } },
                    "Nobody is due soon."),
                part("never", "Never trained", open.filter { $0.status == .never }, "Everybody has been trained."),
            ])
    }

    private func part(
        _ id: String, _ title: String, _ people: [(person: Person, status: TrainingStatus)], _ empty: String
    ) -> DeskPage.Part {
        let sorted = people.sorted { a, b in
            guard let first = a.status.lastDay, let second = b.status.lastDay, first != second else { return false }
            return first < second
        }
        let rows = sorted.map { person, status -> [Cell] in
            [
                desk.cell(of: person.id), desk.cell(of: desk.records.agency(of: person, on: desk.today)),
                .text(desk.title(of: person.roleGroup)), .day(status.lastDay), .text(person.email ?? ""),
                .text(person.manager ?? ""),
            ]
        }
        return DeskPage.Part(
            id: id, title: title,
            table: .init(
                columns: ["Name", "Agency", "Group of staff", "Last day", "E-mail", "Manager"], rows: rows, empty: empty
            ))
    }
}
