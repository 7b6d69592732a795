import Diagnostics
import Reconciliation
import Schemas
import YAMLData

extension IndicatorTable {
    /// A check of one of seven kinds; its first key says which.
    static let check = Reader<Check>(parts.shape) { node, reading in
        guard let parts = parts.value(of: node, &reading) else { return nil }
        guard let rule = parts.rule else {
            reading.report(
                .figureRule, "this is not a check that Signpost knows", at: node.location,
                help: "see `signpost explain SP286` for the kinds of checks")
            return nil
        }
        return Check(rule: Located(rule, at: node.location), explained: parts.explained)
    }

    /// The keys of all kinds of checks.
    private struct Parts: Sendable {
        let total: String?
        let parts: [String]
        let severalApply: Bool
        let sum: String?
        let percent: String?
        let of: [String]
        let base: [String]
        let whole: [String]
        let flow: Flow
        let same: Same
        let explained: [Explanation]

        struct Flow: Sendable {
            let stock: String?
            let incoming: String?
            let outgoing: String?
            let counted: Rule.Counted
        }

        struct Same: Sendable {
            let row: String?
            let columns: [String]
            let other: String?
            let column: String?
        }

        var rule: Rule? {
            if let total, !parts.isEmpty { return .total(total, parts: parts, severalApply: severalApply) }
            if let sum, !parts.isEmpty { return .sum(sum, parts: parts) }
            if let percent, !base.isEmpty { return .percent(percent, of: of, base: base) }
            if whole.count > 1 { return .whole(whole) }
            if let stock = flow.stock, let incoming = flow.incoming, let outgoing = flow.outgoing {
                return .flow(stock: stock, incoming: incoming, outgoing: outgoing, counted: flow.counted)
            }
            guard let row = same.row, let other = same.other else { return nil }
            return same.column.map { .sameOverall(row, over: same.columns, as: other, column: $0) }
                ?? (same.columns.isEmpty ? .same(row, as: other) : nil)
        }
    }

    private static let parts: Reader<Parts> = .object(
        "check", "Something that must hold. Rows of other tables are written `table.row`.",
        optional("total", .text, "A row that `parts` make up in each column."),
        list("parts", .text, "The rows of `total`, or the columns of `sum`."),
        optional(
            "several_apply", .flag, "Whether several parts may apply to one case, so that they may exceed the total.",
            otherwise: false, spelled: "false"),
        optional("sum", .text, "A column that the columns `parts` make up in each row."),
        optional("percent", .text, "A row that is so many per cent: `of` in `base`."),
        list(
            "of", .text,
            "The rows that are counted; their sum. Without it, there must be a count that gives the percentage."),
        list("base", .text, "The rows that they are counted in; their sum."),
        list("whole", .text, "Rows of percentages that make up 100."),
        flow, same,
        list("explained", explanation, "Why it does not hold, where that is known."),
        as: Parts.init)

    private static let flow: Fields<Parts.Flow> = fields(
        optional("stock", .text, "A row that changes from column to column by `in` and `out`."),
        optional("in", .text, "The row of those who came."),
        optional("out", .text, "The row of those who went."),
        optional(
            "counted", .word("way of counting"),
            "Whether the stock counts who is there at the `end`, or everybody who was there `during` the period.",
            otherwise: .end, spelled: "end"),
        as: Parts.Flow.init)

    private static let same: Fields<Parts.Same> = fields(
        optional("same", .text, "A row that another table has too."),
        list("columns", .text, "With `overall`: the columns that are added up, where it is not all of them."),
        optional("as", .text, "The row in the other table."),
        optional("overall", .text, "The column of the other table that holds the sum of the row over its columns."),
        as: Parts.Same.init)

    private static let explanation: Reader<Explanation> = .object(
        "explanation", "Why a figure does not follow.",
        required("column", Reader.word.located, "The column of the figure."),
        optional("row", .word, "Its row, where the check is about several."),
        required("reason", .text, "Why, for whoever checks the figures next."),
        as: Explanation.init)
}
