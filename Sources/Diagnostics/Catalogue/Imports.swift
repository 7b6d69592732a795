// SP180–SP199: registers that are imported.
extension DiagnosticCode {
    static let imports: [DiagnosticCode] = [
        importNotATable, unknownExport, ambiguousDates, contradictoryDates, openQuotation, anotherDay,
        noSuchSession, noSuchColumn, runIsCancelled, unknownRun, cannotEdit,
    ]

    public static let importNotATable = DiagnosticCode(
        "SP180", "this file is not a table",
        """
        `signpost attendance import` reads text with a row for each person: CSV, or text with tabs or semicolons. The \
        first bytes of a file say what it is; its name does not matter.

        A file that ends in `.xls` is an old kind of workbook: open it in Excel or LibreOffice and save it as CSV. If \
        the file is a web page, the download needed you to sign in first: export it again.
        """)

    public static let unknownExport = DiagnosticCode(
        "SP181", "nothing in this file says what its columns hold",
        """
        Files are recognised by their headings, never by their names. Either the headings are missing, or they are in \
        words that Signpost does not know. Say which heading is which:

            signpost attendance import register.csv --run 2026-03-12-aware --column name="Delegate" --column email="Contact"

        `docs/attendance-import.md` lists the headings that are known, and shows how to keep your columns in a file.
        """)

    public static let ambiguousDates = DiagnosticCode(
        "SP182", "dates of this file can be read in two ways",
        """
        3/12/2026 is 3 December in the United Kingdom and 12 March in the United States, and programs write one or the \
        other as their user's settings say. Nothing else in this file tells which: no number above 12, and neither \
        reading is the day of the run, or both are. Signpost does not guess. Look at the file and say it:

            signpost attendance import report.csv --run 2026-03-12-aware --dates month-first
        """)

    public static let contradictoryDates = DiagnosticCode(
        "SP183", "dates of this file contradict each other",
        """
        One date has the day first and another the month, or the dates do not fit what `--dates` says. That happens \
        when two exports were pasted together, or when a spreadsheet changed some of the dates. Export the file again, \
        and do not open it in a spreadsheet before you import it.
        """)

    public static let openQuotation = DiagnosticCode(
        "SP184", "a quotation mark is never closed",
        """
        In CSV a cell may stand between quotation marks, and everything up to the closing one belongs to the cell, \
        further lines too. Without the closing one the rest of the file would be one cell. Often the file was cut off \
        on the way: export it again. If a name has a quotation mark at its start, write it twice.
        """)

    public static let severalSheets = DiagnosticCode(
        "SP186", "people are listed on several sheets",
        """
        Each run has one register. Say on which sheet it is:

            signpost attendance import training.xlsx --run 2026-03-12-aware --sheet "12 March"
        """)

    public static let anotherDay = DiagnosticCode(
        "SP187", "this report is not of this run",
        """
        Nobody in the report was there while the run was. Importing it would mark people for a course they were not \
        at. Either the report belongs to another run, or its times are not UK times (`--times utc`), or the run's \
        `date`, `start` or `end` is wrong.
        """)

    public static let noSuchSession = DiagnosticCode(
        "SP188", "it is not clear which session is the run",
        """
        A Moodle attendance report has a column for each session of a course. The one on the day of the run, or at its \
        time, is taken. Where there is none, or more than one, say which:

            signpost attendance import attendance.txt --run 2026-03-12-aware --session "12 Mar 2026 9.30AM"
        """)

    public static let noSuchColumn = DiagnosticCode(
        "SP189", "a column or sheet that was named is not there",
        """
        The headings given with `--column` or in a mapping file must all stand in one row among the first hundred of \
        the file. Write them as they stand there; large and small letters do not matter.
        """)

    public static let runIsCancelled = DiagnosticCode(
        "SP190", "nobody was at a cancelled run",
        """
        The run is marked `status: cancelled`, so nobody can have been there. If it took place after all, take the line \
        out of the run's file; if not, choose the run that the report is of.
        """)

    public static let unknownRun = DiagnosticCode(
        "SP191", "there is no such run",
        """
        A run's id is the name of its file in `runs/`, without `.yaml`. Make the run before you import who came:

            course: cse-aware
            date: 2026-03-12
            start: "09:30"
            end: "12:30"
            venue: online
            places: 24
        """)

    public static let cannotEdit = DiagnosticCode(
        "SP192", "a record is written in a way that cannot be edited safely",
        """
        An import changes the lines it has to change and leaves every other character as it is. Here the result would \
        not have said what it should, so nothing was written. Write each person on a line of their own and import again:

            attendance:
              - { person: p-0001, status: booked }
        """)
}
