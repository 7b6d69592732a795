import Content
import Diagnostics
import Disclosure
import Markdown
import Schemas
import Theming

/// What must hold between figures in texts and the data: they are there, and they are the same.
struct FigureRules {
    let plan: Plan

    func faults() -> [Diagnostic] {
        let words = Wording(plan.strings)
        let named = plan.pages.filter { !$0.figures.isEmpty }.flatMap { page in
            page.figures.compactMap { unknown($0, words) }
        }
        guard !plan.indicators.tables.isEmpty else { return named }
        return named + plan.pages.flatMap(blocks)
    }

    private func unknown(_ name: Located<String>, _ words: Wording) -> Diagnostic? {
        guard TextFigure(name.value)?.text(in: plan, words) == nil else { return nil }
        return Diagnostic(
            .unknownFigure, "there is no figure \"\(name.value)\"", at: name.location,
            help: Spelling.suggestion(for: name.value, in: known(near: name.value))
                ?? "see `signpost explain SP273` for the figures that there are")
    }

    private func known(near name: String) -> [String] {
        if name.hasPrefix("figures.") {
            let shown = plan.indicators.tables
            let others = plan.board.indicators.items.filter { plan.indicators[$0.id] == nil }
            return shown.flatMap { table in
                table.rows.flatMap { row in table.columns.map { "figures.\(table.id).\(row.id).\($0.id)" } }
            }
                + others.flatMap { table in
                    table.rows.flatMap { row in
                        table.columns.map { "figures.\(table.id).\(row.id.value).\($0.id.value)" }
                    }
                }
        }
        let counts = TextFigure.PlanCount.allCases.map(\.rawValue)
        let strands = plan.board.actionPlan?.strands.map { "plan.\($0.id)." } ?? []
        return (["plan."] + strands).flatMap { start in counts.map { start + $0 } }
    }

    /// Rows and columns that a block names, and tables that stand on a page twice.
    private func blocks(_ page: Page) -> [Diagnostic] {
        var seen: Set<ID<IndicatorTable>> = []
        return zip(page.components, page.body.components).flatMap { use, place -> [Diagnostic] in
            let block = HostTypes.Block(component: use.component, arguments: use.arguments)
            guard let id = block.figureTable, let table = plan.indicators[id] else { return [] }
            let rows = missing(block.names("rows"), table.rows.map(\.id), "row", id, place.location)
            let columns = missing(block.names("columns"), table.columns.map(\.id), "column", id, place.location)
            guard !block.isChart, !seen.insert(id).inserted else { return rows + columns }
            let twice = Diagnostic(
                .unknownFigure, "the table \"\(id)\" stands on this page twice, so links to its figures are in doubt",
                at: place.location, help: "show it `as: chart` in one of the places, or take one of them out")
            return rows + columns + [twice]
        }
    }

    private func missing(
        _ named: [String]?, _ known: [String], _ noun: String, _ table: ID<IndicatorTable>, _ place: Location
    ) -> [Diagnostic] {
        (named ?? []).filter { !known.contains($0) }.map { name in
            Diagnostic(
                .unknownFigure, "the table \"\(table)\" has no \(noun) \"\(name)\"", at: place,
                help: Spelling.suggestion(for: name, in: known)
                    ?? "it has: \(known.joined(separator: ", "))")
        }
    }
}

extension HostTypes.Block {
    /// Whether its figures are drawn as bars. Only those of tables can be linked to.
    var isChart: Bool { if case .choice(let word) = self["as"] { word == "chart" } else { false } }
}

/// Figures in the words of a link to the table that has them: `[33 requests](figures.md#requests.all.q2)`.
struct CitedFigures {
    let resolver: LinkResolver

    func faults() -> [Diagnostic] {
        let plan = resolver.plan
        guard !plan.indicators.tables.isEmpty else { return [] }
        let words = Wording(plan.strings)
        return plan.pages.flatMap { page in
            page.documents.flatMap(\.links).compactMap { fault($0, on: page, words) }
        }
    }

    private func fault(_ link: MarkdownDocument.Link, on page: Page, _ words: Wording) -> Diagnostic? {
        guard let hash = link.destination.utf8.firstIndex(of: UInt8(ascii: "#")),
            link.destination[hash...].utf8.contains(UInt8(ascii: ".")),
            case .success(.page(_, let fragment?)) = resolver.resolve(
                link.destination, from: page, at: link.location),
            case .cell(let id, let row, let column)? = TextFigure("figures." + fragment),
            let table = resolver.plan.indicators[id], let cell = table[row: row, column: column]
        else { return nil }
        let told = Self.numbers(in: link.text)
        let title = "\"\(table.title)\", \(row), \(column)"
        if case .hidden = cell.shown {
            guard let number = told.first ?? Self.spelledNumber(in: link.text) else { return nil }
            return Diagnostic(
                .citedFigure,
                "the text tells \(number), and \(title) is hidden because a small count must not be known",
                at: link.location, severity: .error, help: "say it without the number, such as \"a few\"")
        }
        let right = words.shown(cell.shown)
        guard !told.contains(right) else { return nil }
        return Diagnostic(
            .citedFigure,
            told.first.map { "the text says \($0), and \(title) is \(right)" }
                ?? "the words of this link do not say \(right), which is \(title)",
            at: link.location, help: "correct one of them, or write {{ figures.\(fragment) }} in place of the number")
    }

    /// A small number that is written as a word, as style guides have it.
    private static func spelledNumber(in text: String) -> String? {
        text.lowercased().split { !$0.isLetter }.map(String.init).first(where: smallNumbers.contains)
    }

    private static let smallNumbers: Set<String> = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ]

    /// The numbers of a text, without the commas between thousands.
    private static func numbers(in text: String) -> [String] {
        let parts = text.split { character in !(character.isASCII && (character.isNumber || ".,".contains(character))) }
        let bare = parts.map { part -> String in
            let digits = part.filter { $0 != "," }
            return digits.last == "." ? String(digits.dropLast()) : digits
        }
        return bare.filter { !$0.isEmpty }
    }
}
