import Content
import Diagnostics
import Disclosure
import Parallelism
import Theming

/// A site of which everything is settled and checked, and nothing drawn. It can be drawn more than once: the copies of
/// schools that take the same pages differ in what is said of the school alone.
struct PreparedSite: Sendable {
    let plans: Plans
    let layouts: CompiledLayouts
    let resolvers: [LinkResolver]
    let media: PublishedMedia
    let assets: Assets
    let internalPages: InternalPages?

    /// The finished site of an edition.
    func drawn() async -> BuiltSite { await drawn(by: renderers(for: nil)) }

    /// - Parameter renderers: One for each language.
    func drawn(by renderers: [PageRenderer]) async -> BuiltSite {
        var pages: [SiteFile] = []
        var redirects: [SiteFile] = []
        for renderer in renderers {
            pages += await renderer.plan.allPages.concurrentMap { renderer.file($0) }
            redirects += renderer.plan.redirects.map(renderer.file)
        }
        let files = pages + redirects + shared
        return BuiltSite(
            files: files.sorted { $0.path < $1.path }, pageCount: pages.count,
            hiddenFigures: plans.original.indicators.hidden)
    }

    /// One for each language, the site's own first.
    func renderers(for school: SchoolOnSite?) -> [PageRenderer] {
        resolvers.map { PageRenderer(plans, assets, layouts, $0, media.pictures, for: school) }
    }

    /// The pages of all languages, sketched once for all schools that have no style sheet of their own.
    func sketches() async -> [[PageRenderer.Sketch]] {
        var sketches: [[PageRenderer.Sketch]] = []
        for renderer in renderers(for: nil) {
            sketches.append(await renderer.plan.allPages.concurrentMap { renderer.sketch($0) })
        }
        return sketches
    }

    /// Everything that is not a page.
    var shared: [SiteFile] {
        let plan = plans.original
        return assets.files + media.files + Feeds(plan: plan).files() + SearchEngineFiles(plans: plans).files()
            + CalendarFiles(plan: plan, words: Wording(plan.strings)).files()
            + FigureFiles(plans: plans).files() + PlanFiles(plans: plans).files()
            + TrainingFiles(plans: plans).files() + HeaderFiles(assets: assets, edition: plan.edition).files()
            + (internalPages?.files ?? [])
    }
}
