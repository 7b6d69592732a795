import JSONText

/// Diagnostics as one JSON array, an object each.
enum JSONReport {
    static func text(_ diagnostics: [Diagnostic]) -> String {
        JSONValue.array(diagnostics.map(value)).text(indented: true)
    }

    private static func value(_ diagnostic: Diagnostic) -> JSONValue {
        .present([
            ("code", .string(diagnostic.code.id)),
            ("severity", .string(diagnostic.severity.rawValue)),
            ("message", .string(diagnostic.message)),
            ("location", diagnostic.location.map(value)),
            ("label", diagnostic.label.map { .string($0) }),
            ("notes", diagnostic.notes.isEmpty ? nil : .array(diagnostic.notes.map(value))),
            ("help", diagnostic.help.map { .string($0) }),
        ])
    }

    private static func value(_ note: Diagnostic.Note) -> JSONValue {
        .present([("message", .string(note.message)), ("location", note.location.map(value))])
    }

    private static func value(_ location: Location) -> JSONValue {
        [
            "path": .string(location.path), "line": .integer(location.start.line),
            "column": .integer(location.start.column), "length": .integer(location.length),
        ]
    }
}
