public import CivilTime
public import Schemas

/// The facts that every page states about itself.
public struct FrontMatter: Sendable {
    public let title: String
    public let summary: String
    public let readership: Readership
    public let navTitle: String?
    public let order: Int?
    /// The post that keeps the page right. Never a person.
    public let owner: String?
    public let reviewed: CivilDate?
    /// When it is to be reviewed next, and where that stands.
    public let review: Located<CivilDate>?
    public let sources: [ID<Source>]
    public let contacts: [ID<Contact>]
    /// Paths at which the page used to be.
    public let aliases: [Located<String>]
    public let isDraft: Bool
    public let publishOn: CivilDate?
    public let expiresOn: CivilDate?
    public let bsl: SignedFilm?
    /// The phases of education it is right for; none where it is for all. Copies of schools of other phases lack it.
    public let phases: [Resource.Phase]
    public let succession: Succession
    /// In a translation: the state of the original that it was made from.
    let translatedFrom: Located<String>?

    /// When it is to be reviewed next.
    ///
    /// Never inlined: where it is, the optimiser of Swift 6.3.1 stops with "Found ownership error" (copy propagation).
    @inline(never)
    public var reviewBy: CivilDate? { review?.value }

    /// The longest summary that search engines and lists show whole.
    static let longestSummary = 160

    static let fields: Fields<FrontMatter> = Schemas.fields(
        required("title", .text, "The page's title, its only first-level heading."),
        required("summary", .text(upTo: longestSummary), "One sentence for lists and search engines."),
        required(
            "audience", .readership,
            "Whom the page is for. `trainers` stands alone and keeps it out of all that is published."),
        optional("nav_title", .text, "A shorter title for menus."),
        optional("order", .integer(0...9999), "Its place among the pages of its folder; then the title decides."),
        optional("owner", .text, "The post that keeps the page right."),
        optional("reviewed", .date, "When it was last reviewed."),
        optional("review_by", Reader.date.located, "When it is to be reviewed next."),
        list("sources", .reference(), "Entries of the bibliography that it rests on."),
        list("contacts", .reference(), "Contacts shown beside it."),
        list("aliases", Reader.sitePath.located, "Paths at which it used to be; they lead here."),
        optional("draft", .flag, "Built with `--drafts` only.", otherwise: false, spelled: "false"),
        optional("publish_on", .date, "Not built before this day."),
        optional("expires_on", .date, "Not built from this day on."),
        optional("bsl", SignedFilm.reader, "Its film in British Sign Language."),
        list(
            "phases", .word("phase of education"),
            "The phases of education it is right for: copies of other schools lack it. All, where this is left out."),
        Succession.fields,
        optional(
            "translated_from", Reader.text.located,
            "In a translation (`page.cy.md`): the state of the original that it was made from. `signpost check` says "
                + "what to write."),
        kindWord,
        as: {
            title, summary, readership, nav, order, owner, reviewed, by, sources, contacts, aliases, draft, on, off,
            bsl, phases, succession, version, _ in
            FrontMatter(
                title: title, summary: summary, readership: readership, navTitle: nav, order: order, owner: owner,
                reviewed: reviewed, review: by, sources: sources, contacts: contacts, aliases: aliases,
                isDraft: draft, publishOn: on, expiresOn: off, bsl: bsl, phases: phases, succession: succession,
                translatedFrom: version)
        })

    /// Read before the rest, because it decides which keys there may be; listed here so that it is a known key.
    private static let kindWord: Fields<PageKind.Word> = optional(
        "kind", .word("page kind"), "What sort of page it is.", otherwise: .page, spelled: "page")
}

/// What stands above a page's text.
public struct PageHead: Sendable {
    public let front: FrontMatter
    public let kind: PageKind
}
