import Content
import Desk
import Diagnostics
import Disclosure
import Disk
import Integrity
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
    /// The file of the key that signs certificates.
    var keyFile: String?

    /// What came of it: a site, or faults, or a site with warnings.
    struct Outcome {
        let site: BuiltSite?
        let diagnostics: [Diagnostic]
        /// The files of which lines may be shown, by the path that messages use: all but records.
        let files: [String: [UInt8]]
        /// The folders that were read.
        let folders: [String]
        /// What the search for personal data did; `nil` where there was none.
        var evidence: GateEvidence?

        /// One line of a file that was read.
        func line(_ path: String, _ number: Int) -> String? {
            files[path].flatMap { LineOfFile.text($0, number) }
        }
    }

    func run(_ progress: inout Progress) async -> Outcome {
        progress.stage("Reading")
        let shelves = await Shelves.read(sources)
        guard shelves.canBeUsed else { return outcome(nil, shelves.diagnostics, shelves) }
        progress.stage("Checking")
        let (theme, themeFaults) = shelves.hasSettings ? theme(shelves) : (nil, [])
        let content = await ContentReader(
            root: shelves.contentFolder, components: theme?.components,
            wording: theme.map { theme in { language in theme.wording(of: language) } }
        ).read(shelves.content)
        let records = await records(shelves)
        let gallery =
            showsGallery ? Gallery(of: theme?.components ?? [:]).read(for: content.reading) : Draft([], Reading())
        let (checked, faults) = content.joined(with: records).joined(with: gallery).checked()
        let found = shelves.diagnostics + themeFaults + faults
        guard let ((board, training), pages) = checked, let theme, !found.hasErrors else {
            return outcome(nil, found, shelves)
        }
        let (key, keyFaults) = BoardKey.read(keyFile, of: board)
        guard keyFaults.isEmpty else { return outcome(nil, found + keyFaults, shelves) }
        progress.stage("Drawing")
        let whole = board.adding(pages)
        let asked = AskedFigures(of: whole, asOf: options.today)
        let published = training.map {
            PublishedTraining(records: $0, board: board, asked: asked, asOf: options.today)
        }
        let builder = SiteBuilder(
            board: whole, training: published, theme: theme, options: options,
            internalPages: await deskPages(board, training, key))
        let (site, siteFaults) = await builder.build()
        guard let site, options.edition.isPublished else { return outcome(site, found + siteFaults, shelves) }
        progress.stage("Looking for personal data")
        let gate = PersonalDataGate(records: training ?? .none, board: board, asOf: options.today)
        let result = await gate.scan(site.files.map { ($0.path, $0.bytes) })
        var outcome = outcome(site, found + siteFaults + result.diagnostics, shelves)
        outcome.evidence = result.evidence
        return outcome
    }

    /// The training team's own pages: in the trainer edition, where there are records.
    private func deskPages(_ board: Board, _ records: TrainingRecords?, _ key: SigningKey?) async -> InternalPages? {
        guard let use = options.internalUse, let records else { return nil }
        return await DeskPlan(board: board, records: records, today: options.today, key: key).pages(for: use)
    }

    private func theme(_ shelves: Shelves) -> (theme: Theme?, diagnostics: [Diagnostic]) {
        let reader = ThemeReader(shelves: shelves.themes, hostTypes: HostTypes.all)
        let (own, others) = (shelves.language, shelves.otherLanguages)
        if let asked = sources.theme { return reader.read(asked, language: own, others: others) }
        return reader.read(
            shelves.themeName?.value ?? "default", namedAt: shelves.themeName?.location, language: own, others: others)
    }

    private func records(_ shelves: Shelves) async -> Draft<TrainingRecords?> {
        guard let folder = shelves.recordsFolder else { return Draft(.some(nil), Reading()) }
        return await TrainingReader(root: folder).read(shelves.records).asOptional
    }

    private func outcome(_ site: BuiltSite?, _ diagnostics: [Diagnostic], _ shelves: Shelves) -> Outcome {
        let discreet = diagnostics.map { fault in
            shelves.recordsFolder.map(fault.isInside) == true ? fault.discreet : fault
        }
        return Outcome(
            site: site, diagnostics: discreet.sortedByPlace(), files: shelves.byShownPath, folders: shelves.folders)
    }
}

extension Edition {
    /// Whether people outside of the training team read it.
    fileprivate var isPublished: Bool { self != .trainer }
}
