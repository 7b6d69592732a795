// SP070–SP079: theme folders and components.
extension DiagnosticCode {
    static let themes: [DiagnosticCode] = []
}
