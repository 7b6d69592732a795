import CivilTime
import Content
import Diagnostics
import Schemas

/// What a run's file says above its list of people.
struct RunDetails: Sendable, Equatable {
    let course: ID<Course>
    let date: CivilDate
    let start: ClockTime
    let end: Located<ClockTime>
    let venue: String
    let trainer: Located<ID<Person>>?
    let places: Located<Int>
    let status: Located<Run.Status>?
    let sequence: Int

    static let mostPlaces = 100_000
    static let highestSequence = 1_000_000

    static func fields(_ people: KnownPeople) -> Fields<RunDetails> {
        Schemas.fields(
            required("course", .reference(), "The code of its course."),
            required("date", .date, "The day."),
            required("start", .clockTime, "When it starts."),
            required("end", Reader.clockTime.located, "When it ends, on the same day."),
            required("venue", .text, "Where it is: `online`, or the place in words."),
            optional("trainer", people.reader.located, "Who trains."),
            required("places", Reader.integer(1...mostPlaces).located, "How many people can come."),
            optional("status", Reader<Run.Status>.word("status of a run").located, "`cancelled` if it is off."),
            optional(
                "sequence", .integer(0...highestSequence), "Raised by one whenever its details change.", otherwise: 0,
                spelled: "0"),
            as: RunDetails.init)
    }
}

/// A run's file, read but not yet checked as a whole.
struct RunSheet: Sendable {
    let details: RunDetails
    let attendance: AttendanceList
    let spots: RowSpots
    let path: String
    /// The place of each row's person in the list of people; -1 where there is no such person.
    let people: [Int32]

    /// Where the id of a row's person stands.
    func location(_ row: Int) -> Location {
        spots.spot(row, length: attendance[row].person.text.unicodeScalars.count).location(in: path)
    }

    static func reader(_ people: KnownPeople) -> Reader<RunSheet> {
        .object(
            "run", "One dated delivery of a course.",
            fields(
                RunDetails.fields(people),
                list("attendance", row(people), "Who has a place, and what became of it."),
                as: { details, rows in
                    RunSheet(
                        details: details, attendance: AttendanceList(rows.map(\.value)),
                        spots: .each(rows.map { Spot($0.location) }),
                        path: rows.first?.location.path ?? "",
                        people: rows.map { row in people.place(of: row.value.person).map { Int32($0) } ?? -1 })
                }))
    }

    private static func row(_ people: KnownPeople) -> Reader<Located<Attendance>> {
        .object(
            "line of attendance", "What became of one person's place.",
            required("person", people.reader.located, "Who."),
            required("status", .word("status"), "What became of the place."),
            optional("minutes", .integer(0...Attendance.mostMinutes), "How many minutes they were there."),
            optional("certificate", certificate, "The number of their certificate."),
            as: {
                let row = Attendance(person: $0.value, status: $1, minutes: $2, certificate: $3)
                return Located(row, at: $0.location)
            })
    }

    static let certificate = Reader<String>.text(upTo: 40)

    func run(_ id: ID<Run>) -> PlacedRun {
        let run = Run(
            id: id, course: details.course, date: details.date, start: details.start, end: details.end.value,
            venue: Run.Venue(details.venue), trainer: details.trainer?.value, places: details.places.value,
            status: details.status?.value ?? .scheduled, sequence: details.sequence,
            attendance: attendance)
        return PlacedRun(run: run, people: people)
    }
}

extension RunSheet: Equatable {
    static func == (a: RunSheet, b: RunSheet) -> Bool {
        a.details == b.details && a.attendance == b.attendance && a.people == b.people
            && a.attendance.indices.allSatisfy { a.location($0) == b.location($0) }
    }
}

extension RunSheet {
    /// The rules across the keys and rows of one file.
    ///
    /// - Parameter trainers: Those of `trainers.yaml`.
    func check(_ trainers: [ID<Person>: Trainer], _ reading: inout Reading) {
        checkTimes(&reading)
        checkPeople(&reading)
        checkPlaces(&reading)
        checkCancelled(&reading)
        checkTrainer(trainers, &reading)
    }

    private func checkTimes(_ reading: inout Reading) {
        guard details.end.value <= details.start else { return }
        reading.report(
            .runEndsBeforeStart, "this run starts at \(details.start) and ends at \(details.end.value)",
            at: details.end.location, help: "times are on the 24-hour clock: half past four is \"16:30\"")
    }

    private func checkPeople(_ reading: inout Reading) {
        guard mayHoldSomebodyTwice else { return }
        var places: [ID<Person>: Int] = Dictionary(minimumCapacity: attendance.count)
        for (index, row) in attendance.enumerated() {
            guard let first = places.updateValue(index, forKey: row.person) else { continue }
            reading.report(
                .personTwiceInRun, "\"\(row.person)\" stands twice in this run", at: location(index),
                notes: [.init("they first stand here", at: location(first))],
                help: "keep the line that says what happened last")
        }
    }

    /// Whether two rows are of one place in the list of people, or of people who are not in it. To ask that first costs
    /// a fiftieth of a dictionary of ids, and the answer is nearly always no.
    private var mayHoldSomebodyTwice: Bool {
        var size = 16
        while size < 2 * people.count { size *= 2 }
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: size) { slots in
            slots.initialize(repeating: -1)
            for person in people {
                guard person >= 0 else { return true }
                // Fibonacci hashing (Knuth, The Art of Computer Programming, volume 3, 6.4).
                var slot = Int(UInt32(person) &* 2_654_435_769) & (size - 1)
                while slots[slot] >= 0, slots[slot] != person { slot = (slot + 1) & (size - 1) }
                if slots[slot] == person { return true }
                slots[slot] = person
            }
            return false
        }
    }

    /// Those who came without a booking needed no place beforehand.
    private func checkPlaces(_ reading: inout Reading) {
        let booked = attendance.statuses.count { $0.takesPlace && $0 != .walkIn }
        guard booked > details.places.value else { return }
        reading.report(
            .moreBookedThanPlaces,
            "\(booked) people are booked for \(details.places.value) place\(details.places.value == 1 ? "" : "s")",
            at: details.places.location, help: "raise `places`, or mark the last bookings `waiting`")
    }

    private func checkCancelled(_ reading: inout Reading) {
        guard let status = details.status, status.value == .cancelled,
            let row = attendance.statuses.firstIndex(where: \.saysThatRunTookPlace)
        else { return }
        reading.report(
            .cancelledRunAttended,
            "this run is cancelled, but \"\(attendance[row].person)\" is marked `\(attendance[row].status.rawValue)`",
            at: status.location, notes: [.init("the mark stands here", at: location(row))],
            help: "delete `status: cancelled`, or mark the people `cancelled`")
    }

    private func checkTrainer(_ trainers: [ID<Person>: Trainer], _ reading: inout Reading) {
        guard let given = details.trainer, let trainer = trainers[given.value],
            details.status?.value != .cancelled, let reason = trainer.obstacle(to: details)
        else { return }
        reading.report(
            .trainerNotValid, "\"\(given.value)\" \(reason)", at: given.location,
            help: "correct the trainer here, or the entry in trainers.yaml")
    }
}

extension Trainer {
    /// Why they may not give this run; `nil` where they may.
    fileprivate func obstacle(to run: RunDetails) -> String? {
        if run.date < trained { return "is a trainer from \(trained) on, and this run is on \(run.date)" }
        if let end = validTo, end < run.date { return "may train until \(end), and this run is on \(run.date)" }
        return mayGive(run.course) ? nil : "is not listed as a trainer of \"\(run.course)\""
    }
}
