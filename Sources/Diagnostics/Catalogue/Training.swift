// SP080–SP089: training records.
extension DiagnosticCode {
    static let training: [DiagnosticCode] = []
}
