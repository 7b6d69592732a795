import Content
import Schemas

/// Adds up the rows of runs, for the whole and for each group.
struct DeliveryCount {
    private let records: TrainingRecords
    private let scope: TrainingScope
    private let grouping: DeliveryReport.Grouping
    private var total = Sum()
    private var groups: [String?: Sum] = [:]

    fileprivate struct Sum {
        var figures = DeliveryReport.Figures()
        var people: Set<Int32> = []
        var agencies: Set<ID<Agency>> = []
        /// The run that was counted last, so that each counts once.
        var lastRun = -1
    }

    private var runNumber = 0

    init(_ records: TrainingRecords, _ scope: TrainingScope, _ grouping: DeliveryReport.Grouping) {
        self.records = records
        self.scope = scope
        self.grouping = grouping
    }

    /// - Parameter people: The place of each row's person.
    mutating func add(_ run: Run, _ people: [Int32]) {
        runNumber += 1
        let course = scope.courses.find(run.course)
        let minutes = course.map { Int(($0.hours * 60).rounded()) } ?? 0
        let wholeRun: String?? =
            switch grouping {
            case .course: run.course.text
            case .level: course?.level.text
            case .agency, .siteKind: .none
            }
        total.open(run, runNumber)
        if let wholeRun { groups[wholeRun, default: Sum()].open(run, runNumber) }
        guard !run.isCancelled else { return }
        for (row, place) in zip(run.attendance, people) where place >= 0 && row.status != .waiting {
            let person = records.people.items[Int(place)]
            let agency = records.agency(of: person, on: run.date)
            total.add(row.status, place, agency, minutes)
            let group = wholeRun ?? (grouping == .agency ? agency.text : person.siteKind?.text)
            groups[group, default: Sum()].add(row.status, place, agency, minutes)
            if wholeRun == nil { groups[group]?.countRun(runNumber) }
        }
    }

    func result() -> (DeliveryReport.Figures, [DeliveryReport.Row]) {
        let known = titles
        var rows = known.compactMap { id, title in groups[id].map { row(id, title, $0) } }
        if let rest = groups[nil] { rows.append(row(nil, "Not stated", rest)) }
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

    fileprivate mutating func add(_ status: Attendance.Status, _ person: Int32, _ agency: ID<Agency>, _ minutes: Int) {
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
