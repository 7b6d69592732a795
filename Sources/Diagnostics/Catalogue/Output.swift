// SP100–SP109: writing and serving.
extension DiagnosticCode {
    static let output: [DiagnosticCode] = [
        unsafeFolder, foreignFiles, damagedManifest, cannotWrite, busyFolder, unsafeOutputPath, leftovers,
    ]

    public static let unsafeFolder = DiagnosticCode(
        "SP100", "this folder must not be the output folder",
        """
        The output folder is replaced as a whole by each build. A folder that holds other things (the top of the disk, \
        your home folder, the folder you are working in, the content folder, a folder around or inside the content) \
        is therefore never used, not even through a link.

        Name a folder of its own, beside the content:

            signpost build --source content --output site
        """)

    public static let foreignFiles = DiagnosticCode(
        "SP101", "the output folder holds files that Signpost did not make",
        """
        Signpost only ever deletes what it made. Each site it writes has a list of its files in `.signpost/manifest`. \
        This folder holds files that are not on that list, or has no list at all, so it may be something else, or \
        somebody may have put files there that exist nowhere else.

        The same holds for a single file that a command was told to write, such as a release report, a baseline or the \
        archive of a school's copy: it takes the place of one of its own kind, and of nothing else.

        Name another folder or file. If the files belong on the site, move them into the content folder, and every build \
        copies them. If nobody needs them, delete them and run the command again.
        """)

    public static let damagedManifest = DiagnosticCode(
        "SP102", "the output folder's list of files is damaged",
        """
        The file `.signpost/manifest` in the output folder was changed or cut short, so Signpost cannot tell which \
        files there are its own, and deletes nothing.

        Look whether the folder holds anything that you need. Then delete the folder and run the command again: \
        everything that Signpost made is made anew.
        """)

    public static let cannotWrite = DiagnosticCode(
        "SP103", "the operating system refused to write",
        """
        A file or folder could not be written. The message says why: most often the disk is full, permission was \
        denied, or a network drive went away. The site from the last build is as it was, whole.

        Put right what the message names and run the command again.
        """)

    public static let busyFolder = DiagnosticCode(
        "SP104", "another build is writing to this folder",
        """
        Two builds into one folder would mix their pages, so the second one waits. It waited as long as it was told \
        to, and the first one is still at work.

        Wait until the other build has ended, or name another output folder.
        """)

    public static let unsafeOutputPath = DiagnosticCode(
        "SP105", "a file of the site would have an unsafe path",
        """
        Something asked for a file of the site to be written outside the output folder, under an empty name, over \
        another file, or in the `.signpost` folder. Signpost checks names before this point, so this is most likely a \
        fault of its own: please report it with the message.
        """)

    public static let leftovers = DiagnosticCode(
        "SP106", "the folder of the previous site could not be removed", severity: .warning,
        """
        The new site is in its place and whole. What is left of the previous site lies beside it, in a folder whose \
        name starts with a dot and is given in the message.

        If it holds files that somebody put there during the build, move them to where they belong. The next build \
        removes the rest.
        """)
}
