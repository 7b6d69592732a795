// SP140–SP159: records apart from content, and what is published of them.
extension DiagnosticCode {
    static let publishing: [DiagnosticCode] = [
        recordsInContent, summaryUnderOtherRules, summaryIncomplete, summaryOld,
    ]

    public static let recordsInContent = DiagnosticCode(
        "SP140", "training records lie in the content folder", severity: .warning,
        """
        A content folder is shared: with those who write pages, in Git, on a web server by mistake. Records name people \
        and say who came to which course. Move them out, to a folder that only the training team can open, and say where \
        they are:

            records: ../records

        Whoever builds the public site without them uses the summary that `signpost report publish` writes.

        Where nobody in the records is real, as in an example, say so and the warning goes:

            records_are_fictional: true
        """)

    public static let summaryUnderOtherRules = DiagnosticCode(
        "SP141", "the summary of training was made under other rules",
        """
        The rules for small counts in `signpost.yaml` are not those under which this summary was made. Counts in it may \
        be smaller than the board now allows, and pages would explain the symbol wrongly.

        Whoever has the records runs this again:

            signpost report publish
        """)

    public static let summaryIncomplete = DiagnosticCode(
        "SP142", "a page asks for figures that the summary does not have", severity: .warning,
        """
        A page shows how many were trained in a period, and the summary was made before the page asked. The page is \
        built without the figures. Whoever has the records runs `signpost report publish` again, with this content.
        """)

    public static let summaryOld = DiagnosticCode(
        "SP143", "the summary of training is more than three months old", severity: .warning,
        """
        A champion may have taken back the consent to be named since the summary was made, and dates may have changed. \
        Nobody who builds from a summary can know. Whoever has the records runs `signpost report publish` again; do so \
        at once when a consent is withdrawn.
        """)
}
