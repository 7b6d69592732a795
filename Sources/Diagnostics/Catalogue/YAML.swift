// SP010–SP019: YAML syntax.
extension DiagnosticCode {
    static let yaml: [DiagnosticCode] = [
        yamlSyntax, duplicateKey, aliasRefused, tooDeep, secondDocument, keyNotText, unclosedFrontMatter,
        tagRefused,
    ]

    public static let yamlSyntax = DiagnosticCode(
        "SP010", "this is not valid YAML",
        """
        YAML reads meaning from indentation and from a few signs. The usual slips:

        - text that holds a colon followed by a space, or a space followed by `#`: put it in quotation marks
        - a tab at the start of a line: use spaces
        - lines of one list or group that do not start in the same column

            title: "Say something: a guide for hotels"
        """)

    public static let duplicateKey = DiagnosticCode(
        "SP011", "a key stands twice",
        """
        The same key was given twice in one group, so one of the two values would silently be lost. Keep the one that \
        is right and delete the other.
        """)

    public static let aliasRefused = DiagnosticCode(
        "SP012", "aliases of YAML are not read",
        """
        YAML lets one place repeat another by a mark (`&name`, `*name`). Few people know it, and it can blow a small \
        file up to gigabytes, so Signpost does not read it. Write the value out again.

        Text that starts with `&` or `*` is taken for such a mark. Put it in quotation marks:

            title: "*Asterisk* theatre"
        """)

    public static let tooDeep = DiagnosticCode(
        "SP013", "the file is nested too deeply",
        """
        No file of a board needs more than a handful of levels. A file this deep is broken or was made to do harm.
        """)

    public static let secondDocument = DiagnosticCode(
        "SP015", "the file holds a second YAML document",
        """
        A line of three hyphens inside a YAML file starts a second document, and everything behind it would be \
        ignored. Delete the line, or move what follows into a file of its own.
        """)

    public static let keyNotText = DiagnosticCode(
        "SP016", "a key is not a word",
        """
        What stands before the colon must be a plain word such as `title`. A list or a group cannot be a key; most \
        often a bracket or a brace is missing its quotation marks.
        """)

    public static let unclosedFrontMatter = DiagnosticCode(
        "SP017", "the front matter is missing or has no end",
        """
        A page starts with its front matter: a line of three hyphens, the page's settings, and another line of three \
        hyphens. Everything after that is the text.

            ---
            title: The online model
            summary: How children are groomed through games and apps.
            audience: [everyone]
            ---
            Text starts here.
        """)

    public static let tagRefused = DiagnosticCode(
        "SP018", "tags of YAML are not read",
        """
        A word that starts with an exclamation mark is a tag to YAML, which says of what type the value behind it is, \
        and is not part of the value. Nothing here needs one, so most likely it was meant as text. Put the text in \
        quotation marks:

            title: "!important: new numbers"
        """)
}
