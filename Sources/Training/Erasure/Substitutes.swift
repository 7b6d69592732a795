import CivilTime
import Content
import Schemas

/// The records that take the place of those who are erased.
struct Substitutes: Sendable {
    /// In the order in which they were asked for.
    private(set) var all: [Substitute] = []
    /// The substitute of each record that goes, by its place in ``all``.
    private(set) var old: [ID<Person>: Int] = [:]

    struct Substitute: Sendable {
        let newID: ID<Person>
        /// What figures need of them.
        let person: Person
        /// Whether it stands in the records already: an erasure was cut off.
        let isThere: Bool
    }

    init(for ids: [ID<Person>], in records: TrainingRecords, asOf date: CivilDate) {
        let merged = Dictionary(grouping: records.people.items.filter { $0.sameAs != nil }) { $0.sameAs }
        var number = 0
        for id in ids {
            let main = records.main(id)
            let others = (merged[main.id] ?? []).map(\.id)
            if main.isErased, others.isEmpty { continue }
            let gone = main.isErased ? others : [main.id] + others
            guard gone.allSatisfy({ old[$0] == nil }) else { continue }
            let newID = main.isErased ? main.id : Self.freeID(records.people, after: &number)
            for id in gone { old[id] = all.count }
            all.append(
                Substitute(newID: newID, person: main.substitute(newID, asOf: date), isThere: main.isErased))
        }
    }

    func substitute(for id: ID<Person>) -> Substitute? { old[id].map { all[$0] } }

    /// The id by which somebody goes from now on.
    func renamed(_ id: ID<Person>) -> ID<Person> { substitute(for: id)?.newID ?? id }

    private static func freeID(_ people: Registry<Person>, after number: inout Int) -> ID<Person> {
        repeat { number += 1 } while people.find(ID("erased-\(number)")) != nil
        return ID("erased-\(number)")
    }

    /// Which rows of a run stay. Where several are of one person by now, that is one in which they were trained, or the
    /// first: the row that counted before.
    func rowsThatStay(_ rows: [(person: ID<Person>, status: Attendance.Status?)]) -> [Bool] {
        var stays = rows.map { _ in true }
        var first: [ID<Person>: Int] = [:]
        for (row, (person, status)) in rows.enumerated() {
            guard let newID = substitute(for: person)?.newID else { continue }
            guard let before = first[newID] else {
                first[newID] = row
                continue
            }
            let isBetter = status?.countsAsAttended == true && rows[before].status?.countsAsAttended != true
            stays[isBetter ? before : row] = false
            if isBetter { first[newID] = row }
        }
        return stays
    }
}

extension Person {
    fileprivate func substitute(_ id: ID<Person>, asOf date: CivilDate) -> Person {
        var person = Person(
            id: id, name: Person.erasedName, email: nil, agency: agency, roleGroup: roleGroup, siteKind: siteKind)
        person.left = isErased ? left : lastDayAsStaff.flatMap { $0 < date ? $0 : nil }
        return person
    }

    /// A line of `people.yaml` with nothing but what figures need.
    func row(_ id: ID<Person>, sameAs: ID<Person>?) -> String {
        var parts = ["id: \(id)", "name: \(Person.erasedName)", "agency: \(agency)", "role_group: \(roleGroup)"]
        if let siteKind { parts.append("site_kind: \(siteKind)") }
        if let left { parts.append("left: \(left)") }
        if let sameAs { parts.append("same_as: \(sameAs)") }
        return "{ " + parts.joined(separator: ", ") + " }"
    }
}
