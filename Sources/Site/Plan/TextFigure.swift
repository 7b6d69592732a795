import CivilTime
import Content
import Disclosure
import Reconciliation
import Schemas
import Theming

/// A figure that a text takes from the data: `{{ plan.green }}`.
enum TextFigure {
    /// Of the whole plan, or of one of its strands.
    case plan(strand: String?, PlanCount)
    case cell(ID<IndicatorTable>, row: String, column: String)
    case training(TrainingCount, FigureQuery)

    enum PlanCount: String, CaseIterable {
        case actions, green, amber, red
        case notStarted = "not_started"
        case greenPercent = "green_percent"
    }

    enum TrainingCount: String, CaseIterable {
        case runs, people, agencies
    }

    /// `nil` for what is no name of a figure; whether there is one of this name is another question.
    init?(_ name: String) {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        switch (parts.first, parts.count) {
        case ("plan", 2), ("plan", 3):
            guard let count = parts.last.flatMap(PlanCount.init) else { return nil }
            self = .plan(strand: parts.count == 3 ? parts[1] : nil, count)
        case ("figures", 4): self = .cell(ID(parts[1]), row: parts[2], column: parts[3])
        case ("training", 4), ("training", 5):
            guard let count = TrainingCount(rawValue: parts[1]), let from = CivilDate(iso: parts[2]),
                let to = CivilDate(iso: parts[3])
            else { return nil }
            let course: ID<Course>? = parts.count == 5 ? ID(parts[4]) : nil
            self = .training(count, FigureQuery(from: from, to: to, course: course))
        default: return nil
        }
    }

    /// What stands in its place; `nil` where the board has no such figure.
    func text(in plan: Plan, _ words: Wording) -> String? {
        switch self {
        case .plan(let strand, let count):
            guard let strands = plan.board.actionPlan?.strands.filter({ strand == nil || $0.id == strand }),
                !strands.isEmpty
            else { return nil }
            return String(Tally(strands.flatMap(\.outcomes).flatMap(\.actions))[count])
        case .cell(let table, let row, let column):
            return plan.indicators[table]?[row: row, column: column].map { words.shown($0.shown) }
        case .training(let count, let query):
            guard let figures = plan.training?.figures(for: query) else { return nil }
            return switch count {
            case .runs: String(figures.runs)
            case .people: figures.people.text
            case .agencies: figures.agencies.text
            }
        }
    }
}

extension Tally {
    fileprivate subscript(count: TextFigure.PlanCount) -> Int {
        switch count {
        case .actions: actions
        case .green: green
        case .amber: amber
        case .red: red
        case .notStarted: notStarted
        case .greenPercent: greenPercent
        }
    }
}

extension Wording {
    /// A figure as readers see it, or what stands in its place.
    func shown(_ shown: PublishedTable.Shown) -> String {
        switch shown {
        case .figure(let figure): figure.description.split(separator: ".").joined(separator: self[.decimalMark])
        case .hidden(let symbol): symbol
        case .unknown: self[.notKnown]
        }
    }

    func title(of row: PublishedTable.Row) -> String { title(row.title, row.word) }

    func title(of column: PublishedTable.Column) -> String { title(column.title, column.word) }

    /// What the board calls it, what the theme calls it, or both: `Primary schools: returns received`. A word that
    /// stands alone starts with a capital letter, where its script has any.
    private func title(_ title: String, _ word: CollectedWord?) -> String {
        guard let word else { return title }
        let own = self.word("collected", word)
        return title.isEmpty ? own.prefix(1).uppercased() + own.dropFirst() : "\(title): \(own)"
    }
}

extension Page {
    /// The figures that its text takes from the data.
    var textFigures: [TextFigure] { figures.compactMap { TextFigure($0.value) } }

    /// The blocks that show tables of figures.
    var figureBlocks: [HostTypes.Block] {
        components.map { HostTypes.Block(component: $0.component, arguments: $0.arguments) }
            .filter { $0.figureTable != nil }
    }

    /// The tables of figures that it shows or quotes.
    var figureTables: [ID<IndicatorTable>] {
        figureBlocks.compactMap(\.figureTable)
            + textFigures.compactMap { if case .cell(let table, _, _) = $0 { table } else { nil } }
    }
}

extension HostTypes.Block {
    /// The table of figures that it shows.
    var figureTable: ID<IndicatorTable>? {
        zip(component.parameters, arguments).lazy.compactMap { parameter, argument -> ID<IndicatorTable>? in
            guard case .host(let type) = parameter.type, type.word == "figure-table", case .host(let ids) = argument
            else { return nil }
            return ids.first.map { ID($0) }
        }.first
    }

    /// The rows or columns that it names; `nil` for all.
    func names(_ parameter: String) -> [String]? {
        if case .texts(let names) = self[parameter] { names } else { nil }
    }
}
