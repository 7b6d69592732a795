import Diagnostics
import CivilTime
public import Content
public import Schemas
public import Tables
public import Training

/// From the tables of a file to what should be written: each step is a part of its own, and none writes anything.
public struct Importer: Sendable {
    let run: Run
    let index: PeopleIndex
    let options: ImportOptions
    /// The file's path as the user typed it, for messages.
    let path: String

    public init(run: Run, people: Registry<Person>, agencies: Registry<Agency>, options: ImportOptions, path: String) {
        self.run = run
        index = PeopleIndex(people: people, agencies: agencies)
        self.options = options
        self.path = path
    }

    public func plan(_ file: TableFile) throws(ImportRefusal) -> ImportPlan {
        guard !run.isCancelled else {
            throw ImportRefusal(
                .runIsCancelled, "the run \(run.id) is cancelled", path: path,
                help: "choose the run that took place, or take `status: cancelled` out of this one")
        }
        let recognition = try Recogniser(asked: options.format, mapping: options.mapping, path: path)
            .recognise(file.tables)
        let order = try dateOrder(recognition)
        let clock = Clock(order: order.order, choice: options.mapping.times ?? .uk, run: run.date)
        let (sightings, rejected) = try read(recognition, clock)
        try checkDay(sightings)
        let findings = findings(file, recognition, order.because)
        return plan(sightings, rejected, recognition.format, findings)
    }

    /// The seconds of the run.
    var window: Range<Int> {
        let start = Moment(run.date, clock: run.start.minutesSinceMidnight * 60).seconds
        return start..<Moment(run.date, clock: run.end.minutesSinceMidnight * 60).seconds
    }
}

extension Importer {
    private func dateOrder(_ recognition: Recognition) throws(ImportRefusal) -> (order: DateOrder?, because: String?) {
        guard recognition.format.hasSessions else { return (options.mapping.dates, nil) }
        var dates: [(text: String, day: WrittenTime.Day)] = []
        for register in recognition.registers {
            for row in register.rows {
                for column in [Column.joined, .left] {
                    guard let text = register.text(column, row), let time = WrittenTime(text) else { continue }
                    dates.append((text, time.day))
                }
            }
        }
        switch DateOrderFinding(dates, given: options.mapping.dates, run: run.date) {
        case .notNeeded: return (options.mapping.dates, nil)
        case .found(let order, let reason): return (order, "dates: \(order.rawValue), because \(reason)")
        case .undecided(let example):
            throw ImportRefusal(
                .ambiguousDates, "\"\(example)\" can be read in two ways, and no other date of the file tells which",
                path: path, help: "say which it is: --dates day-first (UK) or --dates month-first (US)")
        case .contradictory(let day, let month):
            throw ImportRefusal(
                .contradictoryDates, "\"\(day)\" and \"\(month)\" contradict each other", path: path,
                help: "export the file again, with one setting for dates")
        }
    }

    private func read(
        _ recognition: Recognition, _ clock: Clock
    ) throws(ImportRefusal) -> (sightings: [Sighting], rejected: [RejectedRow]) {
        var sightings: [Sighting] = []
        var rejected: [RejectedRow] = []
        for register in recognition.registers {
            let session = try SessionColumn(register, run: run, asked: options.session, path: path).place
            let reader = SightingReader(
                register: register, clock: clock, mapping: options.mapping, passMark: options.passMark,
                session: session)
            let found = reader.read()
            sightings += found.sightings
            rejected += found.rejected
        }
        return (sightings, rejected)
    }

    /// A report of another day would mark the wrong people.
    private func checkDay(_ sightings: [Sighting]) throws(ImportRefusal) {
        let sessions = sightings.compactMap { sighting -> (Moment, Moment)? in
            if case .session(let start, let end) = sighting.presence { (start, end) } else { nil }
        }
        guard let first = sessions.first else { return }
        if sessions.contains(where: { $0.0.seconds < window.upperBound && $0.1.seconds > window.lowerBound }) { return }
        let day = first.0.date
        guard sessions.contains(where: { $0.0.date == run.date || $0.1.date == run.date }) else {
            throw ImportRefusal(
                .anotherDay,
                "this report is of \(day.map(\.description) ?? "another day"), and the run is on \(run.date)",
                path: path, help: "choose the run of that day with --run")
        }
        throw ImportRefusal(
            .anotherDay, "nobody in this report was there from \(run.start) to \(run.end), when the run was",
            path: path,
            help: "if the file's times are not UK times, try --times utc; or set right `start` and `end` of the run")
    }

    private func findings(_ file: TableFile, _ recognition: Recognition, _ dates: String?) -> [String] {
        var lines = ["\(path): \(recognition.format.title), because \(recognition.reason)"]
        lines.append(file.form.description)
        if let dates { lines.append(dates) }
        return lines
    }
}

extension ExportFormat {
    /// Whether its rows say when people came and went.
    fileprivate var hasSessions: Bool { self == .teams || self == .zoom || self == .table }
}

extension TableFile.Form {
    fileprivate var description: String {
        switch self {
        case .text(let encoding, let separator):
            "text: \(encoding.name), separated by \(separator.name)"
                + (encoding == .windows1252 ? "; look at letters with accents, since nothing in the file says so" : "")
        }
    }
}
