public import Diagnostics

/// A value that was read but whose references nobody has followed yet.
///
/// The value can be had only through ``checked()``, so nothing downstream meets an id that leads nowhere.
public struct Draft<Value: Sendable>: Sendable {
    private let value: Value?
    public let reading: Reading

    /// - Parameter value: `nil` where `reading` holds errors that left it incomplete.
    public init(_ value: Value?, _ reading: Reading) {
        self.value = value
        self.reading = reading
    }

    /// Two drafts that refer to each other's ids, as one.
    public func joined<Other>(with other: Draft<Other>) -> Draft<(Value, Other)> {
        var both = reading
        both.merge(other.reading)
        guard let mine = value, let theirs = other.value else { return Draft<(Value, Other)>(nil, both) }
        return Draft<(Value, Other)>((mine, theirs), both)
    }

    /// The value, once all ids that are used are declared, each once; and every fault found on the way.
    public func checked() -> (value: Value?, diagnostics: [Diagnostic]) {
        let faults = reading.diagnostics + ReferenceCheck.faults(in: reading)
        return (faults.hasErrors ? nil : value, faults)
    }

    /// The value of files that passed ``checked()`` in an earlier run and have not changed since. Whoever asks answers
    /// for that; ids are not followed again, because what declares them may not have been read this time.
    public func checkedBefore() -> Value? { reading.diagnostics.hasErrors ? nil : value }
}

extension Draft {
    /// The same draft as one of something that need not be there.
    public var asOptional: Draft<Value?> { Draft<Value?>(value.map { .some($0) }, reading) }
}
