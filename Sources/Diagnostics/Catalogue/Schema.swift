// SP020–SP029: keys and values against a schema.
extension DiagnosticCode {
    static let schema: [DiagnosticCode] = []
}
