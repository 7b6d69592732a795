public import Schemas

/// What a page is, with the facts that only such a page has.
///
/// Indirect, because most pages have few facts of their own kind or none, and each would have room for the most.
public indirect enum PageKind: Sendable {
    case page
    case home(Home)
    case section(Section)
    case definition(Definition)
    case model(ExploitationModel)
    case step(PathwayStep)
    case element(SchoolElement)
    case premises(PremisesGuide)
    case strategy(Strategy)
    case actionPlan
    case governance
    case youngPeople(YoungPeopleAnswer)
    case professional(ProfessionalGuide)
    case news(NewsItem)
    case directory(Directory)
    case track(Track)
    case course(Course)
    case calendar
    case roster
    case easyRead(EasyRead)
    case accessibility(AccessibilityStatement)

    /// The words of `kind:` in front matter. Each has a layout of its own name.
    public enum Word: String, Sendable, CaseIterable {
        case page, home, section, definition, model, step, element, premises, strategy
        case actionPlan = "action-plan"
        case governance
        case youngPeople = "young-people"
        case professional, news, directory, track, course, calendar, roster
        case easyRead = "easy-read"
        case accessibility
    }
}

extension PageKind.Word {
    /// How the front matter of such a page is read.
    public var reader: Reader<PageHead> {
        switch self {
        case .page: plain(.page, "A page of text.")
        case .home: head("The front page.", Home.fields, PageKind.home)
        case .section: head("The page of a folder, which lists the folder's pages.", Section.fields, PageKind.section)
        case .definition: head("An edition of the definition.", Definition.fields, PageKind.definition)
        case .model: head("A model of exploitation.", ExploitationModel.fields, PageKind.model)
        case .step: head("A step of the parents' pathway.", PathwayStep.fields, PageKind.step)
        case .element: head("An element of the schools strategy.", SchoolElement.fields, PageKind.element)
        case .premises: head("Guidance for one sort of premises.", PremisesGuide.fields, PageKind.premises)
        case .strategy: head("The board's strategy.", Strategy.fields, PageKind.strategy)
        case .actionPlan: plain(.actionPlan, "The page that shows `data/action-plan.yaml`.")
        case .governance: plain(.governance, "The page that shows `data/governance.yaml`.")
        case .youngPeople: head("An answer for young people.", YoungPeopleAnswer.fields, PageKind.youngPeople)
        case .professional: head("Guidance for professionals.", ProfessionalGuide.fields, PageKind.professional)
        case .news: head("News.", NewsItem.fields, PageKind.news)
        case .directory: head("A page that shows one registry.", Directory.fields, PageKind.directory)
        case .track: head("A track of training.", Track.fields, PageKind.track)
        case .course: head("A course.", Course.fields, PageKind.course)
        case .calendar: plain(.calendar, "The page that lists the runs to come.")
        case .roster: plain(.roster, "The page that shows the champions.")
        case .easyRead: head("A page in Easy Read.", EasyRead.fields, PageKind.easyRead)
        case .accessibility:
            head("The accessibility statement.", AccessibilityStatement.fields, PageKind.accessibility)
        }
    }

    private func plain(_ kind: PageKind, _ summary: String) -> Reader<PageHead> {
        .object("page of kind \(rawValue)", summary, FrontMatter.fields, as: { PageHead(front: $0, kind: kind) })
    }

    private func head<Facts>(
        _ summary: String, _ facts: Fields<Facts>, _ kind: @escaping @Sendable (Facts) -> PageKind
    ) -> Reader<PageHead> {
        .object(
            "page of kind \(rawValue)", summary, FrontMatter.fields, facts,
            as: { PageHead(front: $0, kind: kind($1)) })
    }
}

extension PageKind {
    public var word: Word {
        switch self {
        case .page: .page
        case .home: .home
        case .section: .section
        case .definition: .definition
        case .model: .model
        case .step: .step
        case .element: .element
        case .premises: .premises
        case .strategy: .strategy
        case .actionPlan: .actionPlan
        case .governance: .governance
        case .youngPeople: .youngPeople
        case .professional: .professional
        case .news: .news
        case .directory: .directory
        case .track: .track
        case .course: .course
        case .calendar: .calendar
        case .roster: .roster
        case .easyRead: .easyRead
        case .accessibility: .accessibility
        }
    }
}
