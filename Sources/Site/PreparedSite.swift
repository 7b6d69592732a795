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
    func drawn(keeping kept: KeptOfPages = .nothing) async -> BuiltSite {
        await drawn(by: renderers(for: nil), keeping: kept)
    }

    /// - Parameters:
    ///   - renderers: One for each language.
    ///   - kept: What later runs are told of its pages.
    func drawn(by renderers: [PageRenderer], keeping kept: KeptOfPages = .nothing) async -> BuiltSite {
        var pages: [SiteFile] = []
        var redirects: [SiteFile] = []
        var frames: [PageFrame] = []
        var surroundings: [PageSurroundings] = []
        for renderer in renderers {
            let planned = renderer.plan.allPages
            switch kept {
            case .frames:
                // The pages of the content folder stand first, in the order of the search index.
                let drawn = await Array(planned.enumerated()).concurrentMap { renderer.framed($1, number: $0) }
                pages += drawn.map(\.file)
                frames += drawn.compactMap(\.frame)
            case .surroundings:
                let drawn = await planned.concurrentMap { page in
                    let (file, frame) = renderer.framed(page, number: 0)
                    return (file: file, surroundings: frame.map { PageSurroundings(of: $0, in: file.bytes) })
                }
                pages += drawn.map(\.file)
                surroundings += drawn.compactMap(\.surroundings)
            case .nothing: pages += await planned.concurrentMap { renderer.file($0) }
            }
            redirects += renderer.plan.redirects.map(renderer.file)
        }
        let files = pages + redirects + shared
        return BuiltSite(
            files: files.sorted { $0.path < $1.path }, pageCount: pages.count,
            hiddenFigures: plans.original.indicators.hidden, frames: frames, surroundings: surroundings)
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

/// What is kept of the pages of a site beside their files.
enum KeptOfPages: Sendable {
    case nothing, frames, surroundings
}

extension SiteOptions {
    var kept: KeptOfPages { keepsFrames ? .frames : (keepsSurroundings ? .surroundings : .nothing) }
}
