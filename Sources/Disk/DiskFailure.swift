public import Diagnostics

/// Reading or writing cannot go on; the diagnostics say why, and nothing was changed.
public struct DiskFailure: Error, Sendable, Hashable {
    public let diagnostics: [Diagnostic]

    public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

    init(_ code: DiagnosticCode, _ message: String, notes: [Diagnostic.Note] = [], help: String? = nil) {
        self.init([Diagnostic(code, message, at: nil, notes: notes, help: help)])
    }
}

extension DiskFailure {
    /// A system call failed while something was being written.
    init(writing error: SystemError) {
        self.init(
            .cannotWrite, "cannot \(error.action) \"\(error.path)\": \(error.reason)", help: error.remedy)
    }
}
