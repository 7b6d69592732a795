import ArgumentParser
import Diagnostics

/// Prints what was found, and decides the exit status.
struct Report {
    let options: ReportOptions
    let findings: Findings
    /// The least that makes the exit status other than 0; `nil` where `--strict` alone decides.
    var failOn: Diagnostic.Severity?
    /// Whether people are told who has to do how much.
    var tellsOwners = false

    init(options: ReportOptions, findings: Findings, failOn: Diagnostic.Severity? = nil, tellsOwners: Bool = false) {
        self.options = options
        self.findings = findings
        self.failOn = failOn
        self.tellsOwners = tellsOwners
    }

    init(options: ReportOptions, outcome: Assembly.Outcome) {
        self.init(options: options, findings: Findings(outcome))
    }

    func print() { said.print() }

    var said: Said {
        let style: TerminalStyle = Console.errorsAreColoured ? .colour : .plain
        let text = options.format.report(findings.faults, source: findings.line, style: style)
        if options.format == .human {
            return Said(note: text.isEmpty ? "" : text + "\n" + owners + summary + "\n")
        }
        return Said(data: text)
    }

    /// `2 errors and 1 warning. Nothing was written.`
    private var summary: String {
        let errors = findings.faults.count { $0.severity == .error }
        let warnings = findings.faults.count { $0.severity == .warning }
        let parts = [counted(errors, "error"), counted(warnings, "warning")].compactMap(\.self)
        let more = "Run `signpost explain \(findings.faults[0].code.id)` to read more about the first."
        return parts.joined(separator: " and ") + (findings.pageCount == nil ? ". Nothing was written. " : ". ") + more
    }

    private func counted(_ count: Int, _ noun: String) -> String? {
        count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    /// How many faults each post has to see to; nothing where all are for one.
    private var owners: String {
        guard tellsOwners else { return "" }
        let byOwner = Dictionary(grouping: findings.faults) { findings.owner(of: $0) ?? "" }
        guard byOwner.count > 1 else { return "" }
        let lines = byOwner.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { owner, faults in
            let counts = Diagnostic.Severity.allCases.compactMap { severity in
                counted(faults.count { $0.severity == severity }, severity.rawValue)
            }
            return "  \(owner.isEmpty ? "nobody is named" : owner): \(counts.joined(separator: ", "))\n"
        }
        return "For whom:\n" + lines.joined() + "\n"
    }

    /// 1 with an error, 2 with something less that counts.
    var exitCode: ExitCode {
        if findings.faults.hasErrors { return ExitCode(1) }
        let least = failOn ?? (options.strict ? .warning : .error)
        return findings.faults.contains { $0.severity <= least } ? ExitCode(2) : .success
    }
}

/// What a command prints of what it found.
struct Said: Hashable {
    var data = ""
    var note = ""

    func print() {
        if !note.isEmpty { Console.note(note) }
        if !data.isEmpty { Console.data(data) }
    }
}
