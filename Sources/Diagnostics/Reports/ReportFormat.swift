/// The forms in which diagnostics are put into words.
public enum ReportFormat: String, Sendable, CaseIterable {
    /// For people, with the line and a caret.
    case human
    /// One JSON array, for other programs.
    case json
    /// SARIF 2.1.0 (OASIS), for code-scanning services.
    case sarif
    /// Workflow commands, which GitHub Actions shows beside the changed lines.
    case github

    /// The whole report as text, with a line feed at its end unless it is empty.
    ///
    /// - Parameters:
    ///   - diagnostics: In the order in which they are to stand.
    ///   - source: The line of a file, without its line end, where it can be had.
    ///   - style: Colours for `human`.
    public func report(
        _ diagnostics: [Diagnostic], source: @escaping (_ path: String, _ line: Int) -> String?,
        style: TerminalStyle = .plain
    ) -> String {
        switch self {
        case .human: HumanReport(source: source, style: style).text(diagnostics)
        case .json: JSONReport.text(diagnostics)
        case .sarif: SARIFReport.text(diagnostics)
        case .github: GitHubReport.text(diagnostics)
        }
    }
}

/// How text is set off on a terminal.
public struct TerminalStyle: Sendable {
    let usesColour: Bool

    public static let plain = TerminalStyle(usesColour: false)
    /// ECMA-48 select-graphic-rendition sequences, in the eight colours that every terminal has.
    public static let colour = TerminalStyle(usesColour: true)

    func bold(_ text: String) -> String { set(text, "1") }

    func severity(_ severity: Diagnostic.Severity, _ text: String) -> String {
        switch severity {
        case .error: set(text, "1;31")
        case .warning: set(text, "1;33")
        case .note: set(text, "1;36")
        }
    }

    private func set(_ text: String, _ code: String) -> String {
        usesColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
