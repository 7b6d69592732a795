// SP273–SP274, SP280–SP286: figures that must agree.
extension DiagnosticCode {
    static let figures: [DiagnosticCode] = [
        wrongTotal, wrongPercentage, wrongFlow, differentFigures, periodHeading, idleExplanation, figureRule,
        unknownFigure, citedFigure,
    ]

    public static let wrongTotal = DiagnosticCode(
        "SP280", "a total that its parts do not make up", severity: .warning,
        """
        The message shows the sum. One of the parts is wrong, one is missing, or the total is. Where several parts \
        may apply to one case (models of exploitation, for instance), say `several_apply: true`: then only a part \
        that is larger than the total is reported.

        If the figures were published so, keep them and say why:

            checks:
              - total: total
                parts: [high, medium, low]
                explained:
                  - { column: q1, reason: Three cases were closed before the first meeting. }
        """)

    public static let wrongPercentage = DiagnosticCode(
        "SP281", "a percentage that its counts do not give", severity: .warning,
        """
        The percentage is compared with its counts, rounded to as many decimals as are printed; exact halves may go \
        either way. One that only rounding up or cutting off explains is a note. Percentages that make up a whole \
        may miss 100 by half of the last digit for each of them. Where nobody has told the count, leave `of` out: then \
        some whole number must give the percentage. Of 37, none gives 29 %, since 10 are 27 % and 11 are 30 %.

            - { percent: girls-percent, of: [girls], base: [all] }
            - { percent: girls-percent, base: [all] }
        """)

    public static let wrongFlow = DiagnosticCode(
        "SP282", "a number of cases that does not follow from the period before", severity: .warning,
        """
        What was there, and what came, less what went, is what is there now. Say whether the number counts who is \
        there at the `end` of a period, or everybody who was there `during` it.

            - { stock: open, in: new, out: closed, counted: end }
        """)

    public static let differentFigures = DiagnosticCode(
        "SP283", "the same figure twice, with two values", severity: .warning,
        """
        A figure of one table stands in another too, and they differ. Readers find such things, and then believe \
        neither.

            - { same: referrals, as: summary.referrals }
            - { same: online, as: models-of-the-year.online, overall: year }
            - { same: online, columns: [q1, q2], as: first-half.online, overall: half }
        """)

    public static let periodHeading = DiagnosticCode(
        "SP284", "a period that does not fit its heading or its neighbours", severity: .warning,
        """
        A heading names another period than the dates of its column, a column does not start on the day after the one \
        before it ends, or it lies outside the period in the table's title. Most often the year in one heading has not \
        been changed: "January to March 2015" behind "October to December 2015".

        A column that covers those before it is their sum, and the same months of two years may be compared.
        """)

    public static let idleExplanation = DiagnosticCode(
        "SP285", "an explanation of what is right", severity: .warning,
        """
        The figure follows from the others, so the explanation misleads: the figure was corrected, or the \
        explanation names the wrong column.
        """)

    public static let figureRule = DiagnosticCode(
        "SP286", "a table of figures or a check that cannot be used",
        """
        A row must have one value for each column, and a check must be of one of these kinds and name rows and \
        columns that there are. Rows of other tables are written `table.row`.

            - { total: all, parts: [girls, boys] }
            - { total: cases, parts: [online, party], several_apply: true }
            - { sum: year, parts: [q1, q2, q3, q4] }
            - { percent: girls-percent, of: [girls], base: [all] }
            - { whole: [low-percent, medium-percent, high-percent] }
            - { stock: open, in: new, out: closed, counted: end }
            - { same: referrals, as: summary.referrals }
        """)

    public static let unknownFigure = DiagnosticCode(
        "SP273", "a figure in a text, or a row of a block, that there is not",
        """
        What stands between two pairs of braces is taken from the data when the site is built, so it cannot go stale. \
        These can be had:

            {{ plan.actions }}  {{ plan.green }}  {{ plan.amber }}  {{ plan.red }}  {{ plan.not_started }}
            {{ plan.green_percent }}  {{ plan.prevent.green }}
            {{ figures.requests.all.q1 }}
            {{ training.people.2026-01-01.2026-03-31 }}  {{ training.runs.2026-01-01.2026-03-31.cse-aware }}

        `plan` is `data/action-plan.yaml`, and the word behind it may be the id of a strand. `figures` is a table of \
        `data/indicators/` or one that is computed (`returns`, `outreach`), with its row and column. `training` is \
        worked out from the records, from one day to another, for all courses or one: `runs`, `people` or `agencies`. \
        Small counts show as the board's symbol.
        """)

    public static let citedFigure = DiagnosticCode(
        "SP274", "a figure in a text that is not the one in its table", severity: .warning,
        """
        A link to a figure of a table, `table.row.column`, must have that figure in its words. So whoever reads the \
        sentence can look the figure up, and it is noticed when one of the two is changed.

            We had [33 requests](figures.md#requests.all.q2) by the summer.

        A figure that the table hides because it is small must not stand in the text either: that is an error.
        """)
}
