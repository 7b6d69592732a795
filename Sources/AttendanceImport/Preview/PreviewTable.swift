import CivilTime
import Schemas
public import Training

/// A plan as a table for people.
public struct PreviewTable: Sendable {
    let plan: ImportPlan
    let run: Run
    /// Minutes that count as there to the end.
    let needed: Int

    public init(_ plan: ImportPlan, run: Run, grace: Int) {
        self.plan = plan
        self.run = run
        let length = run.end.minutesSinceMidnight - run.start.minutesSinceMidnight
        needed = max(0, length - grace)
    }

    /// Names and addresses longer than this are cut.
    private static let widest = 40

    public var text: String {
        let findings = plan.findings.map { "\($0)\n" }.joined()
        let length = run.end.minutesSinceMidnight - run.start.minutesSinceMidnight
        let head =
            "run \(run.id): \(run.date), \(run.start) to \(run.end); attended is \(needed) of \(length) minutes or more\n"
        return findings + head + "\n" + table + "\n" + summary
    }

    private var table: String {
        let head = ["row", "name", "e-mail", "min", "person", "status", "", "why"]
        return Self.aligned([head] + plan.entries.map(row))
    }

    private func row(_ entry: ImportPlan.Entry) -> [String] {
        [
            Self.rows(entry.rows), Self.cut(entry.name), Self.cut(entry.email ?? ""),
            entry.minutes.map(String.init) ?? "", person(entry), Self.status(entry), entry.kind.rawValue,
            entry.why,
        ]
    }

    private func person(_ entry: ImportPlan.Entry) -> String {
        entry.person?.text ?? entry.candidates.map { "\($0)?" }.joined(separator: " ")
    }

    private static func status(_ entry: ImportPlan.Entry) -> String {
        switch (entry.before, entry.after) {
        case (let before?, let after?) where before == after: before.rawValue
        case (let before?, let after?): "\(before.rawValue) → \(after.rawValue)"
        case (nil, let after?): "→ \(after.rawValue)"
        case (let before?, nil): before.rawValue
        case (nil, nil): ""
        }
    }

    /// `12`, `12 15`, `12 15 +3`
    private static func rows(_ rows: [Int]) -> String {
        let shown = rows.prefix(2).map(String.init).joined(separator: " ")
        return rows.count > 2 ? "\(shown) +\(rows.count - 2)" : shown
    }

    private static func cut(_ text: String) -> String {
        text.count <= widest ? text : String(text.prefix(widest - 1)) + "…"
    }

    private static func aligned(_ rows: [[String]]) -> String {
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            var line = ""
            for (column, cell) in row.enumerated() where widths[column] > 0 {
                if !line.isEmpty { line += "  " }
                line += cell
                if column < row.count - 1 { line += String(repeating: " ", count: widths[column] - cell.count) }
            }
            return line.droppingTrailingSpaces + "\n"
        }.joined()
    }

    /// `2 to change, 1 to add, 1 ambiguous`
    private var summary: String {
        let counts = ImportPlan.Kind.allCases.compactMap { kind in
            let count = plan.entries.count { $0.kind == kind }
            return count == 0 ? nil : "\(count) \(kind.counted)"
        }
        return counts.joined(separator: ", ") + ".\n"
    }
}

extension ImportPlan.Kind {
    /// Behind a number.
    fileprivate var counted: String {
        switch self {
        case .change: "to change"
        case .add: "to add"
        case .newPerson: "to add with a new person"
        case .same: "right already"
        case .differs: "written down differently"
        case .ambiguous: "ambiguous"
        case .unknown: "unknown"
        case .rejected: "rejected"
        case .ignored: "ignored"
        case .absent: "not in the file"
        }
    }
}

extension String {
    fileprivate var droppingTrailingSpaces: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
