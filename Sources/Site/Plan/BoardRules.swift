import Content
import Diagnostics
import Schemas

/// What must hold between pages, beyond each page being right by itself.
struct BoardRules {
    private let plan: Plan

    init(_ plan: Plan) { self.plan = plan }

    func faults() -> [Diagnostic] {
        definitionsInForce() + CircleRules(plan).faults() + plan.pages.flatMap(kinds) + settingsPages()
            + plan.pages.flatMap(Mentions(plan).faults)
    }

    private func definitionsInForce() -> [Diagnostic] {
        let all = plan.pages.filter { $0.kind.word == .definition }
        let inForce = all.filter { if case .definition(let it) = $0.kind { it.status == .inForce } else { false } }
        guard let one = all.first, inForce.count != 1, plan.leftOut.isEmpty else { return [] }
        return [
            Diagnostic(
                .noDefinitionInForce,
                inForce.isEmpty ? "no definition is in force" : "\(inForce.count) definitions are in force",
                at: (inForce.first ?? one).location,
                notes: inForce.dropFirst().map { .init("this one too", at: $0.location) },
                help: "give exactly one definition the status `in-force`")
        ]
    }

    /// Pages that are named where only one kind of page makes sense.
    private func kinds(_ page: Page) -> [Diagnostic] {
        switch page.kind {
        case .track(let track):
            track.courses.compactMap { wrongKind($0, .course, in: page) }
                + track.prerequisites.compactMap { wrongKind($0, .track, in: page) }
        case .definition(let definition):
            [definition.supersededBy.flatMap { wrongKind($0, .definition, in: page) }].compactMap(\.self)
        case .easyRead(let easy): [missing(easy.of, from: page.location)].compactMap(\.self)
        case .accessibility(let statement): issues(of: statement, on: page)
        case .home(let home): home.doors.compactMap { missing($0.to, from: page.location) }
        default: []
        }
    }

    /// A statement in another language that leaves an issue out would say that the site is better than it is.
    private func issues(of original: AccessibilityStatement, on page: Page) -> [Diagnostic] {
        plan.board.pages.items.filter { $0.translation?.original == page.id }.flatMap { translation -> [Diagnostic] in
            guard case .accessibility(let statement) = translation.kind else { return [] }
            let (told, known) = (statement.issues.map(\.id), original.issues.map(\.id))
            let wrong = known.filter { !told.contains($0) } + told.filter { !known.contains($0) }
            return wrong.map { id in
                Diagnostic(
                    .accessibilityClaim,
                    known.contains(id)
                        ? "the translation leaves the known issue \"\(id)\" out"
                        : "the translation lists the issue \"\(id)\", which the original does not have",
                    at: translation.location, help: "list the same issues, under the same ids, in every language")
            }
        }
    }

    private func settingsPages() -> [Diagnostic] {
        let settings = plan.board.settings
        let place = Location(path: plan.board.settingsPath, start: .start)
        return (settings.navigation + settings.footer + [settings.safetyPage].compactMap(\.self)).compactMap {
            missing($0, from: place)
        }
    }

    private func wrongKind(_ id: ID<Page>, _ kind: PageKind.Word, in page: Page) -> Diagnostic? {
        guard let found = plan[id] else { return missing(id, from: page.location) }
        guard found.kind.word != kind else { return nil }
        return Diagnostic(
            .wrongPageKind, "\"\(id)\" is a page of kind `\(found.kind.word.rawValue)`; a `\(kind.rawValue)` is wanted",
            at: page.location, notes: [.init("it is this page", at: found.location)])
    }

    /// The page exists, or the references would not have passed; but this edition may not have it.
    private func missing(_ id: ID<Page>, from place: Location) -> Diagnostic? {
        guard plan[id] == nil, !plan.leftOut.contains(id) else { return nil }
        return Diagnostic(
            .notInEdition, "the \(plan.edition.rawValue) edition does not have the page \"\(id)\"", at: place,
            help: Self.whyMissing)
    }

    static let whyMissing = "it is a draft, is not published yet, has expired, or is for trainers only"
}
