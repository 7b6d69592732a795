public import ArgumentParser
public import AttendanceImport
import Diagnostics
public import Training

/// How the file is read.
struct RegisterOptions: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help:
            "Take the file for this, whatever it looks like: \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", "))."
    )
    var format: ExportFormat?

    @Option(help: ArgumentHelp("A YAML file that says which column is which.", valueName: "file"))
    var mapping: String?

    @Option(
        help: ArgumentHelp(
            "Which heading is which, such as name=\"Delegate\". Once for each of: \(Column.mappable.map(\.rawValue).joined(separator: ", ")).",
            valueName: "column=heading"))
    var column: [String] = []

    @Option(help: "Whether 3/12/2026 has the day-first or the month-first. (default: found out, or asked for)")
    var dates: DateOrder?

    @Option(help: "Whose clock the times are from, uk or utc, where the file does not say. (default: uk)")
    var times: ClockChoice?

    @Option(help: "The sheet of a workbook.")
    var sheet: String?

    @Option(help: ArgumentHelp("The session of a Moodle attendance report.", valueName: "heading"))
    var session: String?

    @Option(help: "What it means to be in a file that does not say more. (default: attended)")
    var status: Attendance.Status?

    /// The columns that were named, by what they hold.
    func columns() throws -> [Column: String] {
        var columns: [Column: String] = [:]
        for pair in column {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, !parts[1].isEmpty else {
                throw ValidationError("--column \(pair): write it as --column name=\"Heading\".")
            }
            guard let named = Column(rawValue: parts[0]), Column.mappable.contains(named) else {
                let near = Spelling.nearest(parts[0], in: Column.mappable.map(\.rawValue)).map {
                    " Did you mean \($0)?"
                }
                throw ValidationError("--column: there is no column \"\(parts[0])\".\(near ?? "")")
            }
            columns[named] = parts[1]
        }
        return columns
    }
}

extension ExportFormat: ExpressibleByArgument {}
extension DateOrder: ExpressibleByArgument {}
extension ClockChoice: ExpressibleByArgument {}
extension Attendance.Status: ExpressibleByArgument {}
