/// Diagnostics as workflow commands of GitHub Actions: `::error file=…,line=…,col=…,title=…::message`.
enum GitHubReport {
    static func text(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { line($0) + "\n" }.joined()
    }

    private static func line(_ diagnostic: Diagnostic) -> String {
        let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
        var properties: [String] = []
        if let location = diagnostic.location {
            properties.append("file=" + escaped(location.path, asProperty: true))
            properties.append("line=\(location.start.line),col=\(location.start.column)")
            properties.append("endColumn=\(location.start.column + location.length)")
        }
        properties.append("title=\(diagnostic.code.id)")
        let text = [diagnostic.message, diagnostic.label, diagnostic.help].compactMap(\.self).joined(separator: "; ")
        return "::\(command) \(properties.joined(separator: ","))::\(escaped(text, asProperty: false))"
    }

    /// The escapes of the actions toolkit: a message must not be able to start a command of its own.
    private static func escaped(_ text: String, asProperty: Bool) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": out += "%25"
            case "\r": out += "%0D"
            case "\n": out += "%0A"
            case ":" where asProperty: out += "%3A"
            case "," where asProperty: out += "%2C"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
