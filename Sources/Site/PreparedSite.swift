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
        // The largest files first, while little is kept of others; each is let go of as soon as it was taken.
        var others = shared
        var (files, pageCount) = (await others.concurrentDrain(chunk: 1) { DrawnFile($0, take) }, 0)
        for renderer in renderers(for: nil) {
            // The pages of the content folder stand first, in the order of the search index.
            let pages = await Array(renderer.plan.allPages.enumerated()).concurrentMap { number, planned in
                let (file, frame) =
                    kept == .nothing ? (renderer.file(planned), nil) : renderer.framed(planned, number: number)
                let faults = planned.page.map { policies.faults(of: $0, drawn: file.bytes) } ?? []
                return DrawnFile(
                    path: file.path, taken: take(file), trace: Trace(kept, frame, of: file), faults: faults)
            }
            files += pages
            pageCount += pages.count
            files += await renderer.plan.redirects.concurrentMap { DrawnFile(renderer.file($0), take) }
        }
        let (frames, surroundings) = (files.compactMap(\.trace.frame), files.compactMap(\.trace.surroundings))
        let faults = files.flatMap(\.faults)
        files.sort { $0.path < $1.path }
        let site = DrawnSite(
            files: files.map(\.taken), pageCount: pageCount, hiddenFigures: plans.original.indicators.hidden,
            frames: frames, surroundings: surroundings)
        return (site, faults)
    }

    /// A file that was handed on.
    private struct DrawnFile<Taken: Sendable>: Sendable {
        let path: String
        let taken: Taken
        var trace = Trace.nothing
        var faults: [Diagnostic] = []

        init(path: String, taken: Taken, trace: Trace, faults: [Diagnostic]) {
            (self.path, self.taken, self.trace, self.faults) = (path, taken, trace, faults)
        }

        /// One that is no page.
        init(_ file: SiteFile, _ take: (SiteFile) -> Taken) { (path, taken) = (file.path, take(file)) }
    }

    /// What is kept of a page. Indirect, so that a file of which nothing is kept has no room for it.
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
