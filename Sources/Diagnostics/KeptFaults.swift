/// Faults as rows of texts, for a later run of the same program to read again.
///
/// Not for people and not for other programs: see ``ReportFormat`` for both.
public enum KeptFaults {
    public static func texts(of faults: [Diagnostic]) -> [String] {
        [String(faults.count)] + faults.flatMap(texts)
    }

    /// What ``texts(of:)`` was given; `nil` for texts that it did not write.
    public static func faults(in texts: some Sequence<String>) -> [Diagnostic]? {
        var rest = Rest(texts.makeIterator())
        guard let faults = rest.list({ $0.fault() }), rest.isAtEnd else { return nil }
        return faults
    }

    private static func texts(of fault: Diagnostic) -> [String] {
        [fault.code.id, fault.severity.rawValue, fault.message] + texts(of: fault.location) + texts(of: fault.label)
            + texts(of: fault.help) + [String(fault.notes.count)]
            + fault.notes.flatMap { [$0.message] + texts(of: $0.location) }
    }

    private static func texts(of text: String?) -> [String] { text.map { ["1", $0] } ?? ["0"] }

    private static func texts(of location: Location?) -> [String] {
        guard let location else { return ["0"] }
        guard !location.isWholeFile else { return ["file", location.path] }
        return ["1", location.path] + [location.start.line, location.start.column, location.length].map(String.init)
    }

    /// Reads texts from their beginning to their end.
    private struct Rest<Texts: IteratorProtocol<String>> {
        private var texts: Texts
        private let codes = Dictionary(
            DiagnosticCode.catalogue.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

        init(_ texts: Texts) { self.texts = texts }

        var isAtEnd: Bool { mutating get { texts.next() == nil } }

        mutating func list<Element>(_ element: (inout Self) -> Element?) -> [Element]? {
            guard let count = number(), count >= 0 else { return nil }
            var list: [Element] = []
            while list.count < count {
                guard let next = element(&self) else { return nil }
                list.append(next)
            }
            return list
        }

        mutating func fault() -> Diagnostic? {
            guard let code = texts.next().flatMap({ codes[$0] }),
                let severity = texts.next().flatMap(Diagnostic.Severity.init), let message = texts.next(),
                let location = location(), let label = text(), let help = text(), let notes = list({ $0.note() })
            else { return nil }
            return Diagnostic(
                code, message, at: location, severity: severity, label: label, notes: notes, help: help)
        }

        private mutating func note() -> Diagnostic.Note? {
            guard let message = texts.next(), let location = location() else { return nil }
            return Diagnostic.Note(message, at: location)
        }

        private mutating func number() -> Int? { texts.next().flatMap { Int($0) } }

        private mutating func text() -> String?? {
            switch texts.next() {
            case "0": .some(nil)
            case "1": texts.next().map { .some($0) }
            default: nil
            }
        }

        private mutating func location() -> Location?? {
            switch texts.next() {
            case "0": return .some(nil)
            case "file": return texts.next().map { .some(.wholeFile($0)) }
            case "1":
                guard let path = texts.next(), let line = number(), let column = number(), let length = number() else {
                    return nil
                }
                return .some(Location(path: path, start: Position(line: line, column: column), length: length))
            default: return nil
            }
        }
    }
}
