// The settings, and what lies beside the content folder.
extension StarterText {
    var board: [File] {
        [("README.txt", readme), (".gitignore", "site/\n.*.signpost-*\n"), ("content/signpost.yaml", settings)]
    }

    var records: [File] { [("records/.gitignore", Self.ignored)] }

    private var settings: String {
        """
        # The settings of the whole site. What stands behind a # is a note for you; readers never see it.
        board:
          name: \(boardName)
          area: \(area)
          # The banner "This is an example" stands on every page until you delete this line.
          # Delete it when the names, numbers and pages are your own.
          example: true
          # These two stand at the foot of every page, and course pages give the e-mail address for booking.
          # email: hello@your-board.example
          # address: [Your Safeguarding Children Partnership, Civic Centre, Your Town]

        language: en
        # The address that the site will have. A folder is fine too: https://www.your-council.example/safeguarding/
        base_url: https://www.example.org/
        theme: default

        # Where the button "Exit this page" leads. Choose a page that says nothing about this one.
        exit:
          url: https://www.bbc.co.uk/weather

        # These stand on every page. They are entries of data/contacts.yaml.
        # Put your own front door behind them when it has an entry there.
        helplines: [police-emergency, police, childline]

        # The main menu, in this order. Each is a folder of this one.
        navigation: [parents, young-people, professionals, say-something, training]
        footer:
          - about/index.md
          - about/safety.md
          - about/privacy.md
          - definitions/index.md

        # The page that tells readers how to hide their visit.
        safety_page: about/safety.md

        # Training records name people, so they lie outside this folder. See README.txt one folder up.
        records: ../records

        # Counts of people from 1 to 5 are never published; the letter c stands in their place.
        disclosure: { threshold: 5, symbol: c }

        """
    }

    private var readme: String {
        """
        YOUR BOARD'S WEBSITE

        content/   What the public reads: pages, and data such as telephone numbers. Share it as you like.
        records/   Who was trained, and who is a champion. Personal data. Keep it to the training team.

        To look at the site:   signpost serve
        To build it:           signpost build      (it is then in site/)

        WHAT TO CHANGE FIRST

        1. content/signpost.yaml        the address of your site
        2. content/data/contacts.yaml   your own numbers; ring each one, and write down the day
        3. content/data/agencies.yaml   the names of your partners
        4. content/about/               who you are, and how you handle personal data
        5. Read every page. Add "reviewed:" with the day when somebody has checked it.
        6. Delete "example: true" in content/signpost.yaml.

        WHY THE RECORDS LIE IN A FOLDER OF THEIR OWN

        People who write pages do not need to know who came to a course. A folder that is shared, mailed or put on
        a website by mistake must not hold anybody's name. So the two are apart from the first day, and Git, the
        program many teams keep their files in, is told to leave records/ alone (records/.gitignore).

        You can move the folder anywhere, such as a drive that only the training team can open. Then write the new
        place as "records:" in content/signpost.yaml, or say it each time: signpost build --records /the/new/place

        No training yet? Leave records/ empty.

        """
    }

    /// A file that explains itself, because it lies where a second file would be taken for a record.
    private static let ignored = """
        # This folder holds personal data: who was trained, who is a champion.
        # It must never be put into Git, where every copy keeps it for ever. README.txt one folder up says more.
        *
        !.gitignore

        """
}
