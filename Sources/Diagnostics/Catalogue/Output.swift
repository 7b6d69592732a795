// SP100–SP109: writing and serving.
extension DiagnosticCode {
    static let output: [DiagnosticCode] = []
}
