import Content
import Disclosure
import Schemas
import Templates

extension Views {
    /// A count, a target and the gap between them, under the name of whatever they are of.
    struct CoverageRow: Sendable {
        let name: String
        let coverage: PublishedRoster.Coverage
    }

    private static let coverageFields: [View<CoverageRow>.Field] = [
        .text("champions", "How many champions there are, or the sign for a hidden number.") {
            $0.coverage.champions.text
        },
        .optionalText("target", "How many there should be; absent where no target is set.") {
            $0.coverage.target.map(String.init)
        },
        .optionalText("gap", "How many are wanting; absent where none is, or where nobody may know.") { row in
            row.coverage.gap.flatMap { $0.value == 0 ? nil : $0.text }
        },
        .flag("met", "Whether the target is met.") { $0.coverage.isMet == true },
        .flag("hidden", "Whether the numbers are hidden because they are small.") { $0.coverage.champions.isHidden },
    ]

    static let agencyCoverage = View<CoverageRow>(
        "agency's champions", [.text("name", "The agency.") { $0.name }] + coverageFields)

    static let siteCoverage = View<CoverageRow>(
        "champions of a kind of site", [.text("title", "The kind of site.") { $0.name }] + coverageFields)

    static let namedChampion = View<Seen<NamedChampion>>(
        "named champion",
        [
            .text("name", "The name; only with consent that holds today.") { $0.name },
            .text("agency", "The agency.") { $0.scene.plan.board.agencies[$0.agency].name },
            .text("site_kind", "The kind of site.") { $0.scene.siteKind($0.siteKind) },
        ])

    static let roster = View<Seen<PublishedRoster>>(
        "roster",
        [
            .text("total", "How many champions there are, or the sign for a hidden number.") {
                $0.total.champions.text
            },
            .optionalText("target", "How many there should be.") { $0.total.target.map(String.init) },
            .optionalText("coverage_percent", "The share of the target, in per cent; absent where nobody may know.") {
                $0.total.percentage.map(String.init)
            },
            .list("agencies", "The agencies with their champions.", agencyCoverage) { it in
                it.agencies.map {
                    CoverageRow(name: it.scene.plan.board.agencies[$0.id].name, coverage: $0.coverage)
                }
            },
            .list("site_kinds", "The kinds of sites with their champions.", siteCoverage) { it in
                it.siteKinds.map { CoverageRow(name: it.scene.siteKind($0.id), coverage: $0.coverage) }
            },
            .list("named", "Champions who agreed to be named.", namedChampion) { $0.scene.seen($0.named) },
            .text("unnamed", "How many are not named, or the sign for a hidden number.") { $0.unnamed.text },
            .text("threshold_note", "What the sign for a hidden number means.") { it in
                let rule = it.scene.plan.board.settings.disclosure.smallCounts
                return it.scene.words.sentence(
                    .countsNote, ["symbol": rule.symbol, "threshold": String(rule.threshold)])
            },
        ])
}

extension Scene {
    fileprivate func siteKind(_ id: ID<SiteKind>) -> String {
        plan.board.training?.siteKinds[id].title ?? id.text
    }
}
