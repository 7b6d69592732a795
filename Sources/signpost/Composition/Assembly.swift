import Content
import Desk
import Diagnostics
import Disclosure
import Disk
import Governance
import Integrity
import Markdown
import Schemas
import Site
import Theming
import Training

/// Reads all sources from the disk and puts the libraries together, from bytes to a finished site.
struct Assembly {
    let sources: SourceOptions
    let options: SiteOptions
    /// Whether the gallery of the theme's components stands among the pages.
    var showsGallery = false
    /// Whether what is right but could be better is looked for too, as `check` does.
    var isThorough = false
    /// Whether texts of the finished site will be changed, as `serve` does.
    var keepsOpen = false
    /// The file of the key that signs certificates.
    var keyFile: String?
    /// Where the HTML of pages waits until they are drawn; in memory, where there is none.
    var scratch: ScratchFile?

    /// What is kept of a file that was handed on.
    struct Note: Sendable {
        let path: String
        /// In bytes.
        let size: Int
        /// What the gate saw in it; `nil` where only the training team reads the site.
        let reading: PersonalDataGate.Reading?
    }

    /// What came of it: a site, or faults, or a site with warnings.
    struct Outcome {
        let site: DrawnSite<Note>?
        let diagnostics: [Diagnostic]
        /// The files of which lines may be shown, by the path that messages use: all but records.
        fileprivate(set) var files: [String: [UInt8]]
        /// The folders that were read.
        let folders: [String]
        /// What the search for personal data did; `nil` where there was none.
        var evidence: GateEvidence?
        /// Which counts were hidden; `nil` where the records are not here.
        var hidden: [HiddenCount]?
        /// The posts that keep pages, by the path of the page; none before the pages could be read.
        var owners: [String: String] = [:]

        /// What leads out of the site; `nil` where nobody asked, and before the pages could be read.
        var links: ExternalLinks?

        /// All that was read or looked for.
        var sightings: [Sighting] = []
        /// What it takes to change a text; `nil` where nobody will.
        var texts: PageTexts?
        /// What another text can be put into by a later build; `nil` where none can tell what that would change.
        var frames: TextRecord?
        /// What a later check needs to look at another text alone; `nil` where it cannot.
        var surroundings: SurroundingsRecord?
        /// The faults of pages that come from nothing but their own files; noted where a check keeps them.
        var textFaults: Set<Diagnostic> = []

        /// One line of a file that was read.
        func line(_ path: String, _ number: Int) -> String? {
            files[path].flatMap { LineOfFile.text($0, number) }
        }
    }

    /// Everything that was read, once it has no fault.
    struct Checked {
        let board: Board
        /// `nil` where they are not here, or where the board keeps none.
        let records: TrainingRecords?
        let published: PublishedTraining?
        /// Figures that readers have from earlier summaries.
        let known: [FigureQuery]
        let theme: Theme
        let shelves: Shelves
        /// Of the facts at the top of each page's file, for later builds: see ``TextRecord``.
        let heads: [String: Digest]
        /// Nothing worse than warnings.
        let diagnostics: [Diagnostic]
        /// Of these, those that were found while pages were read, each in its page's file.
        let textFaults: [Diagnostic]

        /// The tables of figures that pages show, as readers see them.
        var indicators: PublishedIndicators {
            PublishedIndicators(onPagesOf: board, with: published?.collected ?? .none)
        }

        /// All counts that the published pages hide.
        var hidden: [HiddenCount] { (published?.hidden ?? []) + indicators.hidden }
    }

    /// Reads, checks and draws everything.
    ///
    /// - Parameter take: Called once for each finished file, by many tasks at once: see ``SettledSite``.
    func run(
        _ progress: inout Progress, _ take: @escaping @Sendable (SiteFile) -> Void = { _ in }
    ) async -> Outcome {
        switch await settle(&progress) {
        case .faulty(let outcome): outcome
        case .settled(let site): await site.draw(&progress, handing: take)
        }
    }

    /// Everything up to the drawing.
    func settle(_ progress: inout Progress) async -> Settlement {
        let checked: Checked
        switch await examine(&progress) {
        case .faulty(let found): return .faulty(found)
        case .sound(let sound, _): checked = sound
        }
        let (key, keyFaults) = BoardKey.read(keyFile, of: checked.board)
        guard keyFaults.isEmpty else { return .faulty(outcome(nil, checked.diagnostics + keyFaults, checked.shelves)) }
        progress.stage("Planning")
        var options = options
        options.isThorough = isThorough
        let builder = SiteBuilder(
            board: checked.board, training: checked.published, theme: checked.theme, options: options,
            internalPages: await deskPages(checked, key))
        let (site, siteFaults) = await builder.prepare()
        let faults = checked.diagnostics + siteFaults
        guard let site else { return .faulty(outcome(nil, faults, checked.shelves, of: checked.board)) }
        return .settled(SettledSite(assembly: self, checked: checked, site: site, diagnostics: faults))
    }

    enum Settlement {
        case faulty(Outcome)
        case settled(SettledSite)
    }

    /// Reads and checks everything; without errors there is something to go on with.
    func check(_ progress: inout Progress) async -> (checked: Checked?, outcome: Outcome) {
        switch await examine(&progress) {
        case .faulty(let outcome): (nil, outcome)
        case .sound(let checked, let board):
            (checked, outcome(nil, checked.diagnostics, checked.shelves, of: board))
        }
    }

    private enum Examination {
        case faulty(Outcome)
        /// With the board as its authors wrote it.
        case sound(Checked, Board)
    }

    private func examine(_ progress: inout Progress) async -> Examination {
        progress.stage("Reading")
        var shelves = await Shelves.read(sources)
        guard shelves.canBeUsed else { return .faulty(outcome(nil, shelves.diagnostics, shelves)) }
        progress.stage("Checking")
        let (theme, themeFaults) = shelves.hasSettings ? theme(shelves) : (nil, [])
        let heads = options.kept != .nothing ? TextRecord.heads(of: shelves.content) : [:]
        let content = await content(&shelves, theme)
        let records = await records(shelves)
        let summary = shelves.summaryDraft
        let gallery =
            showsGallery ? Gallery(of: theme?.components ?? [:]).read(for: content.reading) : Draft([], Reading())
        let told = shelves.recordsFolder == nil ? summary : Draft(.some(nil), Reading())
        let (value, faults) = content.joined(with: records).joined(with: told.joined(with: gallery)).checked()
        let found = shelves.diagnostics + themeFaults + faults
        guard let value, let theme, !found.hasErrors else { return .faulty(outcome(nil, found, shelves)) }
        let ((board, training), (summaryInUse, pages)) = value
        // An earlier summary only says what readers know; one with faults says nothing.
        let earlier =
            training == nil ? summaryInUse : content.joined(with: records).joined(with: summary).checked().value?.1
        let source = TrainingSource(
            board: board.adding(pages), records: training, summary: earlier, shelves: shelves, today: options.today)
        let review = BoardReview(source.board, today: options.today)
        let collected = CollectionReview(training?.selfAssessment, training?.outreach, today: options.today)
        let diagnostics =
            found + source.faults + (isThorough ? review.faults() + collected.faults() : review.stoppers())
        guard !diagnostics.hasErrors else { return .faulty(outcome(nil, diagnostics, shelves, of: board)) }
        let checked = Checked(
            board: source.board, records: training, published: source.published, known: source.known, theme: theme,
            shelves: shelves, heads: heads, diagnostics: diagnostics,
            textFaults: content.reading.diagnostics.filter { $0.location?.path.hasSuffix(".md") == true })
        return .sound(checked, board)
    }

    /// Texts stay where they are compared with others later, and where much will be said of them.
    private func content(_ shelves: inout Shelves, _ theme: Theme?) async -> Draft<Board> {
        let reader = contentReader(shelves, theme)
        return keepsOpen || isThorough ? await reader.read(shelves.content) : await shelves.drainContent(into: reader)
    }

    /// The training team's own pages: in the trainer edition, where there are records.
    private func deskPages(_ checked: Checked, _ key: SigningKey?) async -> InternalPages? {
        guard let use = options.internalUse, let records = checked.records else { return nil }
        let plan = await DeskPlan(
            board: checked.board, records: records, hidden: checked.hidden, today: options.today,
            key: key)
        return await plan.pages(for: use)
    }

    func contentReader(_ shelves: Shelves, _ theme: Theme?) -> ContentReader {
        guard let theme else { return ContentReader(root: shelves.contentFolder, components: nil) }
        var reader = ContentReader(
            root: shelves.contentFolder, components: theme.components, checksLanguage: isThorough
        ) { theme.wording(of: $0) }
        reader.htmlStore = scratch.map { scratch in
            HTMLStore(put: scratch.put) { scratch.bytes(at: $0, count: $1) }
        }
        return reader
    }

    func theme(_ shelves: Shelves) -> (theme: Theme?, diagnostics: [Diagnostic]) {
        let reader = ThemeReader(shelves: shelves.themes, hostTypes: HostTypes.all)
        let (own, others) = (shelves.language, shelves.otherLanguages)
        if let asked = sources.theme { return reader.read(asked, language: own, others: others) }
        return reader.read(
            shelves.themeName?.value ?? "default", namedAt: shelves.themeName?.location, language: own, others: others)
    }

    func records(_ shelves: Shelves) async -> Draft<TrainingRecords?> {
        guard let folder = shelves.recordsFolder else { return Draft(.some(nil), Reading()) }
        return await TrainingReader(root: folder).read(shelves.records).asOptional
    }

    func outcome(
        _ site: DrawnSite<Note>?, _ diagnostics: [Diagnostic], _ shelves: Shelves, of board: Board? = nil
    ) -> Outcome {
        var outcome = Outcome(
            site: site, diagnostics: shelves.discreet(diagnostics).sortedByPlace(), files: [:],
            folders: shelves.folders, sightings: shelves.sightings)
        // A check of many pages counts everything; a build shows what people can read.
        if !isThorough { outcome = outcome.counted }
        outcome.files = shelves.files(shownBy: outcome.diagnostics)
        if isThorough, let board {
            let kept = board.pages.items.compactMap { page in page.front.owner.map { (page.shownPath, $0) } }
            outcome.links = ExternalLinks(board)
            outcome.owners = Dictionary(kept, uniquingKeysWith: { first, _ in first })
        }
        return outcome
    }
}

extension Diagnostic {
    /// The files that it names.
    var paths: [String] { ([location] + notes.map(\.location)).compactMap { $0?.path } }
}
