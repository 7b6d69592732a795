// The definition, and the pages about the site itself.
extension StarterText {
    var about: [File] {
        [
            ("content/definitions/index.md", definitions),
            ("content/definitions/2017.md", definition),
            ("content/about/index.md", aboutPage),
            ("content/about/privacy.md", privacy),
            ("content/about/safety.md", safety),
        ]
    }

    private var definitions: String {
        """
        ---
        title: What child sexual exploitation means
        nav_title: Definitions
        summary: The definition in force in England.
        kind: section
        lists: definition
        audience: [everyone]
        order: 6
        owner: Partnership manager
        review_by: \(reviewBy)
        # When a new edition comes, add it as a page with `status: in-force`. The old one gets `status: superseded` and
        # `superseded_by:` with the path of the new page.
        ---
        Words matter: they tell people what to look for. When the words are wrong, children get missed.

        """
    }

    private var definition: String {
        """
        ---
        title: The 2017 definition
        summary: The definition in force in England. It calls exploitation sexual abuse, and puts power first.
        kind: definition
        edition: February 2017
        publisher: Department for Education
        year: 2017
        status: in-force
        age_scope: Children and young people under 18
        source: dfe-2017
        audience: [everyone]
        owner: Partnership manager
        review_by: \(reviewBy)
        sources: [dfe-2017]
        changes:
          - It says plainly that exploitation is a form of child sexual abuse.
          - It starts with what the abuser does, not with what the child does.
        ---
        In our words: a person or a group has more power than a child. They use it to push, trick or steer the child
        into something sexual. The child is given something they need or want, or the abuser gains. One is enough.

        It is still abuse when the child seems to say yes, and when it all happens on a screen.

        For the exact words, read
        [the guide itself](https://www.gov.uk/government/publications/child-sexual-exploitation-definition-and-guide-for-practitioners).

        """
    }

    private var aboutPage: String {
        """
        ---
        title: About this site
        nav_title: About
        summary: Who runs this site, and how to tell us what is wrong with it.
        kind: section
        audience: [everyone]
        order: 7
        contacts: [police-emergency, police, nspcc]
        owner: Partnership manager
        review_by: \(reviewBy)
        # Say who your partners are, and how people can reach your office.
        # A public body must also publish an accessibility statement. Test your site, write down what you found in a
        # page accessibility.md of kind accessibility beside this one, and name it in `footer:` of signpost.yaml.
        ---
        Worried about a child? [Start here](../parents/index.md). In danger now? Call 999.

        The council, the police and the health service run this site together. They share the duty in law to keep
        children safe.

        Each page says at its foot by when it is checked again. If that day has passed, trust the page less, and tell us.

        Please do not send us details of a child. Call one of the numbers on this page.

        """
    }

    private var privacy: String {
        """
        ---
        title: Privacy
        summary: What this site knows about you. Nothing is stored on your device, and nobody tracks you.
        kind: page
        audience: [everyone]
        order: 2
        owner: Partnership manager
        review_by: \(reviewBy)
        # The list is true of every site that Signpost builds. Your web server and your training team keep more: ask your
        # data protection officer what to say about them, and for how long it is kept.
        ---
        - No cookies.
        - Nothing is saved on your phone or computer by this site.
        - No adverts and no tracking.
        - No forms.
        - Nothing is loaded from other companies' sites.

        Your own browser keeps a history. Read [how to clear it](safety.md).

        ## What our server sees

        Like any web server, ours sees an internet address and the page that was asked for.

        ## Training records

        If you book a course, we keep your name, your workplace and what you came to. It is never on this site. Champions
        are named here only if they said yes, and they can change their mind at any time.

        """
    }

    private var safety: String {
        """
        ---
        title: Leave this site fast and hide your visit
        nav_title: Stay safe on this site
        summary: How the exit button works, what it cannot do, and how to clear your history.
        kind: page
        audience: [everyone]
        order: 1
        owner: Partnership manager
        review_by: \(reviewBy)
        contacts: [police-emergency, childline]
        ---
        In danger right now? Call 999.

        ## Leave fast

        Each page has a button that says **Exit this page**. It takes you to a weather page. On a keyboard, you can
        press the **Shift** key three times.

        > [!WARNING]
        > The button does not wipe your history. Someone could still find this site on your phone or computer.

        ## Before you read

        Open a private window. It keeps no list of the pages you open. Browsers call it *Incognito*, *Private* or
        *InPrivate*, and have it in their menu.

        ## After you read

        Open *History* in the menu. Find this site, and delete only that. An empty history can make someone ask why.

        ## What private windows cannot hide

        They do not hide your visit from an app that someone put on your phone to watch you, or from a school or work
        network. If you think that someone watches your phone, use one that they never touch.

        """
    }
}
