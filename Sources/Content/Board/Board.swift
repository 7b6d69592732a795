public import Languages
public import Schemas

/// Everything in a content folder. It reaches the rest of the house through a checked ``Draft`` only, so every id in
/// it leads somewhere.
public struct Board: Sendable {
    public let settings: BoardSettings
    /// The file of the settings as the user would type it, for messages.
    public let settingsPath: String
    /// In the order of their paths.
    public private(set) var pages: Registry<Page>
    public let agencies: Registry<Agency>
    public let contacts: Registry<Contact>
    public let services: Registry<Service>
    public let sources: Registry<Source>
    public let glossary: Registry<GlossaryEntry>
    public let resources: Registry<Resource>
    public let campaigns: Registry<Campaign>
    public let governance: Registry<GovernanceGroup>
    public let actionPlan: ActionPlan?
    public let training: TrainingFramework?
    /// The schools that host copies.
    public let schools: Registry<School>
    /// What schools add to their copies.
    public let overlays: [ID<School>: SchoolOverlay]
    public let indicators: Registry<IndicatorTable>
    /// The courses of all course pages, in the order of their pages.
    public let courses: Registry<Course>
    /// The page of each course.
    public let coursePages: [ID<Course>: ID<Page>]
    /// What contacts say about themselves in the other languages of the site.
    public let contactWords: [Language: [ID<Contact>: ContactWords]]
    /// Files that are published as they are, by their paths: what is in `images/` and `files/`.
    public private(set) var media: [String: MediaFile]

    init(
        settings: BoardSettings, settingsPath: String, pages: [Page], registries: Registries,
        contactWords: [Language: [ID<Contact>: ContactWords]], media: [String: MediaFile],
        overlays: [ID<School>: SchoolOverlay]
    ) {
        let taught = pages.compactMap { page -> (Course, ID<Page>)? in
            if case .course(let course) = page.kind { (course, page.id) } else { nil }
        }
        self.settings = settings
        self.settingsPath = settingsPath
        self.pages = Registry(pages)
        agencies = registries.agencies
        contacts = registries.contacts
        services = registries.services
        sources = registries.sources
        glossary = registries.glossary
        resources = registries.resources
        campaigns = registries.campaigns
        governance = registries.governance
        actionPlan = registries.actionPlan
        training = registries.training
        schools = registries.schools
        self.overlays = overlays
        indicators = registries.indicators
        courses = Registry(taught.map(\.0))
        coursePages = Dictionary(taught.map { ($0.0.id, $0.1) }, uniquingKeysWith: { first, _ in first })
        self.contactWords = contactWords
        self.media = media
    }
}

extension Board {
    /// The same board with pages that no file of its folder stands for; none of them a course.
    public func adding(_ more: [Page]) -> Board {
        var board = self
        board.pages = Registry(pages.items + more)
        return board
    }

    /// The same board with what a school adds to its own copy.
    public func adding(_ overlay: SchoolOverlay) -> Board {
        var board = adding(overlay.pages)
        board.media.merge(overlay.media) { own, _ in own }
        return board
    }
}
