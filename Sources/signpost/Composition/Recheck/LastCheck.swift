import CivilTime
import Diagnostics
import Disk
import Integrity
import Site

/// What is left to know of the last check, so that the next one need not look at everything again: two files in the user's
/// cache folder, which may be deleted at any time.
struct LastCheck {
    /// Without the ending.
    private let path: String
    private let circumstances: [String]

    /// `nil` where there is no place for it, and for the trainer edition, in which people stand.
    init?(_ sources: SourceOptions, _ options: SiteOptions) {
        guard options.edition != .trainer else { return nil }
        // How faults are reported is none of them: they are kept, not what was said of them.
        let call =
            [RealPath.of(".") ?? "", sources.source, options.edition.rawValue, "\(options.drafts)"]
            + [sources.records, sources.summary, sources.theme, sources.themes, options.baseURL].map {
                $0.map { "=\($0)" } ?? ""
            }
        let name = Digest.sha256(Array(call.joined(separator: "\0").utf8)).hex.prefix(32)
        guard let path = UserCache.path(for: "check-\(name)") else { return nil }
        self.path = path
        circumstances = call + [options.today.description]
    }

    private var recordPath: String { path + ".record" }
    private var surroundingsPath: String { path + ".texts" }

    enum Standing {
        /// This check would read the same and find what is kept.
        case same(KeptFindings)
        /// Some files have changed, and none has come or gone.
        case changed(Changes)
        case unknown
    }

    /// What a check can go by that need not look at everything again.
    struct Changes {
        let findings: KeptFindings
        let record: BuildRecord
        /// The files that have changed, from the working folder.
        let files: [String]
        let surroundings: SurroundingsRecord
    }

    func standing() async -> Standing {
        switch await BuildRecord.standing(cachedAt: recordPath, circumstances: circumstances) {
        case .same(let record): return KeptFindings(record.answer).map(Standing.same) ?? .unknown
        case .changed(let record, let files):
            guard files.allSatisfy({ $0.hasSuffix(".md") }), let findings = KeptFindings(record.answer),
                let texts = SurroundingsRecord(at: surroundingsPath), texts.digest == findings.surroundings
            else { return .unknown }
            return .changed(Changes(findings: findings, record: record, files: files, surroundings: texts))
        case .unknown: return .unknown
        }
    }

    /// Keeps what a whole check found. After one with errors, what the last good one found stays: it is good for whoever puts
    /// them right.
    func remember(_ outcome: Assembly.Outcome) {
        guard let findings = KeptFindings(outcome) else { return }
        outcome.surroundings?.save(at: surroundingsPath)
        remember(findings, readFrom: outcome.sightings + [LastBuild.program])
    }

    /// - Parameter sightings: Of everything that was read or looked for.
    func remember(_ findings: KeptFindings, readFrom sightings: [Sighting]) {
        BuildRecord(circumstances: circumstances, inputs: sightings, answer: findings.texts).cache(at: recordPath)
    }
}
