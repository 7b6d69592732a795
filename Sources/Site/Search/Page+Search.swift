import Content
import Schemas

extension Page {
    /// What front matter and registries put on the page beside its text, as far as it helps to find the page.
    ///
    /// People are left out: a roster names those who agreed to be on it, which is less than being found by name.
    func searchTexts(in plan: Plan) -> [(text: String, weight: SearchWords.Weight)] {
        if let ownSearchTexts { return ownSearchTexts }
        return switch kind {
        case .directory(let it): plan.searchTexts(of: it.of)
        case .actionPlan: texts(.body, plan.board.actionPlan?.searchTexts ?? [])
        case .governance: texts(.body, plan.board.governance.items.flatMap { [$0.name, $0.purpose] })
        default: []
        }
    }

    /// What front matter alone puts there; `nil` where registries do.
    var ownSearchTexts: [(text: String, weight: SearchWords.Weight)]? {
        switch kind {
        case .model(let it): texts(.summary, it.aliases) + texts(.list, it.looksLike + it.signs + it.respond)
        case .step(let it): texts(.list, it.doNow + it.doNext + [it.afterwards])
        case .element(let it): texts(.list, it.good + it.questions)
        case .premises(let it): texts(.list, it.signs + it.say + [it.poster.headline] + it.poster.lines)
        case .youngPeople(let it): texts(.summary, [it.question])
        case .professional(let it): texts(.list, it.roles + it.checklist)
        case .definition(let it): texts(.summary, [it.edition, it.publisher]) + texts(.list, it.changes)
        case .strategy(let it): texts(.list, it.pledge)
        case .track(let it): texts(.list, it.forWhom + it.outcomes)
        case .course(let it): texts(.summary, [it.id.text, it.aim]) + texts(.list, it.forWhom + it.covers)
        case .accessibility(let it): texts(.list, it.able + it.issues.flatMap { [$0.what, $0.why] })
        case .directory, .actionPlan, .governance: nil
        case .page, .home, .section, .news, .calendar, .roster, .easyRead: []
        }
    }

    /// How much sooner a page is found than others that say as much about the words: whoever is frightened finds
    /// somebody to call and something to do before anything to read.
    var searchRank: Int {
        switch kind {
        case .directory(let directory) where directory.of == .contacts: 3
        case .step, .premises, .youngPeople: 2
        case .section(let section) where Self.whatToDo.contains(section.lists): 2
        default: 1
        }
    }

    private static let whatToDo: Set<PageKind.Word?> = [.step, .premises, .youngPeople]

    private func texts(
        _ weight: SearchWords.Weight, _ texts: [String]
    ) -> [(text: String, weight: SearchWords.Weight)] {
        texts.map { ($0, weight) }
    }
}

extension Plan {
    /// The entries of a registry: their names, and what is said of them.
    fileprivate func searchTexts(of listing: Directory.Listing) -> [(text: String, weight: SearchWords.Weight)] {
        let entries: [(name: String, about: [String?])] =
            switch listing {
            case .agencies: board.agencies.items.map { ($0.name, []) }
            case .contacts:
                board.contacts.items.map {
                    ($0.name, [$0.kind.rawValue, $0.summary, $0.ways.phone, $0.ways.textNumber, $0.hours])
                }
            case .services: board.services.items.map { ($0.name, [$0.forWhom, $0.offers, $0.area]) }
            case .sources: board.sources.items.map { ($0.title, [$0.publisher]) }
            case .glossary: board.glossary.items.map { ($0.term, $0.also + [$0.meaning]) }
            case .resources: resources.items.map { ($0.title, [$0.summary, $0.publisher]) }
            case .campaigns: board.campaigns.items.map { ($0.title, [$0.summary]) }
            }
        return entries.flatMap { entry in
            [(entry.name, .list)] + entry.about.compactMap { $0.map { ($0, .body) } }
        }
    }
}

extension ActionPlan {
    fileprivate var searchTexts: [String] {
        strands.flatMap { strand in
            [strand.title, strand.aim]
                + strand.outcomes.flatMap { outcome in [outcome.title] + outcome.actions.map(\.what) }
        }
    }
}
