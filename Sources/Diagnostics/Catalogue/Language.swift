// SP260–SP264, SP279, SP288–SP289: wording, and headings.
extension DiagnosticCode {
    static let language: [DiagnosticCode] = [
        blamingWords, undefinedAcronym, vagueLink, tableWithoutHeader, hardToRead, languageRule,
        unlikeHeading, headingNumber,
    ]

    public static let blamingWords = DiagnosticCode(
        "SP260", "words that blame a child", severity: .warning,
        """
        "Risky behaviour", "lifestyle choice", "refused to engage": such words make the child the cause of what an \
        adult did, and a child who is described so gets less help. `signpost check` looks for them in the text of \
        pages, in summaries and in components, and says what to write instead and who says so.

        Words of other people are let through: quotation marks, block quotations, and titles in italics.

            The file called her "streetwise". We should have asked who was driving the car.

        The terms stand in data. A board adds its own, or lets a term stand with a reason, in `data/language.yaml`:

            allowed:
              - term: sexting
                pages: [schools/training.md]
                reason: The law lesson explains the word that pupils hear.
        """)

    public static let undefinedAcronym = DiagnosticCode(
        "SP261", "letters that are not explained", severity: .warning,
        """
        Each profession has its own letters, and a parent who meets MASH or NRM for the first time stops reading. \
        The first use of each on a page is reported, unless the glossary explains it or every reader knows it.

        Write the words once, with the letters behind them, or add them to `data/glossary.yaml`:

            The multi-agency safeguarding hub (MASH) looks at each report.

        Letters that your readers know go into `acronyms` in `data/language.yaml`.
        """)

    public static let vagueLink = DiagnosticCode(
        "SP262", "a link whose text says nothing", severity: .warning,
        """
        People who use a screen reader hear a list of the links of a page, and those who skim see little else. \
        "Click here" and "read more" mean nothing there (WCAG 2.2, success criterion 2.4.4).

            Read [how to report a concern](../get-help.md).
        """)

    public static let tableWithoutHeader = DiagnosticCode(
        "SP263", "a table without headings", severity: .warning,
        """
        A screen reader reads the heading of the column before each cell. Without headings a table is a row of words \
        that belong to nothing (WCAG 2.2, success criterion 1.3.1).

            | Sign | What to ask |
            | --- | --- |
            | New phone | Who gave it to you? |
        """)

    public static let hardToRead = DiagnosticCode(
        "SP264", "a text that is hard for its readers", severity: .warning,
        """
        The reading age is computed by the Flesch–Kincaid formula from the length of sentences and of words. Each \
        audience has a limit; a page for several has the lowest of theirs. Headings, tables and quotations do not \
        count, and a text of fewer than a hundred words is not judged.

        Cut long sentences in two and choose shorter words. A formula knows nothing of sense: where the words must \
        be long, set the limit in `data/language.yaml`:

            reading_age: { professionals: 17 }
        """)

    public static let languageRule = DiagnosticCode(
        "SP279", "a rule for wording that does not work",
        """
        An entry of `data/language.yaml` allows a term that there is not, or takes the place of one that Signpost \
        brings without saying why. A reason is what a reviewer goes by in a year's time.

            terms:
              - id: hard-to-reach
                say: [hard to reach]
                instead: seldom heard
                source: Northmere's young advisers
                reason: They asked for this word.
        """)

    public static let unlikeHeading = DiagnosticCode(
        "SP288", "a list of contents that does not fit the headings", severity: .warning,
        """
        Most points of a list are headings of the page, word for word, and this one is not: the list says \
        "Partnerships: co-location and co-working" where the heading is "Partnerships: co-location". Somebody changed \
        one of the two. Readers look for what was announced, and cannot tell which of the two was agreed.

        Numbers, letter case, "and", "the" and page numbers make no difference. A list counts as the contents when at \
        least three of its points, and two thirds of them, are headings.
        """)

    public static let headingNumber = DiagnosticCode(
        "SP289", "headings whose numbers do not go on", severity: .warning,
        """
        A heading with a number follows one whose number is not the one before it: a part was taken out, put in or \
        moved, and the others kept their numbers. References such as "see section 4" lead nowhere then.

            ## 3. Governance
            ## 5. What we did          4 is missing
        """)
}
