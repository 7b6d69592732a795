public import Diagnostics

/// Why a file cannot be imported at all. Rows that cannot be used are no reason: they stand in the preview.
///
/// Its messages hold headings, dates and numbers, and no person's name or address.
public struct ImportRefusal: Error, Sendable {
    public let diagnostic: Diagnostic

    init(_ code: DiagnosticCode, _ message: String, path: String, line: Int? = nil, help: String? = nil) {
        let place = Location(path: path, start: Position(line: line ?? 1, column: 1))
        diagnostic = Diagnostic(code, message, at: place, help: help)
    }
}
