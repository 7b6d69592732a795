public import Content
public import Diagnostics
import Reconciliation
import Schemas

extension Board {
    /// Every published figure that does not follow from the others, unless the board has explained it.
    public func reconciliation() -> [Diagnostic] {
        let reconciler = Reconciler(indicators.items.map(FigureTable.init))
        let unknown = reconciler.unknownNames().map(fault)
        let mismatches = reconciler.mismatches()
        return unknown + mismatches.filter { !isExplained($0) }.map(fault) + idle(mismatches)
            + indicators.items.flatMap(periods)
    }

    private func check(_ mismatch: Mismatch) -> IndicatorTable.Check {
        indicators[ID(mismatch.table)].checks[mismatch.rule]
    }

    private func isExplained(_ mismatch: Mismatch) -> Bool {
        check(mismatch).explained.contains { $0.covers(mismatch) }
    }

    private func fault(_ mismatch: Mismatch) -> Diagnostic {
        let table = indicators[ID(mismatch.table)]
        let rule = table.checks[mismatch.rule].rule
        let row = table.rows.first { $0.id.value == mismatch.row }
        let column = table.columns.firstIndex { $0.id.value == mismatch.column }
        let place = row.flatMap { row in column.map { row.values[$0].location } } ?? rule.location
        let name = "\(row?.title ?? mismatch.row), \(column.map { table.columns[$0].title } ?? mismatch.column)"
        return Diagnostic(
            rule.value.code, "\(name): \(mismatch.given) is given, but \(mismatch.arithmetic)", at: place,
            severity: mismatch.isRounding ? .note : nil,
            notes: (mismatch.isRounding
                ? [.init("rounding up or down instead of to the nearest would explain it")] : [])
                + [.init("this check asks for it", at: rule.location)],
            help: "correct the figure, or say why under `explained:` in the check")
    }

    private func fault(_ unknown: UnknownName) -> Diagnostic {
        Diagnostic(
            .figureRule, "the check names \"\(unknown.name)\", which is not there",
            at: indicators[ID(unknown.table)].checks[unknown.rule].rule.location,
            help: Spelling.suggestion(for: unknown.name, in: unknown.known))
    }

    /// Explanations of what adds up: the figure has been corrected since, or the wrong column is named.
    private func idle(_ mismatches: [Mismatch]) -> [Diagnostic] {
        indicators.items.flatMap { table in
            table.checks.enumerated().flatMap { index, check in
                check.explained.filter { explanation in
                    !mismatches.contains {
                        $0.table == table.id.text && $0.rule == index && explanation.covers($0)
                    }
                }.map {
                    Diagnostic(
                        .idleExplanation, "this explains \"\($0.column.value)\", and nothing is wrong there",
                        at: $0.column.location, help: "take the explanation out, or correct its column")
                }
            }
        }
    }
}

extension IndicatorTable.Explanation {
    fileprivate func covers(_ mismatch: Mismatch) -> Bool {
        column.value == mismatch.column && row.map { $0 == mismatch.row } ?? true
    }
}

extension FigureTable {
    init(_ table: IndicatorTable) {
        self.init(
            id: table.id.text, columns: table.columns.map(\.id.value),
            rows: table.rows.map { Row(id: $0.id.value, values: $0.values.map(\.value)) },
            rules: table.checks.map(\.rule.value))
    }
}

extension Rule {
    fileprivate var code: DiagnosticCode {
        switch self {
        case .total, .sum: .wrongTotal
        case .percent, .whole: .wrongPercentage
        case .flow: .wrongFlow
        case .same, .sameOverall: .differentFigures
        }
    }
}
