public import CivilTime
public import Content
import Diagnostics
public import JSONText
public import Schemas
import YAMLData

/// What may be published of training records, as a file: whoever builds the public site with it never needs the records.
///
/// It holds what a public site would show anyway: counts after small-count control, names with consent, dates to come.
/// `signpost report publish` writes it where the records are.
public struct PublishedSummary: Sendable {
    public static let format = "signpost-training-summary-1"

    /// The day of the records that it tells of.
    public let asOf: CivilDate
    /// The rules under which counts were hidden.
    public let rules: Rules
    public let training: PublishedTraining
    /// Figures of earlier summaries that readers may still have.
    public let known: [FigureQuery]

    /// What decides which counts are hidden, as far as readers of a page are told.
    public struct Rules: Sendable, Hashable {
        public let threshold: Int
        public let symbol: String
        public let rounding: Int

        public init(_ settings: BoardSettings.SmallCounts) {
            self.init(threshold: settings.threshold, symbol: settings.symbol, rounding: settings.rounding)
        }

        init(threshold: Int, symbol: String, rounding: Int) {
            self.threshold = threshold
            self.symbol = symbol
            self.rounding = rounding
        }
    }

    public init(
        _ training: PublishedTraining, under settings: BoardSettings.SmallCounts, knowing known: [FigureQuery],
        asOf date: CivilDate
    ) {
        asOf = date
        rules = Rules(settings)
        self.training = training
        self.known = known
    }

    /// Figures that readers have on a day: those of earlier days, back to a year before. By then a difference has grown
    /// beyond small counts, or nobody asks for it.
    public func known(on date: CivilDate) -> [FigureQuery] {
        guard asOf < date else { return known }
        let shown = training.figures.filter { !$0.value.people.isHidden }.map(\.key)
        let earliest = asOf.adding(days: -400)
        return Set(shown + known.filter { $0.to >= earliest }).sorted()
    }
}

extension PublishedSummary {
    /// Always the same bytes for the same summary.
    public var json: JSONValue {
        [
            "format": .string(Self.format), "as_of": .string(asOf.description),
            "rules": [
                "threshold": .integer(rules.threshold), "symbol": .string(rules.symbol),
                "rounding": .integer(rules.rounding),
            ],
            "held_runs": .integer(training.heldRuns),
            "runs": .array(training.runs.map(\.json)),
            "champions": training.roster.json,
            "trained": .array(training.figures.sorted { $0.key < $1.key }.map { $1.json(of: $0) }),
            "known": .array(known.sorted().map(\.json)),
            "tables": .array(training.collected.published.map(\.summaryJSON)),
            "collected": .strings(training.collected.names),
        ]
    }

    /// Reads a summary.
    ///
    /// - Parameters:
    ///   - path: As messages give it.
    ///   - standsIn: Whether it stands in for records, so that pages may show its tables.
    public static func read(_ bytes: [UInt8], path: String, standsIn: Bool = true) -> Draft<PublishedSummary> {
        var reading = Reading()
        let (node, faults) = YAMLReader.read(bytes, path: path)
        reading.diagnostics += faults
        let summary = node.flatMap { reader.value(of: $0, &reading) }
        for name in standsIn ? summary?.training.collected.names ?? [] : [] {
            reading.declare(IndicatorTable.entity, name, at: .wholeFile(path))
        }
        return Draft(summary, reading)
    }
}
