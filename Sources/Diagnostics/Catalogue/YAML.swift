// SP010–SP019: YAML syntax.
extension DiagnosticCode {
    static let yaml: [DiagnosticCode] = []
}
