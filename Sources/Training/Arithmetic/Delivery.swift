public import CivilTime
public import Content
public import Schemas

/// What was delivered in a period: "4 runs, 72 people from 11 agencies".
public struct Delivery: Sendable, Hashable {
    /// Runs that took place.
    public let runs: Int
    /// How often somebody was trained: a person at two runs counts twice.
    public let attendances: Int
    /// How many people were trained: a person at two runs counts once.
    public let people: Int
    /// How many agencies they are from, by where they work now.
    public let agencies: Int

    /// What was delivered where nothing was.
    public static let nothing = Delivery(runs: 0, attendances: 0, people: 0, agencies: 0)
}

/// Every run that was held, with numbers in place of the people who were trained and of their agencies.
///
/// Nothing in it leads back to a person: numbers are given in the order in which people first come up. It answers any
/// number of questions without going through the records again.
public struct DeliveryLedger: Sendable {
    private var held: [HeldRun] = []
    /// The agency's number for each person's number.
    private var agencies: [Int] = []

    private struct HeldRun {
        let date: CivilDate
        let course: ID<Course>
        let trained: [Int]

        func isIn(_ period: ClosedRange<CivilDate>, _ course: ID<Course>?) -> Bool {
            period.contains(date) && (course == nil || course == self.course)
        }
    }

    /// - Parameter asOf: Runs of this day and after it have not been held yet.
    public init(_ records: TrainingRecords, asOf date: CivilDate) {
        var people: [ID<Person>: Int] = [:]
        var agencyNumbers: [ID<Agency>: Int] = [:]
        for run in records.heldRuns(asOf: date) {
            var trained: [Int] = []
            for row in run.attendance where row.status.countsAsAttended {
                if let number = people[row.person] {
                    trained.append(number)
                    continue
                }
                people[row.person] = agencies.count
                trained.append(agencies.count)
                let agency = records.people[row.person].agency
                agencies.append(agencyNumbers.numbered(agency))
            }
            held.append(HeldRun(date: run.date, course: run.course, trained: trained))
        }
    }

    /// The days and courses of the runs that were held, one entry for each run.
    public var runs: [(date: CivilDate, course: ID<Course>)] { held.map { ($0.date, $0.course) } }

    /// The numbers of the people who were trained, each once.
    public func people(in period: ClosedRange<CivilDate>, course: ID<Course>? = nil) -> Set<Int> {
        Set(held.filter { $0.isIn(period, course) }.flatMap(\.trained))
    }

    /// How many of these people each agency sent, in no order.
    public func agencySizes(of people: Set<Int>) -> [Int] {
        Array(people.reduce(into: [:]) { sizes, person in sizes[agencies[person], default: 0] += 1 }.values)
    }

    /// - Parameters:
    ///   - period: Both days are in it.
    ///   - course: `nil` for all courses.
    public func delivery(in period: ClosedRange<CivilDate>, course: ID<Course>? = nil) -> Delivery {
        let runs = held.filter { $0.isIn(period, course) }
        let people = Set(runs.flatMap(\.trained))
        return Delivery(
            runs: runs.count, attendances: runs.reduce(0) { $0 + $1.trained.count }, people: people.count,
            agencies: Set(people.map { agencies[$0] }).count)
    }
}

extension Dictionary where Value == Int {
    /// The number of a key; a new one gets the next.
    fileprivate mutating func numbered(_ key: Key) -> Int {
        if let number = self[key] { return number }
        defer { self[key] = count }
        return count
    }
}
