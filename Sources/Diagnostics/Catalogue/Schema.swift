// SP020–SP029 and SP014: keys and values against a schema.
extension DiagnosticCode {
    static let schema: [DiagnosticCode] = [
        unknownWord, unknownKey, missingKey, wrongType, emptyValue, badDate, badAddress, tooLong, controlCharacter,
        conflictingKeys, datesOutOfOrder,
    ]

    public static let unknownWord = DiagnosticCode(
        "SP014", "a word that is not in the list",
        """
        Some settings take one of a fixed set of words, such as the audience of a page. Signpost never guesses: a \
        mistyped audience could otherwise publish a page to the wrong people.

            audience: [parents]

        The message lists the words that are allowed.
        """)

    public static let unknownKey = DiagnosticCode(
        "SP020", "a key that nobody reads",
        """
        The key is not one that Signpost knows in this place, so what you wrote there would have no effect. Most often \
        it is a slip of the keyboard (`titel` for `title`), or a key that belongs to another kind of page.
        """)

    public static let missingKey = DiagnosticCode(
        "SP021", "a key that must be there is missing",
        """
        Some things cannot be left out: a page without a title, or without an audience, cannot be published safely. \
        Add the key that the message names.
        """)

    public static let wrongType = DiagnosticCode(
        "SP022", "the value is of another sort than expected",
        """
        A list is written `[first, second]`, or one item a line, each after a hyphen and a space. A group is written \
        as keys below each other, indented by two spaces. Numbers are written without units.
        """)

    public static let emptyValue = DiagnosticCode(
        "SP023", "the value is empty",
        """
        The key is there, but nothing stands behind it. Fill it in, or, if the key is not required, delete the line.
        """)

    public static let badDate = DiagnosticCode(
        "SP024", "not a date or a time",
        """
        Dates are written year-month-day, `2026-09-01`, and times on the 24-hour clock in quotation marks, `"09:30"`. \
        Other orders are refused because 03/04/2026 is a different day in London and in New York.
        """)

    public static let badAddress = DiagnosticCode(
        "SP025", "not a web address, e-mail address, telephone number or path",
        """
        A wrong number on a page like this can do harm, so addresses are checked for their form: web addresses start \
        with `https://`, telephone numbers hold digits and spaces only, and paths on the site start and end with a \
        slash.
        """)

    public static let tooLong = DiagnosticCode(
        "SP026", "the text is too long",
        """
        Summaries are shown in lists and in the results of search engines, which cut them off. Say it in fewer words.
        """)

    public static let controlCharacter = DiagnosticCode(
        "SP027", "the text holds an invisible character",
        """
        Text copied from other programs can bring characters that nobody sees: control characters, and marks that \
        turn the reading order around, so that the text shows something else than it says. Delete the place and type \
        it again.
        """)

    public static let conflictingKeys = DiagnosticCode(
        "SP028", "keys that contradict each other",
        """
        Each key is right by itself, but together they say two things. A resource cannot be both a download and a web \
        page; a definition cannot be in force and superseded. Keep the one that is true.
        """)

    public static let datesOutOfOrder = DiagnosticCode(
        "SP029", "dates in the wrong order",
        """
        Something ends before it starts. One of the two dates is mistyped, most often in its year.
        """)
}
