// SP210–SP219: what is bounded so that nothing can hold up or mislead whoever runs Signpost.
extension DiagnosticCode {
    static let reliability: [DiagnosticCode] = [moreOfTheKind]

    public static let moreOfTheKind = DiagnosticCode(
        "SP210", "a file has more faults of one kind than are shown", severity: .note,
        """
        One slip can make thousands of faults: a column that moved, a file of another kind, a mark that was never \
        closed. The first fifty of each kind in a file are shown, and the rest are counted.

        Put those right, and run the command again: the rest are often gone with them, or are shown then.
        """)
}
