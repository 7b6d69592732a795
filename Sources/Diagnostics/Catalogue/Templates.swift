// SP060–SP069: template syntax and names.
extension DiagnosticCode {
    static let templates: [DiagnosticCode] = []
}
