// SP210, SP276–SP277: what is bounded so that nothing can hold up or mislead whoever runs Signpost.
extension DiagnosticCode {
    static let reliability: [DiagnosticCode] = [moreOfTheKind, reordersText, mixedAlphabets]

    public static let moreOfTheKind = DiagnosticCode(
        "SP210", "a file has more faults of one kind than are shown", severity: .note,
        """
        One slip can make thousands of faults: a column that moved, a file of another kind, a mark that was never \
        closed. The first fifty of each kind in a file are shown, and the rest are counted.

        Put those right, and run the command again: the rest are often gone with them, or are shown then.
        """)

    public static let reordersText = DiagnosticCode(
        "SP276", "a character that turns the reading order around", severity: .warning,
        """
        Some invisible characters make what follows run the other way, so that a page shows something else than its \
        text says: a telephone number with its digits in another order, an address that leads elsewhere. They come \
        with text that was copied from other programs. Delete the place and type it again.

        Pages in Arabic, Urdu and other languages that run from right to left may use the marks that set a piece of \
        text apart (U+2066 to U+2069), which have no effect beyond their own end.
        """)

    public static let mixedAlphabets = DiagnosticCode(
        "SP277", "a word in letters of two alphabets", severity: .warning,
        """
        The Cyrillic letter "а" looks like the Latin "a" and is another letter: no search finds the word, a screen \
        reader spells it, and an address that holds it belongs to somebody else. Such letters come with text that was \
        copied, or with somebody who means to deceive. Delete the word and type it again.
        """)
}
