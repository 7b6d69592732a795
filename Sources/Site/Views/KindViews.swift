import CivilTime
import Content
import Schemas
import Templates

extension Views {
    static let door = View<Seen<Home.Door>>(
        "door",
        [
            .text("title", "What such a reader would say.") { $0.title },
            .text("summary", "What is behind the door.") { $0.summary },
            .text("url", "The page it leads to.") { it in
                it.scene.link(to: it.to)?.url ?? it.scene.links.url(to: Route(it.to))
            },
        ])

    static let home = View<Seen<Home>>(
        "home",
        [
            .list("doors", "The ways in.", door) { it in
                it.scene.seen(it.doors.filter { !it.scene.plan.leftOut.contains($0.to) })
            }
        ])

    struct DefinitionOnPage: Sendable {
        let facts: Definition
        let page: Page
        /// Whether it is the page that is being drawn.
        let isCurrent: Bool
    }

    private static let definitionFields: [View<Seen<DefinitionOnPage>>.Field] = [
        .text("edition", "How the edition is called.") { $0.facts.edition },
        .text("publisher", "Who published it.") { $0.facts.publisher },
        .text("year", "The year of publication.") { String($0.facts.year) },
        .flag("in_force", "Whether it is in force.") { $0.facts.status == .inForce },
        .flag("superseded", "Whether another took its place.") { $0.facts.status == .superseded },
        .flag("variant", "Whether it is a text that only circulates as an edition.") { $0.facts.status == .variant },
        .object("superseded_by", "The edition that took its place.", link) { it in
            it.facts.supersededBy.flatMap(it.scene.link(to:)).map(it.scene.seen)
        },
        .optionalText("age_scope", "The ages it speaks of.") { $0.facts.ageScope },
        .object("source", "Its entry in the bibliography.", source) {
            $0.scene.seen($0.scene.plan.board.sources[$0.facts.source])
        },
        .texts("changes", "How the wording moved on from the edition before it.") { $0.facts.changes },
    ]

    static let definitionEntry = View<Seen<DefinitionOnPage>>(
        "definition in a list",
        [
            .text("title", "Its title.") { $0.page.navTitle },
            .text("url", "Its page.") { $0.scene.link(to: $0.page).url },
            .text("summary", "Its summary.") { $0.page.front.summary },
            .flag("current", "Whether it is the page being read.") { $0.isCurrent },
        ] + definitionFields)

    static let definition = View<Seen<DefinitionOnPage>>(
        "definition",
        definitionFields + [
            .object("in_force_page", "The definition that is in force.", link) { it in
                it.scene.definitions().first { $0.facts.status == .inForce }.map {
                    it.scene.seen(it.scene.link(to: $0.page))
                }
            },
            .list("history", "All definitions, the newest first.", definitionEntry) { it in
                it.scene.seen(it.scene.definitions(current: it.page.id))
            },
        ])

    static let label = View<Seen<ExploitationModel.Label>>(
        "label",
        [
            .text("scheme", "The publication.") { $0.scene.plan.board.sources[$0.model.scheme].title },
            .optionalText("scheme_url", "Its entry in the bibliography, where the site has one.") {
                $0.scene.directoryURL(.sources, entry: $0.model.scheme.text)
            },
            .text("label", "Its word for the model.") { $0.model.label },
        ])

    static let criticism = View<Seen<ExploitationModel.Criticism>>(
        "criticism",
        [
            .text("text", "What speaks against the name.") { $0.text },
            .object("source", "Who says so.", source) { it in
                it.model.source.map { it.scene.seen(it.scene.plan.board.sources[$0]) }
            },
        ])

    static let model = View<Seen<ExploitationModel>>(
        "model",
        [
            .texts("also_called", "Other names for it.") { $0.aliases },
            .list("crosswalk", "What other publications call it.", label) { $0.scene.seen($0.crosswalk) },
            .texts("looks_like", "What it looks like.") { $0.looksLike },
            .texts("signs", "Signs that somebody may notice.") { $0.signs },
            .texts("respond", "What to do.") { $0.respond },
            .object("criticism", "What speaks against the name.", criticism) { it in
                it.model.criticism.map(it.scene.seen)
            },
        ])

    struct StepOnPage: Sendable {
        let facts: PathwayStep
        let page: Page
    }

    static let step = View<Seen<StepOnPage>>(
        "step",
        [
            .text("number", "Its place in the pathway.") { String($0.facts.number) },
            .text("total", "How many steps there are.") { String($0.scene.total(of: $0.page)) },
            .texts("do_now", "What to do at once.") { $0.facts.doNow },
            .texts("do_next", "What to do then.") { $0.facts.doNext },
            .text("afterwards", "What happens after the call.") { $0.facts.afterwards },
        ])

    struct ElementOnPage: Sendable {
        let facts: SchoolElement
        let page: Page
    }

    static let element = View<Seen<ElementOnPage>>(
        "element",
        [
            .text("number", "Its place in the strategy.") { String($0.facts.number) },
            .text("total", "How many elements there are.") { String($0.scene.total(of: $0.page)) },
            .texts("good", "What good looks like.") { $0.facts.good },
            .texts("questions", "The questions of the self-assessment sheet.") { $0.facts.questions },
            .list("resources", "What helps with it.", resource) { $0.scene.resources($0.facts.resources) },
        ])

    static let poster = View<PremisesGuide.Poster>(
        "poster",
        [
            .text("headline", "Its headline.") { $0.headline },
            .texts("lines", "Its lines.") { $0.lines },
        ])

    static let premises = View<Seen<PremisesGuide>>(
        "premises",
        [
            .text("sector", "The sort of premises.") { $0.scene.words.word("sector", $0.sector) },
            .texts("signs", "What staff may notice.") { $0.signs },
            .texts("say", "What to say and do.") { $0.say },
            .list("call", "Who to call, in order.", contact) { $0.scene.contacts($0.call) },
            .object("poster", "The poster for the staff room.", poster) { $0.poster },
        ])

    static let youngPeople = View<YoungPeopleAnswer>(
        "answer for young people", [.text("question", "The question, in a young person's words.") { $0.question }])

    static let professional = View<Seen<ProfessionalGuide>>(
        "guidance for professionals",
        [
            .texts("roles", "Whom it is for.") { $0.roles },
            .texts("checklist", "What to do, in short.") { $0.checklist },
            .list("resources", "What helps with it.", resource) { $0.scene.resources($0.model.resources) },
        ])

    static let campaign = View<Seen<Campaign>>(
        "campaign",
        [
            .text("id", "Its id, for anchors.") { $0.id.text },
            .text("title", "Its title.") { $0.title },
            .text("summary", "What it is about.") { $0.summary },
            .object("from", "Its first day.", date) { $0.scene.seen($0.days.from) },
            .object("to", "Its last day, where it is longer than a day.", date) { it in
                it.days.to == it.days.from ? nil : it.scene.seen(it.days.to)
            },
            .optionalText("url", "Its page on the web.") { $0.url },
            .flag("now", "Whether it is on.") { $0.days.contains($0.scene.plan.today) },
            .flag("past", "Whether it is over.") { $0.days.to < $0.scene.plan.today },
        ])

    static let news = View<Seen<NewsItem>>(
        "news",
        [
            .object("date", "The day it is dated.", date) { $0.scene.seen($0.model.date) },
            .object("campaign", "The campaign it belongs to.", campaign) { it in
                it.model.campaign.map { it.scene.seen(it.scene.plan.board.campaigns[$0]) }
            },
        ])
}

extension Scene {
    func contacts(_ ids: [ID<Contact>]) -> [Seen<Contact>] { ids.map { seen(plan.board.contacts[$0]) } }

    func resources(_ ids: [ID<Resource>]) -> [Seen<Resource>] { ids.map { seen(plan.resources[$0]) } }

    func total(of page: Page) -> Int { plan.sequences[page.subject]?.total ?? 1 }

    /// All definitions, the newest first; of one year, the one in force first.
    func definitions(current: ID<Page>? = nil) -> [Views.DefinitionOnPage] {
        plan.pages(of: .definition).compactMap { page in
            guard case .definition(let facts) = page.kind else { return nil }
            return Views.DefinitionOnPage(facts: facts, page: page, isCurrent: page.id == current)
        }.sorted { ($1.facts.year, $0.page.id) < ($0.facts.year, $1.page.id) }
    }
}
