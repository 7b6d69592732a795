// SP050–SP059: links and images.
extension DiagnosticCode {
    static let links: [DiagnosticCode] = []
}
