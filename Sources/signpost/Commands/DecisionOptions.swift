import ArgumentParser
import AttendanceImport
import Schemas
import Training

/// What is done with what was read.
struct DecisionOptions: ParsableArguments {
    @Option(help: "Minutes that somebody may miss and still have attended.")
    var grace = 15

    @Option(help: "The grade from which a course in Moodle counts as attended. (default: any grade)")
    var passMark: Double?

    @Option(help: ArgumentHelp("Who is in a row, such as 14=p-0031.", valueName: "row=id"))
    var person: [String] = []

    @Option(help: ArgumentHelp("Leave out whoever has this row in the preview.", valueName: "row"))
    var skip: [Int] = []

    @Flag(help: "Add people nobody knows to the records.")
    var addPeople = false

    @Option(help: "Where new people work, where the file does not say: an id of data/agencies.yaml.")
    var agency: String?

    @Option(help: "The group of staff of new people: an id of data/training.yaml.")
    var roleGroup: String?

    @Flag(help: "Mark as no-show who had a place and is not in the file, or only booked in it.")
    var markNoShows = false

    @Flag(help: "Let the file count more than what somebody has written down.")
    var overwrite = false

    func options(_ reading: RegisterOptions) throws -> ImportOptions {
        guard (0...1440).contains(grace) else {
            throw ValidationError("--grace is a number of minutes from 0 to 1440.")
        }
        var options = ImportOptions()
        options.format = reading.format
        options.mapping = ColumnMapping(
            columns: try reading.columns(), words: [], sheet: reading.sheet, dates: reading.dates, times: reading.times,
            status: reading.status)
        options.session = reading.session
        options.grace = grace
        options.passMark = passMark
        options.people = try people()
        options.skipped = Set(skip)
        options.addsPeople = addPeople
        options.agency = agency.map { ID($0) }
        options.roleGroup = roleGroup.map { ID($0) }
        options.marksNoShows = markNoShows
        options.overwrites = overwrite
        return options
    }

    private func people() throws -> [Int: ID<Person>] {
        var people: [Int: ID<Person>] = [:]
        for pair in person {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let row = Int(parts[0]) else {
                throw ValidationError("--person \(pair): write it as --person 14=p-0031.")
            }
            people[row] = ID(String(parts[1]))
        }
        return people
    }
}
