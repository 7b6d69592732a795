extension Sequence<Diagnostic> {
    /// The first `most` faults of each kind in each file, in order, and behind the last of them how many more there are.
    ///
    /// A text of a megabyte can hold a hundred thousand faults. Nobody reads them, and to print them took minutes.
    public func counted(most: Int = 50) -> [Diagnostic] {
        var counts: [Kind: Int] = [:]
        let kept = filter { fault in
            guard let kind = Kind(fault) else { return true }
            counts[kind, default: 0] += 1
            return counts[kind, default: 0] <= most
        }
        guard counts.values.contains(where: { $0 > most }) else { return kept }
        var seen: [Kind: Int] = [:]
        return kept.flatMap { fault -> [Diagnostic] in
            guard let kind = Kind(fault), let count = counts[kind], count > most else { return [fault] }
            seen[kind, default: 0] += 1
            return seen[kind] == most ? [fault, kind.more(count - most)] : [fault]
        }
    }
}

/// Faults of one code in one file.
private struct Kind: Hashable {
    let code: DiagnosticCode
    let path: String

    init?(_ fault: Diagnostic) {
        guard let location = fault.location else { return nil }
        (code, path) = (fault.code, location.path)
    }

    func more(_ count: Int) -> Diagnostic {
        Diagnostic(
            .moreOfTheKind, "and \(count) more of \(code.id) in this file", at: .wholeFile(path),
            help: "put the first of them right, and run the command again")
    }
}
