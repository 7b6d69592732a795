/// A fault in what a user wrote, as data: collected, sorted, and worded for people at the very end.
///
/// Anything that a board, a trainer or a theme author can get wrong is a diagnostic. Thrown errors are for "cannot go
/// on" at the edges; traps are for faults of our own.
public struct Diagnostic: Sendable, Hashable {
    public let code: DiagnosticCode
    public let severity: Severity
    /// One sentence without a full stop that names the offending value: `unknown audience "trianers"`.
    public let message: String
    /// Where it is, or `nil` where the fault is in no file (a missing folder, say).
    public let location: Location?
    /// A few words set beside the caret: `expected one of: everyone, parents`.
    public let label: String?
    /// Other places and facts that explain the fault.
    public let notes: [Note]
    /// What to do about it: `did you mean "trainers"?`.
    public let help: String?

    public init(
        _ code: DiagnosticCode, _ message: String, at location: Location?, severity: Severity? = nil,
        label: String? = nil, notes: [Note] = [], help: String? = nil
    ) {
        self.code = code
        self.severity = severity ?? code.severity
        self.message = message
        self.location = location
        self.label = label
        self.notes = notes
        self.help = help
    }
}

extension Diagnostic {
    /// How much a fault matters. An error stops the build before anything is written.
    public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
        case error, warning, note

        public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

        private var rank: Int {
            switch self {
            case .error: 0
            case .warning: 1
            case .note: 2
            }
        }
    }

    /// A further fact, with a place of its own where it has one.
    public struct Note: Sendable, Hashable {
        public let message: String
        public let location: Location?

        public init(_ message: String, at location: Location? = nil) {
            self.message = message
            self.location = location
        }
    }
}

extension Sequence<Diagnostic> {
    /// File by file from top to bottom, each fault once; faults without a place come first.
    public func sortedByPlace() -> [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return filter { seen.insert($0).inserted }.sorted { a, b in
            switch (a.location, b.location) {
            case (nil, nil): (a.code.id, a.message) < (b.code.id, b.message)
            case (nil, _): true
            case (_, nil): false
            case (let x?, let y?): (x.path, x.start, a.code.id, a.message) < (y.path, y.start, b.code.id, b.message)
            }
        }
    }

    public var hasErrors: Bool { contains { $0.severity == .error } }
}
