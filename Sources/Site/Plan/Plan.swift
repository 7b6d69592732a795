import CivilTime
import Content
import Diagnostics
import Disclosure
import Languages
import Schemas
import Theming

/// One edition of a site in one of its languages, before anything is drawn: which pages there are, and how they hang
/// together.
///
/// A page has the same id in every language here: that of the original. Where it has not been translated the original
/// itself stands in its place, so that readers of a translation find all of the site.
///
/// What the edition may not show has been left out of ``pages``, ``resources`` and ``runs``. Templates are filled from
/// these, never from the board's own lists of them.
///
/// A class, although it never changes: it has more than twenty parts that are counted by reference, all cores draw from
/// it at once, and counting what several cores hold is the slowest kind.
final class Plan: Sendable {
    let board: Board
    let training: PublishedTraining?
    let indicators: PublishedIndicators
    let theme: Theme
    let edition: Edition
    let today: CivilDate
    let base: BaseAddress
    let language: Language
    /// The pages of the content folder in this language, in the order of their routes.
    let pages: [Page]
    /// The pages of ``pages``, and the originals of those that have not been translated.
    private let known: [Page]
    /// Every page of the edition in every language.
    let versions: PageVersions
    /// Pages of the public site that a school's copy does not take. Links to them lead to the public site.
    let leftOut: Set<ID<Page>>
    /// The resources for readers of this edition.
    let resources: Registry<Resource>
    /// Runs from today on, the next one first, of courses that have a page in this edition; runs that were called off
    /// are among them.
    let runs: [PublishedRun]
    /// Pages that no file stands for.
    let made: [PlannedPage]
    let redirects: [Redirect]
    /// Of ``made``, those for audiences.
    let audiencePages: [PlannedPage]
    /// Of ``made``, what can be printed from each page.
    private let handouts: [ID<Page>: [PlannedPage]]
    private let indices: [ID<Page>: Int]
    private let children: [ID<Page>: [Int]]
    private let kinds: [PageKind.Word: [Int]]
    /// For pages of a sequence (a pathway, a track): their neighbours in it.
    let sequences: [ID<Page>: Sequence]

    struct Redirect: Sendable {
        let from: Route
        let to: PlannedPage
    }

    /// A page's place in a sequence.
    struct Sequence: Sendable {
        let previous: ID<Page>?
        let next: ID<Page>?
        let number: Int
        let total: Int
    }

    init(
        board: Board, training: PublishedTraining?, indicators: PublishedIndicators, theme: Theme,
        options: SiteOptions, language: Language, versions: PageVersions, leftOut: Set<ID<Page>>, made: [PlannedPage],
        redirects: [Redirect]
    ) {
        self.board = board
        self.training = training
        self.indicators = indicators
        self.theme = theme
        edition = options.edition
        today = options.today
        base = BaseAddress(options.baseURL ?? board.settings.baseURL)
        self.language = language
        self.versions = versions
        self.leftOut = leftOut
        pages = versions.pages(in: language)
        let known = versions.pages(for: language)
        self.known = known
        self.made = made
        self.redirects = redirects
        audiencePages = made.filter(\.isForAudience)
        handouts = Dictionary(
            made.compactMap { page in
                if case .handout(let handout) = page.subject { (handout.page.id, [page]) } else { nil }
            }, uniquingKeysWith: +)
        let edition = options.edition
        resources = Registry(board.resources.items.filter { edition.shows($0.readers) })
        indices = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1.subject, $0) })
        let present = Set(indices.keys)
        runs = (training?.runs ?? []).filter { board.coursePages[$0.course].map(present.contains) ?? false }
        kinds = Dictionary(grouping: known.indices, by: { known[$0].kind.word })
        children = Siblings.children(of: known)
        sequences = Siblings.sequences(known, children)
    }

    /// The page of this id, where this edition has it: in this plan's language, where there is a translation. The id of
    /// a translation means just that one.
    subscript(id: ID<Page>) -> Page? { indices[id].map { known[$0] } ?? versions.translation(id) }

    /// Where a page stands on the public site, for links out of a school's copy that does not take it.
    func publicURL(of id: ID<Page>) -> String? { leftOut.contains(id) ? base.url(of: Route(id)) : nil }

    /// The pages of a folder, in their order, without the folder's own page.
    func children(of id: ID<Page>) -> [Page] { children[id]?.map { known[$0] } ?? [] }

    /// What can be printed from a page.
    func handouts(of page: Page) -> [PlannedPage] { handouts[page.id] ?? [] }

    /// Whether there are pages of a kind.
    func has(_ kind: PageKind.Word) -> Bool { kinds[kind] != nil }

    /// All pages of a kind, in the order of their routes.
    func pages(of kind: PageKind.Word) -> [Page] { kinds[kind]?.map { known[$0] } ?? [] }

    /// The words of the interface.
    var strings: Strings { theme.strings(in: language) }

    /// Whether this is the plan of the site's own language, which also holds what there is only one of: the feeds, the
    /// calendars, the page for missing pages.
    var isOriginal: Bool { language == board.settings.languages.own }

    /// The language of a page, which may be another than the plan's.
    func language(of page: Page) -> Language { page.translation?.language ?? board.settings.languages.own }

    /// The folders' pages above a page, the front page first. A folder without a page of its own is passed over.
    func ancestors(of id: ID<Page>) -> [Page] {
        var found: [Page] = []
        var at = id.parent
        while let parent = at {
            if let page = self[parent] { found.insert(page, at: 0) }
            at = parent.parent
        }
        return found
    }

    /// The pages for an audience, in the order of their routes.
    func pages(for audience: Audience) -> [Page] {
        pages.filter { $0.front.readership.audiences.contains(audience) }
    }
}

/// The address that the site will have.
struct BaseAddress: Sendable {
    /// With a slash at the end.
    let url: String
    /// The path alone: `/`, or `/safeguarding/`.
    let path: String
    let host: String

    init(_ url: String) {
        self.url = url
        let rest = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        host = rest.count > 2 ? String(rest[2]) : ""
        path = rest.count > 3 ? "/" + rest[3] : "/"
    }

    func url(of route: Route) -> String { url + route.path }
}
