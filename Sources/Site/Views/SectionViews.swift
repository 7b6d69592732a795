import Content
import Schemas
import Templates

extension Views {
    /// A folder's page with the pages of the folder that are of the kind it lists.
    struct SectionOnPage: Sendable {
        let page: Page
    }

    struct ModelOnPage: Sendable {
        let facts: ExploitationModel
        let page: Page
    }

    struct PremisesOnPage: Sendable {
        let facts: PremisesGuide
        let page: Page
    }

    static let definitions = section(
        "section of definitions",
        [
            .list("definitions", "The definitions, the newest first.", definitionEntry) { it in
                it.scene.seen(it.scene.definitions())
            }
        ])

    static let models = section(
        "section of models",
        [
            .list(
                "models", "The models.",
                entry(
                    "model in a list",
                    [
                        .texts("also_called", "Other names for it.") { $0.facts.aliases },
                        .flag("criticised", "Whether something speaks against its name.") { $0.facts.criticism != nil },
                    ])
            ) { it in
                it.children { if case .model(let facts) = $0.kind { ModelOnPage(facts: facts, page: $0) } else { nil } }
            }
        ])

    static let steps = section(
        "section of steps",
        [
            .list(
                "steps", "The steps, in order.",
                entry(
                    "step in a list",
                    [
                        .text("number", "Its place in the pathway.") { String($0.facts.number) }
                    ])
            ) { it in
                it.children { if case .step(let facts) = $0.kind { StepOnPage(facts: facts, page: $0) } else { nil } }
            }
        ])

    static let elements = section(
        "section of elements",
        [
            .list(
                "elements", "The elements, in order.",
                entry(
                    "element in a list",
                    [
                        .text("number", "Its place in the strategy.") { String($0.facts.number) },
                        .texts("questions", "The questions of its part of the sheet.") { $0.facts.questions },
                    ])
            ) { it in
                it.children {
                    if case .element(let facts) = $0.kind { ElementOnPage(facts: facts, page: $0) } else { nil }
                }
            }
        ])

    static let premisesGuides = section(
        "section of premises",
        [
            .list(
                "premises", "The guides.",
                entry(
                    "guide in a list",
                    [
                        .text("sector", "The sort of premises.") { $0.scene.words.word("sector", $0.facts.sector) }
                    ])
            ) { it in
                it.children {
                    if case .premises(let facts) = $0.kind { PremisesOnPage(facts: facts, page: $0) } else { nil }
                }
            }
        ])

    static let newsItems = section(
        "section of news",
        [
            .list("news", "The news, the newest first.", link) { it in
                it.scene.seen(it.scene.plan.children(of: it.page.subject).map(it.scene.link(to:)))
            }
        ])

    static let tracks = section(
        "section of tracks",
        [
            .list(
                "tracks", "The tracks, in order.",
                entry(
                    "track in a list",
                    [
                        .text("level", "The level it leads to.") { $0.scene.level($0.facts.level) },
                        .text("course_count", "How many courses it has.") { String($0.facts.courses.count) },
                    ])
            ) { it in
                it.children { if case .track(let facts) = $0.kind { Track(facts: facts, page: $0) } else { nil } }
            }
        ])

    private static func section(
        _ name: String, _ fields: [View<Seen<SectionOnPage>>.Field]
    ) -> View<Seen<SectionOnPage>> {
        View(name, fields)
    }

    /// What every entry of an index shows, and then what is particular to its kind.
    private static func entry<Model: OnPage>(
        _ name: String, _ fields: [View<Seen<Model>>.Field]
    ) -> View<Seen<Model>> {
        View(
            name,
            [
                .text("title", "Its title.") { $0.model.page.navTitle },
                .text("url", "Its page.") { $0.scene.link(to: $0.model.page).url },
                .optionalText("lang", "Its language, where that is not the page's.") {
                    $0.scene.link(to: $0.model.page).language
                },
                .text("summary", "Its summary.") { $0.model.page.front.summary },
            ] + fields)
    }
}

/// Facts together with the page that states them.
protocol OnPage: Sendable {
    var page: Page { get }
}

extension Views.ModelOnPage: OnPage {}
extension Views.StepOnPage: OnPage {}
extension Views.ElementOnPage: OnPage {}
extension Views.PremisesOnPage: OnPage {}
extension Views.Track: OnPage {}

extension Seen<Views.SectionOnPage> {
    /// The pages of the folder that `pick` knows what to do with.
    fileprivate func children<Item: Sendable>(_ pick: (Page) -> Item?) -> [Seen<Item>] {
        scene.seen(scene.plan.children(of: model.page.subject).compactMap(pick))
    }
}
