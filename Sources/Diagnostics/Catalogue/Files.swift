// SP000–SP009: reading the source folder.
extension DiagnosticCode {
    static let files: [DiagnosticCode] = [notUTF8, fileTooLarge, unreadableFile, missingFile, strayFile]

    public static let notUTF8 = DiagnosticCode(
        "SP001", "the file is not UTF-8 text",
        """
        Signpost reads text as UTF-8, the encoding that every current editor writes. A file saved as "ANSI", \
        "Windows-1252" or "Unicode (UTF-16)" would show wrong letters, so it is refused.

        Open the file in your editor, choose *Save as*, pick **UTF-8**, and save.
        """)

    public static let fileTooLarge = DiagnosticCode(
        "SP002", "the file is larger than Signpost reads",
        """
        A page of text is a few kilobytes. A file over the limit is nearly always something else that was put into \
        the folder by mistake: an export, a picture saved under the wrong name, a log.

        Move the file out of the content folder, or split it.
        """)

    public static let unreadableFile = DiagnosticCode(
        "SP003", "the file cannot be read",
        """
        The operating system refused to open or read this file. The message says why: the most common reasons are \
        permissions and a network drive that went away. Nothing is built from half of a folder.
        """)

    public static let missingFile = DiagnosticCode(
        "SP004", "a file that must be there is missing",
        """
        Every board has a `signpost.yaml` and an `index.md` in its content folder. `signpost new my-board` makes a \
        folder with everything in it.
        """)

    public static let strayFile = DiagnosticCode(
        "SP005", "a file that nothing reads", severity: .warning,
        """
        The file lies in the content folder, but Signpost has no use for a file of this name in this place, so it is \
        not published. Pictures belong in `images/`, downloads in `files/`, registries in `data/` under their own \
        names, and pages end in `.md`. A file that should not be here at all, such as a list of names, is best moved \
        out at once.
        """)
}
