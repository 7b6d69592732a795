/// The stable name of one kind of fault, with the page that `signpost explain` shows for it.
///
/// Codes are never renumbered and never reused: people search for them, and baseline files hold them.
public struct DiagnosticCode: Sendable, Hashable {
    /// `SP` and three digits.
    public let id: String
    /// The severity it has unless a board's settings say otherwise.
    public let severity: Diagnostic.Severity
    /// What is wrong, in a few words: the heading of its page.
    public let title: String
    /// Why it matters and how to put it right, in Markdown, with an example.
    public let explanation: String

    init(_ id: String, _ title: String, severity: Diagnostic.Severity = .error, _ explanation: String) {
        self.id = id
        self.severity = severity
        self.title = title
        self.explanation = explanation
    }

    public static func == (a: DiagnosticCode, b: DiagnosticCode) -> Bool { a.id == b.id }

    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension DiagnosticCode: CustomStringConvertible {
    public var description: String { id }
}

extension DiagnosticCode {
    /// Every code, in order. Each area's list stands in a file of its own under `Catalogue/`.
    public static let catalogue: [DiagnosticCode] = [
        files, yaml, schema, references, markdown, links, templates, themes, training, records, imports, editions,
        publishing, output, certificates, handouts, pictures, reliability, languages, retention, schools, language,
        governance, figures, collected,
    ].flatMap { $0 }.sorted { $0.id < $1.id }

    /// The code that a person typed, in either letter case.
    public static func named(_ id: String) -> DiagnosticCode? {
        let wanted = id.uppercased()
        return catalogue.first { $0.id == wanted }
    }
}
