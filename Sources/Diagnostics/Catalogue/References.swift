// SP030–SP039: ids, routes and what refers to them.
extension DiagnosticCode {
    static let references: [DiagnosticCode] = []
}
