import CivilTime
import Content
import Schemas

/// Adds up the rows of runs, for the whole and for each group.
struct DeliveryCount {
    private let records: TrainingRecords
    private let scope: TrainingScope
    private let placings: Placings
    private let grouping: DeliveryReport.Grouping
    private var total = Sum()
    private var sums: [Sum] = []
    /// The place of each group in ``sums``.
    private var groups: [String?: Int] = [:]
    private var agencies: [ID<Agency>: Int] = [:]
    /// Where people of each of the parts in ``Placings/cells`` belong, once somebody asked.
    private var belongings: [Belonging?]
    private var runNumber = 0

    private struct Belonging {
        let agency: Int
        /// The place of a group; `nil` where the whole run is of one.
        let group: Int?
    }

    fileprivate struct Sum {
        var figures = DeliveryReport.Figures()
        var people = NumberSet()
        var agencies = NumberSet()
        /// The run that was counted last, so that each counts once.
        var lastRun = -1
    }

    init(_ records: TrainingRecords, _ history: TrainingHistory, _ grouping: DeliveryReport.Grouping) {
        self.records = records
        scope = history.scope
        placings = history.placings
        self.grouping = grouping
        belongings = Array(repeating: nil, count: history.placings.cells.count)
    }

    /// - Parameter people: The place of each row's person.
    mutating func add(_ run: Run, _ people: [Int32]) {
        runNumber += 1
        let course = scope.courses.find(run.course)
        let minutes = course.map { Int(($0.hours * 60).rounded()) } ?? 0
        let wholeRun: Int? =
            switch grouping {
            case .course: place(of: run.course.text)
            case .level: place(of: course?.level.text)
            case .agency, .siteKind: nil
            }
        total.open(run, runNumber)
        if let wholeRun { sums[wholeRun].open(run, runNumber) }
        guard !run.isCancelled else { return }
        for (status, person) in zip(run.attendance.statuses, people) where person >= 0 && status != .waiting {
            let belonging = belonging(of: Int(person), on: run.date)
            total.add(status, Int(person), belonging.agency, minutes)
            guard let group = wholeRun ?? belonging.group else { continue }
            sums[group].add(status, Int(person), belonging.agency, minutes)
            if wholeRun == nil { sums[group].countRun(runNumber) }
        }
    }

    private mutating func belonging(of person: Int, on date: CivilDate) -> Belonging {
        guard let cell = placings.cell(of: person) else {
            let person = records.people.items[person]
            return belonging(records.agency(of: person, on: date), person.siteKind)
        }
        if let known = belongings[cell] { return known }
        let belonging = belonging(placings.cells[cell].agency, placings.cells[cell].siteKind)
        belongings[cell] = belonging
        return belonging
    }

    private mutating func belonging(_ agency: ID<Agency>, _ siteKind: ID<SiteKind>?) -> Belonging {
        let number = agencies[agency] ?? agencies.count
        agencies[agency] = number
        let group: Int? =
            switch grouping {
            case .agency: place(of: agency.text)
            case .siteKind: place(of: siteKind?.text)
            case .course, .level: nil
            }
        return Belonging(agency: number, group: group)
    }

    /// The place of a group's sum, which is there from now on.
    private mutating func place(of group: String?) -> Int {
        if let place = groups[group] { return place }
        groups[group] = sums.count
        sums.append(Sum())
        return sums.count - 1
    }

    func result() -> (DeliveryReport.Figures, [DeliveryReport.Row]) {
        let known = titles
        var rows = known.compactMap { id, title in groups[id].map { row(id, title, sums[$0]) } }
        if let rest = groups[nil] { rows.append(row(nil, "Not stated", sums[rest])) }
        return (total.finished, rows)
    }

    private func row(_ id: String?, _ title: String, _ sum: Sum) -> DeliveryReport.Row {
        var figures = sum.finished
        if grouping == .agency || grouping == .siteKind { figures.places = nil }
        return DeliveryReport.Row(id: id, title: title, figures: figures)
    }

    private var titles: [(id: String, title: String)] {
        switch grouping {
        case .agency: scope.agencies.items.map { ($0.id.text, $0.name) }
        case .level: scope.levels.map { ($0.id.text, $0.title) }
        case .course: scope.courses.items.map { ($0.id.text, $0.id.text) }
        case .siteKind: scope.siteKinds.map { ($0.id.text, $0.title) }
        }
    }
}

extension DeliveryCount.Sum {
    fileprivate mutating func open(_ run: Run, _ number: Int) {
        if run.isCancelled {
            figures.cancelledRuns += 1
        } else {
            countRun(number)
            figures.places = figures.places.map { $0 + run.places }
        }
    }

    fileprivate mutating func countRun(_ number: Int) {
        guard lastRun != number else { return }
        lastRun = number
        figures.runs += 1
    }

    fileprivate mutating func add(_ status: Attendance.Status, _ person: Int, _ agency: Int, _ minutes: Int) {
        if status.wasBooked { figures.bookings += 1 }
        switch status {
        case .attended: figures.attendedBooked += 1
        case .walkIn: figures.walkIns += 1
        case .part: figures.part += 1
        case .noShow: figures.noShows += 1
        case .cancelled: figures.cancelled += 1
        case .lateCancelled: figures.lateCancelled += 1
        case .booked: figures.unmarked += 1
        case .waiting: break
        }
        guard status.countsAsAttended else { return }
        figures.minutes += minutes
        people.insert(person)
        agencies.insert(agency)
    }

    fileprivate var finished: DeliveryReport.Figures {
        var figures = figures
        figures.people = people.count
        figures.agencies = agencies.count
        return figures
    }
}
