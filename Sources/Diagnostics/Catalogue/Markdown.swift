// SP040–SP049: Markdown.
extension DiagnosticCode {
    static let markdown: [DiagnosticCode] = []
}
