import Diagnostics
import Disclosure
import Disk
import Site
import Training

/// A site of which everything is read, checked and planned, and nothing drawn.
struct SettledSite {
    let assembly: Assembly
    let checked: Assembly.Checked
    let site: PreparedSite
    /// What was found so far: nothing worse than warnings.
    let diagnostics: [Diagnostic]

    /// The folders that were read.
    var folders: [String] { checked.shelves.folders }

    /// Draws each file, searches it for personal data, and hands it on, so that no file waits in memory for the others.
    ///
    /// - Parameters:
    ///   - parts: What is measured in `take`.
    ///   - take: Called once for each finished file, by many tasks at once and in no order. Whether the site is any good
    ///     is known afterwards: the outcome has one or it has none.
    func draw(
        _ progress: inout Progress, _ parts: [PartOfStep] = [],
        handing take: @escaping @Sendable (SiteFile) -> Void = { _ in }
    ) async -> Assembly.Outcome {
        let gate = gate
        let search = PartOfStep("looking for personal data")
        progress.stage("Drawing", parts: gate == nil ? parts : [search] + parts)
        let (drawn, broken) = await site.draw(keeping: assembly.options.kept) { file in
            let reading = gate.map { gate in search.measure { gate.read((file.path, file.bytes)) } }
            take(file)
            return Assembly.Note(path: file.path, size: file.bytes.count, reading: reading)
        }
        let faults = diagnostics + (assembly.keepsOpen ? [] : broken) + unreadable
        guard !faults.hasErrors else { return outcome(nil, faults) }
        guard let gate else { return outcome(drawn, faults) }
        let result = await gate.result(of: drawn.files.compactMap(\.reading)) { look in
            await site.redraw { files in look(files.map { ($0.path, $0.bytes) }) }
        }
        // The search may have had files drawn again.
        guard unreadable.isEmpty else { return outcome(nil, faults + unreadable) }
        return searched(drawn, faults, result)
    }

    /// Nothing that was drawn may be used where a text could not be brought back.
    private var unreadable: [Diagnostic] { assembly.scratch?.failure?.diagnostics ?? [] }

    /// Nobody outside of the training team reads what it makes for itself.
    private var gate: PersonalDataGate? {
        guard assembly.options.edition != .trainer else { return nil }
        return PersonalDataGate(
            records: checked.records ?? .none, board: checked.board, asOf: assembly.options.today)
    }

    private func searched(
        _ drawn: DrawnSite<Assembly.Note>, _ faults: [Diagnostic], _ result: GateResult
    ) -> Assembly.Outcome {
        var searched = outcome(drawn, faults + result.diagnostics)
        searched.evidence = result.evidence
        searched.hidden = checked.records == nil ? nil : (checked.published?.hidden ?? []) + drawn.hiddenFigures
        let isRevisable = !result.hangsTogether && !result.unclean.contains(where: TextRevision.mayReplace)
        if assembly.options.keepsFrames, isRevisable {
            searched.frames = TextRecord(
                of: drawn.frames, pageCount: drawn.pageCount, heads: checked.heads,
                besides: result.unclean.union((faults + result.diagnostics).flatMap(\.paths)),
                shownBelow: checked.shelves.contentFolder)
        }
        if assembly.options.keepsSurroundings {
            searched.textFaults = Set(checked.textFaults)
            searched.surroundings = SurroundingsRecord(of: drawn.surroundings, result, heads: checked.heads)
        }
        return searched
    }

    private func outcome(_ drawn: DrawnSite<Assembly.Note>?, _ faults: [Diagnostic]) -> Assembly.Outcome {
        var outcome = assembly.outcome(drawn, faults, checked.shelves, of: checked.board)
        guard assembly.keepsOpen, drawn != nil else { return outcome }
        outcome.texts = PageTexts(
            site: OpenSite(site), board: checked.board, reader: assembly.contentReader(checked.shelves, checked.theme))
        return outcome
    }
}
