// SP253–SP258, SP265–SP271, SP275, SP290–SP295: what a board has to keep up to date, and to keep as it was worded.
extension DiagnosticCode {
    static let governance: [DiagnosticCode] = [
        overdueReview, dueSoon, unkeptPage, uncheckedEntry, incompleteDocument, actionPlan, lateGroup, vacancy,
        misquoted, changedWording, unusableBaseline, orphanPage, brokenPolicy, accessibilityClaim,
        staleAccessibility, brokenSuccession, validityGap, deadAddress, movedAddress, uncheckedAddress,
    ]

    public static let accessibilityClaim = DiagnosticCode(
        "SP253", "an accessibility statement that contradicts itself",
        """
        A public body must publish how far its site meets the accessibility regulations of 2018, in one of three legal \
        words: fully, partially or not compliant. "Fully" may be said only after an audit whose date stands beside it, \
        and not while an issue of the kind `non-compliance` is known; the other two must say why. An issue of that \
        kind names the success criteria of the Web Content Accessibility Guidelines that it fails. A translation lists \
        the same issues as its original.

            kind: accessibility
            compliance: partial
            audited: 2026-10-01
            issues:
              - id: film
                what: The film for hotel staff has no audio description.
                because: non-compliance
                criteria: [1.2.5]
                why: It was made before we knew.
                fixed_by: 2027-04-30
        """)

    public static let staleAccessibility = DiagnosticCode(
        "SP254", "an accessibility statement that has fallen behind", severity: .warning,
        """
        The statement is to be looked at again at least once a year, and after every large change of the site. Here the \
        last review is older than that, a day by which something was to be put right has passed, or a date is still to \
        come. Test the site again, correct the statement, then set `reviewed`.

            reviewed: 2026-10-05
        """)

    public static let deadAddress = DiagnosticCode(
        "SP257", "a link to another site that does not work", severity: .warning,
        """
        `signpost check --online` asked for the page, and readers would get an error: there is no such page, no such \
        site, no answer in time, or a certificate that browsers warn of. Find where the page has gone, link to \
        something else, or take the link out.
        """)

    public static let movedAddress = DiagnosticCode(
        "SP258", "a link to another site that has moved for good", severity: .note,
        """
        `signpost check --online` was sent on to another address, and told that this is for good (HTTP status 301 or \
        308). The link works, and one day it will not. Look whether the page is still the one you mean, then write its \
        new address.
        """)

    public static let uncheckedAddress = DiagnosticCode(
        "SP275", "a link to another site that could not be checked", severity: .note,
        """
        `signpost check --online` could not find out whether the link works. Some sites let no programs in, or ask \
        them in `robots.txt` to stay away; others asked to come back later. Open the link in a browser. If every link \
        is reported, look whether this computer is online, and whether the program `curl` is installed.
        """)

    public static let brokenSuccession = DiagnosticCode(
        "SP255", "a predecessor and a successor that do not know each other", severity: .warning,
        """
        A page that was replaced names the page that took its place, and that page names it back. Otherwise readers of \
        one do not find the other. A strategy that was replaced has the status `superseded`, and one with that status \
        was replaced by something.

            replaced_by: strategy/2026-29.md     in strategy/2023-26.md
            replaces: strategy/2023-26.md        in strategy/2026-29.md
        """)

    public static let validityGap = DiagnosticCode(
        "SP256", "documents whose times of validity do not follow each other", severity: .warning,
        """
        The successor of a document starts to hold on the day after its predecessor ends. If it starts later, nothing \
        was in force in between; if it starts earlier, two documents were, and readers cannot tell which. A strategy \
        has its days in `period`, every other page in `valid`.

            valid: { from: 2026-04-01, to: 2029-03-31 }
        """)

    public static let overdueReview = DiagnosticCode(
        "SP265", "a page whose review is overdue", severity: .warning,
        """
        The day in `review_by` has passed. Readers act on what the page says, so somebody has to read it again. \
        `reviews.overdue` in `signpost.yaml` decides what becomes of it until then: `note` (only `signpost check` \
        says so), `banner` (the page says so too, the usual way) or `fail` (the site is not built).

            reviews: { overdue: banner, notice_days: 30 }

        `signpost report reviews` lists what is due when, and `--format ics` puts it into a calendar.
        """)

    public static let dueSoon = DiagnosticCode(
        "SP266", "a review that is due soon", severity: .note,
        """
        So many days before a review is due (`reviews.notice_days`, usually 30), `signpost check` announces it. To \
        see further ahead, ask for another day: `signpost check --as-of 2027-03-01`, or `signpost report reviews`.
        """)

    public static let unkeptPage = DiagnosticCode(
        "SP267", "a page that nobody keeps", severity: .warning,
        """
        A page without an owner and a date for its next review goes stale without anybody noticing. Name a post, \
        never a person.

            owner: Partnership manager
            review_by: 2027-09-01
        """)

    public static let uncheckedEntry = DiagnosticCode(
        "SP268", "a contact or a source that nobody has checked for long", severity: .warning,
        """
        A number that no longer answers is worse than none. Ring it, or open the address, then write down the day. \
        How long a check lasts stands in `signpost.yaml`:

            reviews: { contact_days: 365, source_days: 730 }
        """)

    public static let incompleteDocument = DiagnosticCode(
        "SP269", "document control that is not complete", severity: .warning,
        """
        A strategy says at its top who agreed it, when it was adopted, who endorsed it, when it was last changed and \
        how long it holds. What is missing, contradicts itself or has run out is named here, so that no reader has \
        to guess whether the document is in force. So are a title that names other years than `period`, a strategy before \
        it that is younger, and a source that was published after the document was last changed.

            document:
              version: "1.1"
              status: adopted
              agreed_by: Exploitation Group
              adopted: 2026-03-19
              endorsed: Endorsed by the Safeguarding Partners on 26 March 2026
              updated: 2026-09-10
        """)

    public static let actionPlan = DiagnosticCode(
        "SP290", "an action plan that leaves a question open", severity: .warning,
        """
        An outcome to which no action leads will not come about; an action that is complete needs evidence; one \
        that is late needs a note, because readers will ask why. Dates must fit: no action is due after the years \
        of the plan's title, and its earlier ratings are older than the plan's own day.

            note: No money was set aside. The partners meet about it on 8 December.
        """)

    public static let lateGroup = DiagnosticCode(
        "SP291", "a group that has not reported", severity: .warning,
        """
        A group of `data/governance.yaml` says when it last reported and within how many months the next report is \
        due, and that day has passed.

            last_report: 2026-09-10
            report_months: 6
        """)

    public static let vacancy = DiagnosticCode(
        "SP292", "a seat that nobody holds", severity: .warning,
        """
        A member of a group of `data/governance.yaml` is marked as vacant. While the seat is empty, an agency has no \
        voice in the group.

            - { agency: police, role: Detective inspector, vacant_since: 2026-10-01 }
        """)

    public static let misquoted = DiagnosticCode(
        "SP270", "a definition that is not quoted word for word",
        """
        A quotation names the edition that it quotes, and its words are not those of the edition. The message says \
        which word is missing, which is too many, and which stands where another should. An extract may begin and \
        end anywhere; put two extracts into two quotations.

            ```{quote}
            definition: definitions/2017
            text: It is a form of child sexual abuse.
            ```

        Capital letters count. The kind of quotation marks, spaces and line ends do not.
        """)

    public static let changedWording = DiagnosticCode(
        "SP271", "the wording of a definition without its checksum",
        """
        The wording of an edition never changes. `checksum` makes sure of that: it is worked out from `wording`, so a \
        word that somebody changes by mistake does not match it any more. The message says what the checksum of the \
        present words is. Compare them with the printed edition first, then write it down.

            wording: >
              It is a form of child sexual abuse.
            checksum: 61f2c9d0
        """)

    public static let unusableBaseline = DiagnosticCode(
        "SP293", "a baseline that cannot be read",
        """
        A baseline lists the warnings that were there when a board began to use `signpost check`, so that only new \
        ones are reported. `signpost check --write-baseline baseline.txt` writes it, `--baseline baseline.txt` uses it. \
        Nobody has to edit it: faults that are put right are no longer looked for once it has been written anew.
        """)

    public static let orphanPage = DiagnosticCode(
        "SP294", "a page that no other page leads to", severity: .warning,
        """
        Readers follow links. No link, menu or list leads to this page; only the search and the list of all pages do. \
        Link to it from where readers would want it, or give its folder an `index.md` of kind `section`, which lists \
        the folder's pages.
        """)

    public static let brokenPolicy = DiagnosticCode(
        "SP295", "a page that breaks a policy of the board",
        """
        `policies:` in `signpost.yaml` says what every finished page of some kinds must have, and this page does not \
        have it.

            policies:
              - { must: show-a-helpline, reason: Readers may be in danger. }
              - { must: cite-a-source, kinds: [model, definition], reason: Agreed by the board in March 2026. }
        """)
}
