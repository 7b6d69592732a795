// SP090–SP099: who may see what.
extension DiagnosticCode {
    static let editions: [DiagnosticCode] = [
        trainersNotAlone, personNamed, personsAddress, personsID, strayAddress, strayTelephone, nationalNumber,
        sealedFile, unusedAllowance, canaryOnSite,
    ]

    public static let trainersNotAlone = DiagnosticCode(
        "SP090", "a page is meant both for trainers and for the public",
        """
        `audience: [trainers]` keeps a page out of the public site and out of the copies that schools host. Together \
        with another audience it would be unclear which of the two you mean, and a guess could publish an internal \
        page. Choose one.
        """)

    public static let personNamed = DiagnosticCode(
        "SP091", "somebody from the training records is named on the site",
        """
        Before anything is written, every finished file is searched for the name of everybody in the training records, \
        in any order and spelling, in text, links, picture files and downloads. The message says where the name stands \
        and whose it is, by the id in `people.yaml`; it does not repeat the name, because messages are often shared.

        Look in the page that the place belongs to: `site/about/index.html` comes from `about/index.md` or \
        `about.md`. A name on many pages comes from `signpost.yaml`, from a registry in `data/`, or from the theme.

        - **It should not be there.** Take it out.
        - **It is a champion who agreed to be named.** Record it in `champions.yaml`: `consent: { name: 2026-09-01 }`.
        - **It is no person**, but a street called Rose Hill, say. Allow the phrase, with as many words around it as \
        always stand with it:

            disclosure:
              allowed_phrases:
                - { text: Rose Hill Surgery, reason: a doctors' practice in the list of services }
        """)

    public static let personsAddress = DiagnosticCode(
        "SP092", "an e-mail address from the training records is on the site",
        """
        The address belongs to somebody in `people.yaml`. Consent to being named does not cover it. Give readers a \
        shared address of the board or the agency. If the address is itself a shared one that stands in the records \
        for want of another, allow it:

            disclosure:
              allowed_phrases:
                - { text: training@northmere.example, reason: the training team's shared address }
        """)

    public static let personsID = DiagnosticCode(
        "SP093", "the id of somebody from the training records is on the site",
        """
        Ids such as `p-0001` let somebody who gets hold of another file join the two. They have no use for readers. \
        Take the id out of the page, file name or download in which it stands.
        """)

    public static let strayAddress = DiagnosticCode(
        "SP094", "an e-mail address on the site is not one of the board's contacts",
        """
        Addresses that are meant for everybody stand in `data/contacts.yaml`, and the board's own in `signpost.yaml`, \
        where somebody checks them. Any other address may be somebody's own. Add it to the contacts, take it out, or \
        allow it with a reason:

            disclosure:
              allowed_phrases:
                - { text: enquiries@example.org, reason: the publisher of the booklet }
        """)

    public static let strayTelephone = DiagnosticCode(
        "SP095", "a telephone number on the site is not one of the board's contacts",
        """
        Numbers that start with 01, 02 or 07 may be somebody's own, and a wrong digit sends a frightened reader to a \
        stranger. Numbers that are meant for everybody stand in `data/contacts.yaml` with the day on which they were \
        rung. Add it there, take it out, or allow it under `disclosure:` in `signpost.yaml`:

            allowed_phrases:
              - { text: 01632 960 123, reason: the venue's reception }
        """)

    public static let nationalNumber = DiagnosticCode(
        "SP096", "what looks like a National Insurance, NHS or pupil number is on the site",
        """
        The characters have the form of a number that the state gives to one person, and where such numbers carry a \
        check digit, it is right. Take it out. To show what one looks like, use a number that was never given out, \
        such as QQ 12 34 56 C. If it is another kind of number, allow it under `disclosure:` in `signpost.yaml`:

            allowed_phrases:
              - { text: 4010232137, reason: the order number of the booklet }
        """)

    public static let sealedFile = DiagnosticCode(
        "SP097", "a download could not be searched for personal data", severity: .warning,
        """
        PDF, Word, Excel and ZIP files are packed, so the search for personal data cannot see what is in them, nor who \
        is named as their author. Open the file, look for names, and look at its properties. A web page or a plain \
        text or CSV file can be searched, and more readers can use it.
        """)

    public static let unusedAllowance = DiagnosticCode(
        "SP098", "an allowed phrase is not used", severity: .warning,
        """
        A phrase under `allowed_phrases:` lets words stand that look like personal data. This one stands nowhere on the \
        site any more. Take it out of `signpost.yaml`, so that it does not let something else through one day.
        """)

    public static let canaryOnSite = DiagnosticCode(
        "SP099", "a canary from the training records stands on the site",
        """
        `canaries.yaml` of the records lists words that mean nothing and were planted where only records are. One of \
        them has come through. Whatever brought it, such as a pasted table, an export, or a file put among the pages, \
        has most likely brought more. Go back the way it came: the message says which canary it was, and \
        `canaries.yaml` where it was planted. Taking out the words alone would leave the rest. Nothing excuses a \
        canary: `allowed_phrases:` has no power over it.
        """)
}
