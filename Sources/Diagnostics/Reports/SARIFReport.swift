import JSONText

/// Diagnostics as SARIF 2.1.0 (Static Analysis Results Interchange Format, OASIS Standard, 27 March 2020).
enum SARIFReport {
    static func text(_ diagnostics: [Diagnostic]) -> String {
        let used = Set(diagnostics.map(\.code))
        let rules = DiagnosticCode.catalogue.filter(used.contains)
        let run: JSONValue = [
            "tool": ["driver": ["name": "signpost", "rules": .array(rules.map(rule))]],
            // §3.14.17: our columns count Unicode scalars, which SARIF calls code points.
            "columnKind": "unicodeCodePoints",
            "results": .array(diagnostics.map(result)),
        ]
        let log: JSONValue = [
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run],
        ]
        return log.text(indented: true)
    }

    private static func rule(_ code: DiagnosticCode) -> JSONValue {
        [
            "id": .string(code.id), "shortDescription": ["text": .string(code.title)],
            "help": ["text": .string(code.explanation), "markdown": .string(code.explanation)],
            "defaultConfiguration": ["level": .string(code.severity.rawValue)],
        ]
    }

    private static func result(_ diagnostic: Diagnostic) -> JSONValue {
        let text = [diagnostic.message, diagnostic.label, diagnostic.help].compactMap(\.self).joined(separator: "; ")
        return .present([
            ("ruleId", .string(diagnostic.code.id)),
            ("level", .string(diagnostic.severity.rawValue)),
            ("message", ["text": .string(text)]),
            ("locations", diagnostic.location.map { [location($0)] }),
        ])
    }

    private static func location(_ location: Location) -> JSONValue {
        let region: JSONValue = [
            "startLine": .integer(location.start.line), "startColumn": .integer(location.start.column),
            "endColumn": .integer(location.start.column + location.length),
        ]
        return [
            "physicalLocation": [
                "artifactLocation": ["uri": .string(PercentEncoding.path(location.path))], "region": region,
            ]
        ]
    }
}

/// RFC 3986 percent-encoding.
enum PercentEncoding {
    /// A relative path as a URI reference: everything but unreserved characters and `/` is encoded.
    static func path(_ path: String) -> String {
        var out = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                out.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                out += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return out
    }
}
