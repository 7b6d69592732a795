// SP040–SP049: Markdown.
extension DiagnosticCode {
    static let markdown: [DiagnosticCode] = [
        markdownLimit, firstLevelHeading, headingJump, rawHTML, badFence, unsafeDestination, emptyElement,
        missingAlternative, unknownAlert, undefinedFootnote,
    ]

    public static let markdownLimit = DiagnosticCode(
        "SP040", "the text asks for more work than a page can",
        """
        Signpost reads texts of any length that people write, but not of any length at all: a file that was put into \
        the content folder by mistake, or a table of a million cells, would hold up the build for hours or make a \
        page that no phone can open. The message names the limit that was passed.

        Split the text into several pages, leave blank lines between paragraphs, or offer long data as a file to \
        download.
        """)

    public static let firstLevelHeading = DiagnosticCode(
        "SP041", "the page has a second main heading",
        """
        The page's title, from the lines between `---` at the top of the file, is its only first-level heading. \
        People who use a screen reader jump to that heading to learn what the page is about, so there must be one.

        Start the headings inside the text with two hash marks:

            ## Signs to look out for
        """)

    public static let headingJump = DiagnosticCode(
        "SP042", "a heading skips a level", severity: .warning,
        """
        Headings are the table of contents for people who cannot see the page. A fourth-level heading right below a \
        second-level one sounds as if a part were missing.

        Choose the level by the place in the outline, not by the size of the letters:

            ## Where to get help
            ### By phone
        """)

    public static let rawHTML = DiagnosticCode(
        "SP043", "HTML that is not allowed here",
        """
        HTML tags in a text go around the theme: they may break the page on a phone, be unreadable to a screen \
        reader, or load something from elsewhere. So Signpost takes Markdown, and the theme's components for \
        everything special. Comments, `<!-- like this -->`, are fine; they are left out of the page.

        Write the Markdown for it, or use a component:

            ```{contacts}
            ids: [childline]
            ```

        To show a `<` as it stands, put a backslash before it: `\\<`.
        """)

    public static let badFence = DiagnosticCode(
        "SP044", "a fenced block is not written as it must be",
        """
        A component stands between two lines of three backticks. The first carries the component's name in braces \
        and nothing else; its settings follow on lines of their own:

            ```{contacts}
            ids: [police-emergency, childline]
            ```

        Names hold lower-case letters, digits and hyphens. A block whose last line of backticks is missing would \
        swallow the rest of the page, so that is refused too.
        """)

    public static let unsafeDestination = DiagnosticCode(
        "SP045", "a link or image leads to a kind of address that is not allowed",
        """
        Links may lead to pages of this site, to web addresses (`https:`, `http:`), and open a mail (`mailto:`), a \
        call (`tel:`) or a text message (`sms:`). Images come from the content folder or the web. Anything else, \
        such as `javascript:` or `data:`, can run a program in the reader's browser.

            [Report a concern](mailto:concerns@example.org)
        """)

    public static let emptyElement = DiagnosticCode(
        "SP046", "a link, image or heading is empty",
        """
        A link without text cannot be seen or heard, one without an address leads nowhere, and an empty heading \
        leaves a hole in the page's outline.

            [Signs of grooming](../signs.md)
        """)

    public static let missingAlternative = DiagnosticCode(
        "SP047", "an image has no text alternative",
        """
        People who cannot see the picture hear its text alternative instead, and it is shown when the picture does \
        not load. Equality law asks public bodies for it (WCAG 2.2, success criterion 1.1.1).

        Say between the square brackets what the picture shows:

            ![Two teenagers look at a phone and frown](phone.jpg)

        Pictures that only decorate belong to the theme, not into the text.
        """)

    public static let unknownAlert = DiagnosticCode(
        "SP048", "an alert of an unknown kind",
        """
        A quotation whose first line is a word in `[!…]` is shown as an alert. There are five kinds: NOTE, TIP, \
        IMPORTANT, WARNING and CAUTION. A misspelt one would be shown as an ordinary quotation.

            > [!WARNING]
            > If a child is in danger now, call 999.
        """)

    public static let undefinedFootnote = DiagnosticCode(
        "SP049", "a footnote that is not written",
        """
        The text refers to a footnote, but no line gives its words, so the reader would see the bare mark.

            Four in five victims knew the offender.[^ons]

            [^ons]: Office for National Statistics, 2020.
        """)
}
