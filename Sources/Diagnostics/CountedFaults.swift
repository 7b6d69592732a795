extension Sequence<Diagnostic> {
    /// The first `most` faults of each kind in each file, in order, and behind the last of them how many more there are;
    /// and of faults that are a file's as a whole, the first `mostFiles` in each folder.
    ///
    /// A text of a megabyte can hold a hundred thousand faults, and a folder as many files. Nobody reads them, and to
    /// print them took minutes.
    public func counted(most usual: Int = 50, mostFiles: Int = 500) -> [Diagnostic] {
        func most(of kind: Kind) -> Int { kind.isOfFiles ? mostFiles : usual }
        return counted(most: most)
    }

    private func counted(most: (Kind) -> Int) -> [Diagnostic] {
        var counts: [Kind: Int] = [:]
        let kept = filter { fault in
            guard let kind = Kind(fault) else { return true }
            counts[kind, default: 0] += 1
            return counts[kind, default: 0] <= most(kind)
        }
        guard counts.contains(where: { $0.value > most($0.key) }) else { return kept }
        var seen: [Kind: Int] = [:]
        return kept.flatMap { fault -> [Diagnostic] in
            guard let kind = Kind(fault), let count = counts[kind], count > most(kind) else { return [fault] }
            seen[kind, default: 0] += 1
            return seen[kind] == most(kind) ? [fault, kind.more(count - most(kind))] : [fault]
        }
    }
}

/// Faults of one code in one file, or of the files of one folder.
private struct Kind: Hashable {
    let code: DiagnosticCode
    let path: String
    let isOfFiles: Bool

    init?(_ fault: Diagnostic) {
        guard let location = fault.location else { return nil }
        (code, isOfFiles) = (fault.code, location.isWholeFile)
        path = isOfFiles ? Self.folder(of: location.path) : location.path
    }

    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? path
    }

    func more(_ count: Int) -> Diagnostic {
        Diagnostic(
            .moreOfTheKind, "and \(count) more of \(code.id) in this \(isOfFiles ? "folder" : "file")",
            at: .wholeFile(path),
            help: "put the first of them right, and run the command again")
    }
}
