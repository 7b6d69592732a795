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

    /// The same, and the frames of its pages.
    func framed() async -> BuiltSite { await drawn(by: renderers(for: nil), withFrames: true) }

    /// - Parameter renderers: One for each language.
    func drawn(by renderers: [PageRenderer], withFrames: Bool = false) async -> BuiltSite {
        var pages: [SiteFile] = []
        var redirects: [SiteFile] = []
        var frames: [PageFrame] = []
        for renderer in renderers {
            let planned = renderer.plan.allPages
            if withFrames {
                // The pages of the content folder stand first, in the order of the search index.
                let drawn = await Array(planned.enumerated()).concurrentMap { renderer.framed($1, number: $0) }
                pages += drawn.map(\.file)
                frames += drawn.compactMap(\.frame)
            } else {
                pages += await planned.concurrentMap { renderer.file($0) }
            }
            redirects += renderer.plan.redirects.map(renderer.file)
        }
        let files = pages + redirects + shared
        return BuiltSite(
            files: files.sorted { $0.path < $1.path }, pageCount: pages.count,
            hiddenFigures: plans.original.indicators.hidden, frames: frames)
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
