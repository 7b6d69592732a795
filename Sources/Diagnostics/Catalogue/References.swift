// SP030–SP039: ids, routes and what refers to them.
extension DiagnosticCode {
    static let references: [DiagnosticCode] = [duplicateID, unknownID, badID]

    public static let duplicateID = DiagnosticCode(
        "SP030", "an id is used twice",
        """
        An id names exactly one thing. With two of the same id, every mention would mean one of them by chance. Give \
        one of the two another id, and correct the places that mean it.
        """)

    public static let unknownID = DiagnosticCode(
        "SP031", "an id that nothing has",
        """
        The text refers to something that is not there. Either the id is mistyped (the message suggests the nearest \
        one), or the thing has still to be added to its file.
        """)

    public static let badID = DiagnosticCode(
        "SP032", "not an id",
        """
        Ids are written in lower-case letters, digits and hyphens: `police-emergency`. They stand in addresses of \
        pages and in other files, where spaces and capital letters would be mistaken.
        """)
}
