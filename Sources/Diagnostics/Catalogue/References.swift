// SP030–SP039: ids, routes and what refers to them.
extension DiagnosticCode {
    static let references: [DiagnosticCode] = [
        duplicateID, unknownID, badID, unreachableContact, duplicateRoute, wrongPageKind, noDefinitionInForce,
        strayFile, circle,
    ]

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

    public static let unreachableContact = DiagnosticCode(
        "SP033", "a contact that nobody can reach",
        """
        A contact is shown to people who need help now, so it gives at least one way to get it: a telephone number, a \
        number for text messages, an e-mail address, or a web page.
        """)

    public static let duplicateRoute = DiagnosticCode(
        "SP034", "two pages at one address",
        """
        Two pages, or a page and an old path listed under `aliases`, would be written to the same place, and one of \
        them would be lost. Addresses are compared without regard to capital letters, because some web servers and \
        all Windows machines do so.
        """)

    public static let wrongPageKind = DiagnosticCode(
        "SP035", "a page of another kind is wanted",
        """
        The page is there, but it is not what is meant in this place: a track lists courses, and a definition is \
        superseded by a definition.
        """)

    public static let noDefinitionInForce = DiagnosticCode(
        "SP036", "not exactly one definition is in force",
        """
        Readers must be able to rely on one definition. Of all pages of kind `definition`, exactly one has the status \
        `in-force`.
        """)

    public static let circle = DiagnosticCode(
        "SP038", "things that wait for one another in a circle",
        """
        Groups report upwards, courses and tracks come after their prerequisites, and a definition is superseded by a \
        newer one. If the first of a chain follows its own last, there is no top and no beginning: nobody could start, \
        and a reader who follows the links ends where they began. Take one of the links out.
        """)

    public static let strayFile = DiagnosticCode(
        "SP037", "a file that nothing reads", severity: .warning,
        """
        The file lies in the content folder, but Signpost has no use for a file of this name in this place, so it is \
        not published. Pictures belong in `images/`, downloads in `files/`, registries in `data/` under their own \
        names, and pages end in `.md`. A file that should not be here at all, such as a list of names, is best moved \
        out at once.
        """)
}
