import Schemas
public import JSONText
public import Training

extension ImportPlan {
    /// The same as ``PreviewTable``, for programs.
    ///
    /// - Parameter isWritten: Whether the records have been changed.
    public func json(run: Run, isWritten: Bool) -> JSONValue {
        [
            "run": .string(run.id.text), "written": .bool(isWritten), "findings": .strings(findings),
            "entries": .array(entries.map(\.json)),
        ]
    }
}

extension ImportPlan.Entry {
    fileprivate var json: JSONValue {
        .present([
            ("kind", .string(kind.rawValue)), ("rows", .array(rows.map { .integer($0) })), ("name", .string(name)),
            ("email", email.map { .string($0) }), ("minutes", minutes.map { .integer($0) }),
            ("person", person.map { .string($0.text) }), ("before", before.map { .string($0.rawValue) }),
            ("after", after.map { .string($0.rawValue) }), ("why", .string(why)),
            ("candidates", candidates.isEmpty ? nil : .strings(candidates.map(\.text))),
        ])
    }
}
