/// One page for whoever puts a copy onto a school's computers, to be printed or kept: nothing in it changes from school
/// to school or from day to day.
enum TechnicianGuide {
    static let path = "technician.txt"

    static var file: SiteFile {
        // Every Windows prints a text with these line ends as it is meant.
        SiteFile(
            path: path,
            bytes: Array(
                text.split(separator: "\n", omittingEmptySubsequences: false)
                    .joined(separator: "\r\n").utf8))
    }

    /// At most 60 lines of at most 76 characters: one sheet of A4 in any fixed-width type.
    static let text = """
        YOUR SCHOOL'S COPY OF THE SAFEGUARDING SITE: ONE PAGE FOR THE TECHNICIAN

        1. UNPACK IT
           Save the ZIP file. Unpack it into a new, empty folder.
           Windows: right-click, "Extract all".   Mac: double-click.
           Linux: unzip FILE.zip -d FOLDER
           The name of the folder may hold spaces and any letters.

        2. OPEN IT
           Double-click index.html in the folder. That is all: nothing has to
           be installed, and it needs no network. It works the same way from a
           shared drive and from a memory stick.

        3. PUT IT ON THE INTRANET, IF YOU LIKE
           Copy the whole folder anywhere below the web server's folder. Link
           to index.html. No settings are needed, on any web server.
           SharePoint and Google Drive only let people download such pages. Put
           the copy on a shared drive or a web server, and link to it there.

        4. TRY IT
           [ ] The front page shows the name of your school, and your
               safeguarding lead.
           [ ] Search finds "childline".
           [ ] "Exit this page" leaves the site at once.
           [ ] A page prints.

        5. IS IT GENUINE?
           Ask your local safeguarding board for the program signpost and for
           its public key. Never take the key from the copy itself.
              signpost verify FILE.zip --key KEY --school YOUR-SCHOOL
              signpost verify FOLDER --key KEY --school YOUR-SCHOOL
           "Genuine" means that no byte has been changed. Anything else is
           named, file by file.

        6. KEEP IT UP TO DATE
           about-this-copy.html tells the version, and the day from which this
           copy is too old. From that day it says so itself.
           Best: unpack the new ZIP file into a new folder, and put that in the
           place of the old one.
           Or, with an update (its name ends in .update.zip):
              signpost apply YOUR-SCHOOL.update.zip FOLDER --key KEY
           Or unpack the update over the old folder, and let it replace files.
           Then check once more, as in 5.

        7. IF THE LEAD OR A TELEPHONE NUMBER CHANGES
           Tell the board. It sends you a new copy. Do not edit the pages.

        """
}
