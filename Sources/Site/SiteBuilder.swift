public import Content
public import Diagnostics
public import Disclosure
import Parallelism
public import Theming

/// Builds one edition of a board's site, from checked values to bytes. Pure: it reads and writes nothing.
public struct SiteBuilder: Sendable {
    let board: Board
    let training: PublishedTraining?
    let theme: Theme
    let options: SiteOptions
    let internalPages: InternalPages?

    /// - Parameters:
    ///   - board: A content folder, read and checked.
    ///   - training: What may be published of the training records; `nil` where the board keeps none.
    ///   - theme: The look of the site.
    ///   - options: Edition, day, and what else changes from run to run.
    ///   - internalPages: What only the trainer edition has; nobody can make one for another.
    public init(
        board: Board, training: PublishedTraining?, theme: Theme, options: SiteOptions,
        internalPages: InternalPages? = nil
    ) {
        precondition(internalPages == nil || options.internalUse != nil, "internal pages in a published edition")
        self.board = board
        self.training = training
        self.theme = theme
        self.options = options
        self.internalPages = internalPages
    }

    /// The finished site, or `nil` with at least one error among the diagnostics.
    public func build() async -> (site: BuiltSite?, diagnostics: [Diagnostic]) {
        let (prepared, faults) = await prepare()
        guard let prepared else { return (nil, faults) }
        let (site, broken) = await prepared.draw(keeping: options.kept) { $0 }
        return (broken.hasErrors ? nil : site, faults + broken)
    }

    /// Everything but the drawing, or `nil` with at least one error among the diagnostics.
    public func prepare() async -> (site: PreparedSite?, diagnostics: [Diagnostic]) {
        // Neither needs the other.
        async let compiled = CompiledLayouts.compile(theme, and: internalPages?.layouts ?? [])
        let planner = Planner(
            board: board, training: training, theme: theme, options: options, internalPages: internalPages)
        let (plans, planFaults) = planner.plan()
        let (layouts, themeFaults) = await compiled
        let resolvers = LinkResolver.all(plans.all)
        let (media, mediaFaults) = await PublishedMedia.prepared(resolvers)
        var linkFaults: [Diagnostic] = []
        for check in resolvers.map(BodyCheck.init) {
            linkFaults += await check.resolver.plan.pages.concurrentMap { check.faults(of: $0) }.flatMap(\.self)
        }
        linkFaults += resolvers.flatMap { CitedFigures(resolver: $0).faults() }
        if options.isThorough, let own = resolvers.first { linkFaults += OrphanPages(resolver: own).faults() }
        let faults = planFaults + themeFaults + linkFaults + mediaFaults + Assets.faults(of: theme)
        guard let layouts, !faults.hasErrors else { return (nil, faults) }
        let indices = theme.searchScript == nil ? [] : await SearchIndex.build(plans.all)
        let assets = Assets(theme, searching: indices, isInternal: internalPages != nil)
        let site = PreparedSite(
            plans: plans, layouts: layouts, resolvers: resolvers, media: media, assets: assets,
            internalPages: internalPages)
        return (site, faults)
    }
}
