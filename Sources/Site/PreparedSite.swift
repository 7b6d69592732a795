import Content
public import Diagnostics
import Disclosure
import Parallelism
import Theming

/// A site of which everything is settled and checked, and nothing drawn. It can be drawn more than once: the copies of
/// schools that take the same pages differ in what is said of the school alone.
public struct PreparedSite: Sendable {
    let plans: Plans
    let layouts: CompiledLayouts
    let resolvers: [LinkResolver]
    let media: PublishedMedia
    let assets: Assets
    let internalPages: InternalPages?

    /// Draws every file, on all cores, and hands each on as soon as it is finished.
    ///
    /// - Parameters:
    ///   - kept: What later runs are told of its pages.
    ///   - take: Called once for each file, by many tasks at once and in no order. What it returns is all that is kept.
    /// - Returns: The site, and where it breaks a policy of the board's.
    public func draw<Taken: Sendable>(
        keeping kept: KeptOfPages = .nothing, _ take: @escaping @Sendable (SiteFile) -> Taken
    ) async -> (site: DrawnSite<Taken>, faults: [Diagnostic]) {
        let policies = PolicyCheck(plans.original.board)
        var (pages, redirects): ([DrawnPage<Taken>], [(path: String, taken: Taken)]) = ([], [])
        for renderer in renderers(for: nil) {
            // The pages of the content folder stand first, in the order of the search index.
            pages += await Array(renderer.plan.allPages.enumerated()).concurrentMap { number, planned in
                let (file, frame) =
                    kept == .nothing ? (renderer.file(planned), nil) : renderer.framed(planned, number: number)
                let faults = planned.page.map { policies.faults(of: $0, drawn: file.bytes) } ?? []
                return DrawnPage(
                    path: file.path, taken: take(file), trace: Trace(kept, frame, of: file), faults: faults)
            }
            redirects += renderer.plan.redirects.map { renderer.file($0) }.map { ($0.path, take($0)) }
        }
        let others = await shared.concurrentMap(chunk: 1) { (path: $0.path, taken: take($0)) }
        let files = pages.map { ($0.path, $0.taken) } + redirects + others
        let site = DrawnSite(
            files: files.sorted { $0.0 < $1.0 }.map(\.1), pageCount: pages.count,
            hiddenFigures: plans.original.indicators.hidden, frames: pages.compactMap(\.trace.frame),
            surroundings: pages.compactMap(\.trace.surroundings))
        return (site, pages.flatMap(\.faults))
    }

    /// A page that was handed on.
    private struct DrawnPage<Taken: Sendable>: Sendable {
        let path: String
        let taken: Taken
        let trace: Trace
        let faults: [Diagnostic]
    }

    /// What is kept of a page. Indirect, so that a page of which nothing is kept has no room for it.
    private indirect enum Trace: Sendable {
        case nothing
        case frame(PageFrame)
        case surroundings(PageSurroundings)

        init(_ kept: KeptOfPages, _ frame: PageFrame?, of file: SiteFile) {
            switch (kept, frame) {
            case (.frames, let frame?): self = .frame(frame)
            case (.surroundings, let frame?): self = .surroundings(PageSurroundings(of: frame, in: file.bytes))
            default: self = .nothing
            }
        }

        var frame: PageFrame? { if case .frame(let frame) = self { frame } else { nil } }

        var surroundings: PageSurroundings? { if case .surroundings(let it) = self { it } else { nil } }
    }

    /// Draws the files once more, some hundred at a time, for whoever has to look at them again.
    ///
    /// - Parameter look: Whether it wants to see more.
    public func redraw(_ look: ([SiteFile]) -> Bool) async {
        for renderer in renderers(for: nil) {
            let pages = renderer.plan.allPages
            for start in stride(from: 0, to: pages.count, by: Self.atOnce) {
                let run = Array(pages[start..<min(start + Self.atOnce, pages.count)])
                guard look(await run.concurrentMap(chunk: 16) { renderer.file($0) }) else { return }
            }
            guard look(renderer.plan.redirects.map { renderer.file($0) }) else { return }
        }
        _ = look(shared)
    }

    /// How many pages are in memory when they are looked at again.
    private static let atOnce = 256

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
public enum KeptOfPages: Sendable {
    case nothing, frames, surroundings
}

extension SiteOptions {
    public var kept: KeptOfPages { keepsFrames ? .frames : (keepsSurroundings ? .surroundings : .nothing) }
}
