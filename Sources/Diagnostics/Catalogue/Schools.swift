// SP240–SP259, SP287: schools, their pages, and the copies they host.
extension DiagnosticCode {
    static let schools: [DiagnosticCode] = [
        schoolNamesNotAgreed, languageNotOnSite, boardTextReplaced, overlayOfNoSchool, overlayPageKind,
        unusableEarlierCopy, copyOfSchoolThatLeft, staleListOfCopies,
    ]

    public static let schoolNamesNotAgreed = DiagnosticCode(
        "SP240", "people of a school are named without the school's agreement",
        """
        A school's safeguarding lead and deputies stand on every page of that school's copy, and nowhere else. Whether \
        they stand there by name is for the school to decide. Ask the school, keep its answer, and write down the day:

            lead: { name: A. Example, phone: 01632 960 200 }
            names_agreed: 2026-09-01

        Where the school does not want names, leave `name` out: the post and its telephone number are enough. When \
        somebody leaves, change the name; when the school withdraws its agreement, take the names and the day out, and \
        send the school a new copy.
        """)

    public static let languageNotOnSite = DiagnosticCode(
        "SP241", "a school takes a language that the site does not have",
        """
        A school's copy can have the languages that `signpost.yaml` lists, or some of them. Correct the tag, take it \
        out, or add the language to the site and translate its pages.
        """)

    public static let boardTextReplaced = DiagnosticCode(
        "SP242", "a school's folder holds what a school cannot change",
        """
        Definitions, helplines and advice are the same in every copy, so that a reader can rely on them wherever they \
        read them. A school's folder, `overlays/<school>/`, is laid over the content folder, and may add to it:

        - `our-school/….md`: pages of the school's own, of kind `page`;
        - `images/…`: pictures for these pages, under names that the content folder does not have;
        - `logo.svg`, `logo.png` or `logo.jpg`: the school's logo.

        Anything else is refused. The school's safeguarding lead and deputies stand in `data/schools.yaml`. If a page \
        of the board is wrong, correct it in the content folder, for all schools.
        """)

    public static let overlayOfNoSchool = DiagnosticCode(
        "SP243", "a folder of pages for a school that there is not",
        """
        Each folder in `overlays/` has the id of a school in `data/schools.yaml`. Rename the folder, or add the school. \
        If the school has left, remove its folder.
        """)

    public static let overlayPageKind = DiagnosticCode(
        "SP244", "a school's own page is of a kind that only the board writes",
        """
        A school's own pages tell of the school: who to see, what happens here, how to reach us. They are of kind \
        `page`, which is what a page is that does not say its `kind`. Definitions, steps of the parents' pathway, \
        courses and all the other kinds are the board's, and are the same in every copy.
        """)

    public static let unusableEarlierCopy = DiagnosticCode(
        "SP245", "what was given as a school's earlier copy is none",
        """
        An update holds what is different between two copies of one school. `--since` names the earlier one: its \
        archive, the folder into which it was unpacked, its `manifest.json`, or a folder with the archives of many \
        schools under the names that `signpost pack` gave them:

            signpost pack --school hill-primary --since archive/hill-primary.zip
            signpost pack --all --since packs

        If the archive is damaged, make a whole copy without `--since`, and send the school that.
        """)

    public static let copyOfSchoolThatLeft = DiagnosticCode(
        "SP246", "a school that left still has a copy beside the others", severity: .warning,
        """
        The list of copies in the output folder names a school that is no longer in `data/schools.yaml`. Its archive is \
        still there, and may still be offered to it. Nothing is removed for you: delete the files that the message \
        names, and take them off the server from which schools fetch their copies. If the school did not leave, put it \
        back.

        The school's own copy tells its readers that it is too old once its review date has come.
        """)

    public static let staleListOfCopies = DiagnosticCode(
        "SP287", "the list of all copies will not name a new one", severity: .warning,
        """
        Copies of single schools were made into a folder where `packs.index.json` lists the copies of all. That list is \
        signed as a whole, so it can only be brought up to date with the key that signed it; and one that is damaged or \
        another board's is nothing to build on. The new copy and its own `.json` file are in order, and schools' \
        servers ask for these; but whoever goes by the list would still look for the older copy.

        Give the board's key with `--key`, or make the copies of all schools:

            signpost pack --school hill-primary --since packs --key ~/board.key
            signpost pack --all --since packs --key ~/board.key
        """)
}
