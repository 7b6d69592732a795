import Content
import Diagnostics
import Disclosure
import Schemas
import Templates
import Theming

/// The layouts that a theme must have, and what each one sees.
///
/// All see `site`, `page` and `t`; most see one object more, named after what they draw.
enum Layouts {
    /// A layout's name and its own object.
    struct Layout: Sendable {
        let name: String
        let facts: Shape.Field?

        fileprivate init(_ name: String, _ facts: String? = nil, _ shape: Shape? = nil) {
            self.name = name
            self.facts =
                if let facts, let shape {
                    Shape.Field(facts, .object(shape), "What is particular to such a page.")
                } else { nil }
        }

        init(_ layout: InternalLayout) { self.init(layout.name, layout.object, layout.shape) }

        /// The names that the layout's template may use.
        func root(strings: Shape) -> Shape {
            Shape(
                "layout \(name)",
                [
                    .init("site", .object(Views.site.shape), "The site as a whole."),
                    .init("page", .object(Views.page.shape), "The page that is drawn."),
                    .init("t", .object(strings), "The words of the interface."),
                ] + [facts].compactMap(\.self))
        }
    }

    static let all: [Layout] = [
        Layout("page"),
        Layout("home", "home", Views.home.shape),
        Layout("section"),
        Layout("section-definition", "section", Views.definitions.shape),
        Layout("section-model", "section", Views.models.shape),
        Layout("section-step", "section", Views.steps.shape),
        Layout("section-element", "section", Views.elements.shape),
        Layout("section-premises", "section", Views.premisesGuides.shape),
        Layout("section-news", "section", Views.newsItems.shape),
        Layout("section-track", "section", Views.tracks.shape),
        Layout("section-young-people"),
        Layout("section-professional"),
        Layout("definition", "definition", Views.definition.shape),
        Layout("model", "model", Views.model.shape),
        Layout("step", "step", Views.step.shape),
        Layout("element", "element", Views.element.shape),
        Layout("premises", "premises", Views.premises.shape),
        Layout("strategy", "strategy", Views.strategy.shape),
        Layout("action-plan", "plan", Views.actionPlan.shape),
        Layout("governance", "governance", Views.governance.shape),
        Layout("young-people", "young", Views.youngPeople.shape),
        Layout("professional", "professional", Views.professional.shape),
        Layout("news", "news", Views.news.shape),
        Layout("directory", "directory", Views.directory.shape),
        Layout("track", "track", Views.track.shape),
        Layout("course", "course", Views.course.shape),
        Layout("calendar", "calendar", Views.calendar.shape),
        Layout("roster", "roster", Views.roster.shape),
        Layout("poster", "poster", Views.posterSheet.shape),
        Layout("cards", "cards", Views.posterSheet.shape),
        Layout("leaflet", "leaflet", Views.leaflet.shape),
        Layout("easy-read", "easy", Views.easyRead.shape),
        Layout("accessibility", "statement", Views.accessibility.shape),
        Layout("audience", "audience", Views.audience.shape),
        Layout("pages-index", "index", Views.index.shape),
        Layout("search", "search", Views.search.shape),
        Layout("about-copy", "copy", Views.copyNotes.shape),
        Layout("not-found"),
        Layout("redirect", "redirect", Views.redirect.shape),
    ]

    /// Which layout draws a page, and the value of the layout's own object.
    static func choose(_ page: PlannedPage, _ scene: Scene) -> (layout: String, facts: Value?) {
        switch page.subject {
        case .content(let page): choose(page, scene)
        case .audience(let audience): ("audience", Views.audience.value(of: scene.seen(audience)))
        case .index: ("pages-index", Views.index.value(of: scene.seen(Views.Index())))
        case .search: ("search", scene.site.assets.search.map { Views.search.value(of: scene.seen($0)) })
        case .handout(let handout): choose(handout, scene)
        case .internal(let page): (page.layout, page.value(InternalScene(scene: scene)))
        case .copyNotes(let notes): ("about-copy", Views.copyNotes.value(of: scene.seen(notes)))
        case .notFound: ("not-found", nil)
        }
    }

    private static func choose(_ page: Page, _ scene: Scene) -> (String, Value?) {
        let word = page.kind.word.rawValue
        return switch page.kind {
        case .page: (word, nil)
        case .home(let home): (word, Views.home.value(of: scene.seen(home)))
        case .section(let section): choose(section, page, scene)
        case .definition(let facts):
            (word, Views.definition.value(of: scene.seen(.init(facts: facts, page: page, isCurrent: true))))
        case .model(let model): (word, Views.model.value(of: scene.seen(model)))
        case .step(let facts): (word, Views.step.value(of: scene.seen(.init(facts: facts, page: page))))
        case .element(let facts): (word, Views.element.value(of: scene.seen(.init(facts: facts, page: page))))
        case .premises(let guide): (word, Views.premises.value(of: scene.seen(guide)))
        case .strategy(let strategy): (word, Views.strategy.value(of: scene.seen(strategy)))
        case .actionPlan: (word, scene.plan.board.actionPlan.map { Views.actionPlan.value(of: scene.seen($0)) })
        case .governance:
            (word, Views.governance.value(of: scene.seen(Views.Governance(scene.plan.board.governance))))
        case .youngPeople(let answer): (word, Views.youngPeople.value(of: answer))
        case .professional(let guide): (word, Views.professional.value(of: scene.seen(guide)))
        case .news(let news): (word, Views.news.value(of: scene.seen(news)))
        case .directory(let directory): (word, Views.directory.value(of: scene.seen(directory)))
        case .track(let facts): (word, Views.track.value(of: scene.seen(.init(facts: facts, page: page))))
        case .course(let course): (word, Views.course.value(of: scene.seen(.init(course: course, page: page))))
        case .calendar: (word, Views.calendar.value(of: scene.seen(.init(page: page))))
        case .easyRead(let easy): (word, Views.easyRead.value(of: scene.seen(easy)))
        case .accessibility(let statement): (word, Views.accessibility.value(of: scene.seen(statement)))
        case .roster: (word, scene.plan.training.map { Views.roster.value(of: scene.seen($0.roster)) })
        }
    }

    private static func choose(_ handout: Handout, _ scene: Scene) -> (String, Value?) {
        let facts: Value? =
            switch handout.page.kind {
            case .premises(let guide):
                Views.posterSheet.value(of: scene.seen(Views.PosterSheet(guide: guide, page: handout.page)))
            default: Views.leaflet.value(of: scene.seen(Views.Leaflet(page: handout.page)))
            }
        return (handout.form.rawValue, facts)
    }

    private static func choose(_ section: Section, _ page: Page, _ scene: Scene) -> (String, Value?) {
        let own = scene.seen(Views.SectionOnPage(page: page))
        return switch section.lists {
        case .definition: ("section-definition", Views.definitions.value(of: own))
        case .model: ("section-model", Views.models.value(of: own))
        case .step: ("section-step", Views.steps.value(of: own))
        case .element: ("section-element", Views.elements.value(of: own))
        case .premises: ("section-premises", Views.premisesGuides.value(of: own))
        case .news: ("section-news", Views.newsItems.value(of: own))
        case .track: ("section-track", Views.tracks.value(of: own))
        case .youngPeople: ("section-young-people", nil)
        case .professional: ("section-professional", nil)
        default: ("section", nil)
        }
    }
}

/// A theme's layouts, compiled.
struct CompiledLayouts: Sendable {
    private let templates: [String: Template]

    /// Every layout is compiled, whether this site has such a page or not: a theme is right or it is not.
    ///
    /// - Parameter more: Layouts that only this edition has.
    static func compile(
        _ theme: Theme, and more: [InternalLayout] = []
    ) -> (layouts: CompiledLayouts?, diagnostics: [Diagnostic]) {
        var templates: [String: Template] = [:]
        var faults = theme.templates.diagnostics
        for layout in Layouts.all + more.map(Layouts.Layout.init) {
            let (template, found) = theme.templates.compile(
                layout.name, against: layout.root(strings: theme.strings.shape), namedAt: theme.place)
            faults += found
            templates[layout.name] = template
        }
        faults += missingWords(theme)
        let sorted = faults.sortedByPlace()
        return (sorted.hasErrors ? nil : CompiledLayouts(templates: templates), sorted)
    }

    /// The code puts some words on pages too, and takes them from the same strings.
    private static func missingWords(_ theme: Theme) -> [Diagnostic] {
        Wording.keys.filter { !theme.strings.has($0) }.map { key in
            Diagnostic(
                .missingString, "the theme's strings have no text \"\(key)\"", at: theme.stringsPlace,
                help: "add `\(key):` to strings/en.yaml")
        }
    }

    /// The template of a layout that ``Layouts/all`` lists.
    subscript(name: String) -> Template {
        guard let template = templates[name] else { preconditionFailure("the layout \(name) was never compiled") }
        return template
    }
}
