import CivilTime
import Content
import Schemas
import Suppression
import Training

/// The figures that a site publishes for its periods and courses, judged together.
///
/// A person counts once in each period, however often they came, so periods do not add up. What adds up are the people
/// who count in exactly the same questions: each figure is the sum of such groups. Readers see no group. But where one
/// period lies inside another, or one course inside all, they can subtract, and what is left may be a few people. So the
/// people of one figure who are not in another, and those who are in both, are cells that must not be worked out, like
/// the hidden cells of a table (``Suppression``).
///
/// Which groups there could be is known to readers from the dates of runs. They are taken to know even that nobody came to
/// three kinds of runs or more, unless somebody did; that errs towards hiding.
struct LinkedFigures {
    private let queries: [FigureQuery]
    private let people: [Set<Int>]
    private let ledger: DeliveryLedger
    private let smallCounts: BoardSettings.SmallCounts

    init(_ queries: [FigureQuery], _ ledger: DeliveryLedger, _ smallCounts: BoardSettings.SmallCounts) {
        self.queries = queries
        self.ledger = ledger
        self.smallCounts = smallCounts
        people = queries.map { query in query.period.map { ledger.people(in: $0, course: query.course) } ?? [] }
    }

    /// Why each figure is hidden; `nil` where it is shown.
    ///
    /// - Parameter known: Figures that readers have from earlier releases.
    func reasons(knowing known: [FigureQuery]) -> [SuppressionReason?] {
        let all = LinkedFigures(queries + known, ledger, smallCounts)
        return Array(
            Suppression(of: all.system(published: queries.count), under: smallCounts.rule).reasons
                .prefix(queries.count))
    }

    /// The figures first, in their order.
    private func system(published: Int) -> CellSystem {
        var system = CellSystem()
        let cells = people.enumerated().map { place, people in
            system.add(
                people.count, place < published ? .published : .known, weight: 10 * (self.people.count - place),
                margin: place < published ? smallCounts.margin(of: ledger.agencySizes(of: people)) : nil)
        }
        let groups = groups()
        let groupCells = groups.map { system.add($0.count, .implied, margin: 1) }
        func sum(_ cell: Int, _ belongs: (Set<Int>) -> Bool) {
            system.addSum(cell, of: groups.indices.filter { belongs(groups[$0].questions) }.map { groupCells[$0] })
        }
        for (place, cell) in cells.enumerated() { sum(cell) { $0.contains(place) } }
        for (first, second) in pairs() {
            let both = people[first].intersection(people[second]).count
            for (count, belongs) in [
                (both, { $0.contains(first) && $0.contains(second) }),
                (people[first].count - both, { $0.contains(first) && !$0.contains(second) }),
                (people[second].count - both, { !$0.contains(first) && $0.contains(second) }),
            ] as [(Int, (Set<Int>) -> Bool)] where smallCounts.hides(count) && count > 0 {
                sum(system.add(count, .implied, margin: 1), belongs)
            }
        }
        return system
    }

    private func pairs() -> [(Int, Int)] {
        queries.indices.flatMap { first in queries.indices[(first + 1)...].map { (first, $0) } }
    }

    /// The people who count in exactly the same questions, and groups that there could be.
    private func groups() -> [(questions: Set<Int>, count: Int)] {
        var signatures: [Int: Set<Int>] = [:]
        for (place, people) in people.enumerated() {
            for person in people { signatures[person, default: []].insert(place) }
        }
        var counts: [Set<Int>: Int] = [:]
        for signature in signatures.values { counts[signature, default: 0] += 1 }
        let kinds = Set(ledger.runs.map(questions)).filter { !$0.isEmpty }
        for kind in kinds {
            for other in kinds { counts[kind.union(other), default: 0] += 0 }
        }
        return counts.map { ($0.key, $0.value) }.sorted {
            $0.questions.sorted().lexicographicallyPrecedes($1.questions.sorted())
        }
    }

    /// The questions to which a run belongs.
    private func questions(_ run: (date: CivilDate, course: ID<Course>)) -> Set<Int> {
        Set(
            queries.indices.filter { place in
                let query = queries[place]
                return query.period?.contains(run.date) == true && (query.course == nil || query.course == run.course)
            })
    }
}
