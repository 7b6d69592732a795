import ArgumentParser
import Diagnostics

/// Prints what was found, and decides the exit status.
struct Report {
    let options: ReportOptions
    let outcome: Assembly.Outcome

    func print() { said.print() }

    var said: Said {
        let style: TerminalStyle = Console.errorsAreColoured ? .colour : .plain
        let text = options.format.report(outcome.diagnostics, source: outcome.line, style: style)
        if options.format == .human { return Said(note: text.isEmpty ? "" : text + "\n" + summary + "\n") }
        return Said(data: text)
    }

    /// `2 errors and 1 warning. Nothing was written.`
    private var summary: String {
        let errors = outcome.diagnostics.count { $0.severity == .error }
        let warnings = outcome.diagnostics.count { $0.severity == .warning }
        let parts = [counted(errors, "error"), counted(warnings, "warning")].compactMap(\.self)
        let more = "Run `signpost explain \(outcome.diagnostics[0].code.id)` to read more about the first."
        return parts.joined(separator: " and ") + (outcome.site == nil ? ". Nothing was written. " : ". ") + more
    }

    private func counted(_ count: Int, _ noun: String) -> String? {
        count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    /// 1 with an error, 2 with a warning where warnings count.
    var exitCode: ExitCode {
        if outcome.diagnostics.hasErrors { return ExitCode(1) }
        let warned = outcome.diagnostics.contains { $0.severity == .warning }
        return warned && options.strict ? ExitCode(2) : .success
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
