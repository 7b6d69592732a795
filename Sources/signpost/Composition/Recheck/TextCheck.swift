import Content
import Diagnostics
import Disclosure
import Disk
import Schemas
import Site
import Theming
import Training

/// Checks pages of which nothing but the running text has changed since the whole site was checked: see ``TextSheets``.
///
/// It reads the files that changed and those that everything depends on. Whatever is not as it must be for that, it gives
/// up, and a whole check follows.
struct TextCheck {
    let assembly: Assembly
    let last: LastCheck.Changes

    struct Result {
        let findings: KeptFindings
        /// Of all that the site depends on, for the next check.
        let sightings: [Sighting]
    }

    func result() async -> Result? {
        guard let paths = assembly.sources.pages(named: last.files), case let rows = last.surroundings.rows(for: paths),
            rows.count == paths.count
        else { return nil }
        let shelves = await Shelves.read(assembly.sources, withoutPagesBut: paths)
        guard shelves.canBeUsed, !shelves.diagnostics.hasErrors, let theme = assembly.theme(shelves).theme else {
            return nil
        }
        let content = await assembly.contentReader(shelves, theme).read(shelves.content)
        guard let board = content.checkedBefore(), let pages = pages(rows, shelves, board),
            await areClean(pages, shelves, board),
            let sightings = last.record.inputs(seen: shelves.sightings, takingIn: last.files)
        else { return nil }
        let owners = Dictionary(
            pages.map { ($0.page.shownPath, $0.page.front.owner) }, uniquingKeysWith: { first, _ in first })
        let faults = content.reading.diagnostics.filter { $0.location.map { owners.keys.contains($0.path) } == true }
        return Result(findings: last.findings.replacing(owners, by: faults), sightings: sightings)
    }

    /// The pages that changed, where nothing but their text did.
    private func pages(
        _ rows: [String: SurroundingsRecord.Row], _ shelves: Shelves, _ board: Board
    ) -> [(page: Page, surroundings: PageSurroundings)]? {
        let files = Dictionary(shelves.content.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        var pages: [(page: Page, surroundings: PageSurroundings)] = []
        for (path, row) in rows.sorted(by: { $0.key < $1.key }) {
            guard let bytes = files[path], let facts = ContentReader.facts(of: bytes),
                TextRecord.head(of: bytes) == row.head, let page = board.pages.find(ID(path: path)),
                case let lines = bytes[..<facts.endIndex].count(where: { $0 == UInt8(ascii: "\n") }) + 1,
                last.findings.letsTextChange(of: page.shownPath, facts: lines)
            else { return nil }
            pages.append((page, row.surroundings))
        }
        return pages
    }

    /// Whether the gate finds nothing in what is new. It found nothing in what it takes the place of: see
    /// ``SurroundingsRecord``.
    private func areClean(
        _ pages: [(page: Page, surroundings: PageSurroundings)], _ shelves: Shelves, _ board: Board
    ) async -> Bool {
        let sheets = TextSheets(board: board)
        var files: [SiteFile] = []
        for (page, surroundings) in pages {
            guard let new = sheets.sheets(of: page, in: surroundings) else { return false }
            files += new
        }
        guard let records = await assembly.records(shelves).checkedBefore() else { return false }
        let gate = PersonalDataGate(records: records ?? .none, board: board, asOf: assembly.options.today)
        // One by one: the sheets of words share a name.
        for file in files {
            if await gate.clean(among: [(file.path, file.bytes)]).isEmpty { return false }
        }
        return true
    }
}
