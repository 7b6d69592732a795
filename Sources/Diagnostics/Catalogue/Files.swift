// SP000–SP009: reading the source folder.
extension DiagnosticCode {
    static let files: [DiagnosticCode] = [
        missingFolder, notUTF8, fileTooLarge, unreadableFile, missingFile, unusableName, clashingNames, badLink,
        specialFile, changedFile,
    ]

    public static let missingFolder = DiagnosticCode(
        "SP000", "the folder is not there",
        """
        Signpost was told to read a folder that does not exist, or that is a file. The usual reasons are a slip in the \
        name and a terminal that stands in another folder.

        Look at what is there with `ls`, then name the folder again:

            signpost build --source boards/northshire
        """)

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

    public static let unusableName = DiagnosticCode(
        "SP005", "the file name does not work everywhere",
        """
        Sites and school packs are opened on every kind of computer. Windows cannot store names such as `con.md` or \
        `aux`, names with any of `< > : " | ? * \\`, or names that end in a dot or a space; a name that is not UTF-8 \
        text shows differently on each computer. A file with such a name would go missing on some of them.

        Rename the file: `what-is-grooming?.md` becomes `what-is-grooming.md`. If the message shows signs such as \
        `\\xe9`, the name was stored by an old program; rename the file in your file manager.
        """)

    public static let clashingNames = DiagnosticCode(
        "SP006", "two names differ only in letter case or accents",
        """
        Windows and macOS take `Help.md` and `help.md` for the same file, and so do many web servers' disks. On such a \
        computer one of the two would replace the other. The same is true of two names that look alike because one \
        stores `é` as one character and the other as `e` and an accent.

        Rename one of the two files so that they differ in a letter.
        """)

    public static let badLink = DiagnosticCode(
        "SP007", "a link on the disk cannot be followed",
        """
        A symbolic link may stand for a file or folder inside the same content folder. A link that leads out of it, to \
        nothing, or back to a folder that holds it is refused: the site would change with files that are not part of \
        it, might publish something private, or would never end.

        Copy the file into the content folder in place of the link, or remove the link.
        """)

    public static let specialFile = DiagnosticCode(
        "SP008", "not an ordinary file",
        """
        The folder holds a pipe, a socket or a device. Programs make these to talk to one another; they have no \
        contents that could be published.

        Move it out of the content folder, or stop the program that made it there.
        """)

    public static let changedFile = DiagnosticCode(
        "SP009", "the file was changed while it was read",
        """
        Another program changed this file while Signpost read it or the rest of the board, three times in a row. Half \
        a page must not be published, nor a page from before a change beside a list from after it, so the build \
        stopped. Or somebody saved it before Signpost, which was to change it, had done so; what they saved is as they \
        left it.

        Wait until the copy, download or export has finished, save the file, and run the command again.
        """)
}
