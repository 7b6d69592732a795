// SP090–SP099: who may see what.
extension DiagnosticCode {
    static let editions: [DiagnosticCode] = []
}
