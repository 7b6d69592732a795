import Content
import Diagnostics
import Disclosure
import Disk
import Schemas
import Site
import Theming
import Training

/// Builds a site anew where nothing but running text has changed since it was built: see ``TextRevision``.
///
/// It reads the files that changed and those that everything depends on, and leaves everything else where it is. Whatever
/// is not as it must be for that, it gives up, and a whole build follows.
struct TextRebuild {
    let assembly: Assembly
    let output: String
    /// Where the evidence of the release is.
    let report: String?
    let last: LastBuild.Changes

    /// What is to be written.
    struct Result {
        let changes: TextRevision.Changes
        /// The evidence, brought up to date.
        let report: [UInt8]?
        /// Of what was read this time.
        let sightings: [Sighting]
        let folders: [String]
    }

    /// The new files, once they have been searched for personal data.
    func result() async -> Result? {
        // Anything else that has changed is read in many places.
        guard let paths = assembly.sources.pages(named: last.files), case let rows = last.texts.rows(for: paths),
            rows.count == paths.count
        else { return nil }
        let shelves = await Shelves.read(assembly.sources, withoutPagesBut: paths)
        guard shelves.canBeUsed, shelves.diagnostics.isEmpty, let theme = assembly.theme(shelves).theme,
            let board = await assembly.contentReader(shelves, theme).read(shelves.content).checkedBefore(),
            let edits = edits(rows, shelves, theme, board)
        else { return nil }
        let revision = TextRevision(board: board, theme: theme, edition: assembly.options.edition)
        let changes = revision.changes(of: edits, in: last.site.files.lazy.map(\.path)) { path in
            try? OneFile.read("\(output.withoutSlash)/\(path)", limit: .max - 1)
        }
        guard let changes, await areClean(changes, shelves, board), let report = revisedReport(changes) else {
            return nil
        }
        return Result(
            changes: changes, report: report.isEmpty ? nil : report, sightings: shelves.sightings,
            folders: shelves.folders)
    }

    /// The pages that changed, where nothing but their text did.
    private func edits(
        _ rows: [String: TextRecord.Row], _ shelves: Shelves, _ theme: Theme, _ board: Board
    ) -> [(page: Page, frame: PageFrame)]? {
        let files = Dictionary(shelves.content.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let reader = assembly.contentReader(shelves, theme)
        var edits: [(page: Page, frame: PageFrame)] = []
        for (path, row) in rows.sorted(by: { $0.key < $1.key }) {
            let original = ContentReader.original(of: path)
            guard let file = files[path], TextRecord.head(of: file.bytes) == row.head,
                let page = reader.page(in: file, translating: original.flatMap { files[$0] }, of: board)
            else { return nil }
            edits.append((page, row.frame))
        }
        return edits
    }

    /// Whether the gate finds nothing in the new files. It found nothing in the old ones: see ``TextRecord``.
    private func areClean(_ changes: TextRevision.Changes, _ shelves: Shelves, _ board: Board) async -> Bool {
        guard !changes.files.isEmpty else { return true }
        guard let records = await assembly.records(shelves).checkedBefore() else { return false }
        let gate = PersonalDataGate(records: records ?? .none, board: board, asOf: assembly.options.today)
        return await gate.clean(among: changes.files.map { ($0.path, $0.bytes) }).count == changes.files.count
    }

    /// Empty where no evidence is kept; `nil` where it cannot be brought up to date.
    private func revisedReport(_ changes: TextRevision.Changes) -> [UInt8]? {
        guard let report else { return [] }
        guard let old = try? OneFile.read(report, limit: .max - 1) else { return nil }
        return ReleaseReport.revised(
            old, with: changes.files.map { ($0.path, $0.bytes) }, insteadOf: changes.predecessors)
    }
}
