import CivilTime
import Content
import JSONText
public import Schemas

// How each part of a summary is written and read. Written and read stand side by side, so that neither forgets a key.

extension PublishedSummary {
    public static let reader: Reader<PublishedSummary> = .object(
        "training summary", "What may be published of training records. Written by `signpost report publish`.",
        required("format", .oneOf([format], noun: "format"), "The version of this format."),
        required("as_of", .date, "The day of the records that it tells of."),
        required("rules", rules, "The rules under which counts were hidden."),
        required("held_runs", .integer(0...1_000_000), "How many runs were held."),
        list("runs", PublishedRun.reader, "The runs to come."),
        required("champions", PublishedRoster.reader, "The champions."),
        list("trained", PublishedFigures.reader, "Who was trained, for each question that pages ask."),
        list("known", FigureQuery.reader, "Questions that earlier summaries answered."),
        list("tables", PublishedTable.summaryReader, "What was collected from schools and businesses."),
        list("collected", .word, "The names of these tables, and of those to come."),
        as: { _, asOf, rules, heldRuns, runs, roster, trained, known, tables, names in
            let hidden = PublishableCount(.hidden(symbol: rules.symbol))
            let figures = trained.map { ($0.query, $0.figures(hidden)) }
            return PublishedSummary(
                asOf: asOf, rules: rules,
                training: PublishedTraining(
                    runs: runs, heldRuns: heldRuns, roster: roster(hidden),
                    figures: Dictionary(figures, uniquingKeysWith: { first, _ in first }),
                    collected: CollectedTables(published: tables.map { $0(rules.symbol) }, names: names), asOf: asOf),
                known: known)
        })

    private static let rules: Reader<Rules> = .object(
        "rules", "The rules under which counts were hidden.",
        required("threshold", .integer(1...1000), "Counts from 1 to this are hidden."),
        required("symbol", .text(upTo: 3), "What stands in their place."),
        required("rounding", .integer(1...100), "What shown counts are rounded to."),
        as: Rules.init)

    private init(asOf: CivilDate, rules: Rules, training: PublishedTraining, known: [FigureQuery]) {
        self.asOf = asOf
        self.rules = rules
        self.training = training
        self.known = known
    }
}

extension PublishableCount {
    /// A hidden count is `null`.
    var json: JSONValue { value.map(JSONValue.integer) ?? .null }

    static let number = Reader<Int>.integer(0...100_000_000)
}

extension Int? {
    var json: JSONValue { map(JSONValue.integer) ?? .null }

    func count(_ hidden: PublishableCount) -> PublishableCount {
        map { PublishableCount(.exact($0)) } ?? hidden
    }
}

extension PublishedRun {
    var json: JSONValue {
        [
            "id": .string(id), "course": .string(course.text), "date": .string(date.description),
            "start": .string(start.description), "end": .string(end.description),
            "place": place.map(JSONValue.string) ?? .null, "places": .integer(places), "left": .integer(left.number),
            "left_is_exact": .bool(left.isExact), "cancelled": .bool(isCancelled), "sequence": .integer(sequence),
        ]
    }

    static let reader: Reader<PublishedRun> = .object(
        "run to come", "A run to come.",
        required("id", .word, "Its id."),
        required("course", .reference(), "The code of its course."),
        required("date", .date, "The day."),
        required("start", .clockTime, "When it starts."),
        required("end", .clockTime, "When it ends."),
        optional("place", .text, "Where it is; nothing online."),
        required("places", .integer(0...100_000), "How many places there are."),
        required("left", .integer(0...100_000), "How many are left."),
        required("left_is_exact", .flag, "Whether it is just this number, or may be more."),
        required("cancelled", .flag, "Whether it is off."),
        required("sequence", .integer(0...1_000_000), "How often its details changed."),
        as: { id, course, date, start, end, place, places, left, isExact, isCancelled, sequence in
            PublishedRun(
                id: id, course: course, date: date, start: start, end: end, place: place, places: places,
                left: PlacesLeft(number: left, isExact: isExact), isCancelled: isCancelled, sequence: sequence)
        })
}

extension PublishedRoster {
    var json: JSONValue {
        [
            "total": total.champions.json, "target": total.target.json, "unnamed": unnamed.json,
            "agencies": .array(
                agencies.map {
                    [
                        "agency": .string($0.id.text), "champions": $0.coverage.champions.json,
                        "target": $0.coverage.target.json,
                    ]
                }),
            "site_kinds": .array(
                siteKinds.map {
                    [
                        "site_kind": .string($0.id.text), "champions": $0.coverage.champions.json,
                        "target": $0.coverage.target.json,
                    ]
                }),
            "named": .array(
                named.map {
                    [
                        "name": .string($0.name), "agency": .string($0.agency.text),
                        "site_kind": .string($0.siteKind.text),
                    ]
                }),
        ]
    }

    /// A roster that still has to be told what stands for a hidden count.
    static let reader: Reader<@Sendable (PublishableCount) -> PublishedRoster> = .object(
        "roster", "The champions.",
        optional("total", PublishableCount.number, "How many there are; nothing where it is hidden."),
        optional("target", PublishableCount.number, "How many there should be."),
        optional("unnamed", PublishableCount.number, "How many are not named; nothing where it is hidden."),
        list("agencies", row("agency", Agency.self), "By agency."),
        list("site_kinds", row("site_kind", SiteKind.self), "By kind of site."),
        list("named", NamedChampion.reader, "Those who agreed to be named."),
        as: { total, target, unnamed, agencies, siteKinds, named in
            { hidden in
                PublishedRoster(
                    total: Coverage(champions: total.count(hidden), target: target),
                    agencies: agencies.map { $0(hidden) },
                    siteKinds: siteKinds.map { $0(hidden) }, named: named, unnamed: unnamed.count(hidden))
            }
        })

    private static func row<Item: Entity>(
        _ key: String, _ type: Item.Type
    ) -> Reader<@Sendable (PublishableCount) -> Row<Item>> {
        .object(
            "count of champions", "How many champions there are of one kind.",
            required(key, .reference(), "Which."),
            optional("champions", PublishableCount.number, "How many; nothing where it is hidden."),
            optional("target", PublishableCount.number, "How many there should be."),
            as: { (id: ID<Item>, champions, target) in
                { hidden in
                    Row(id: id, coverage: Coverage(champions: champions.count(hidden), target: target))
                }
            })
    }
}

extension NamedChampion {
    static let reader: Reader<NamedChampion> = .object(
        "named champion", "A champion who agreed to be named.",
        required("name", .text, "The name."),
        required("agency", .reference(), "Where they work."),
        required("site_kind", .reference(), "The kind of place."),
        as: NamedChampion.init)
}

extension FigureQuery {
    var json: JSONValue {
        [
            "from": .string(from.description), "to": .string(to.description),
            "course": course.map { .string($0.text) } ?? .null,
        ]
    }

    static let fields = Schemas.fields(
        required("from", .date, "The first day."),
        required("to", .date, "The last day."),
        optional("course", .reference(), "One course; all of them where it is left out."),
        as: { FigureQuery(from: $0, to: $1, course: $2) })

    static let reader: Reader<FigureQuery> = .object("period", "A period and a course.", fields)
}

extension PublishedFigures {
    func json(of query: FigureQuery) -> JSONValue {
        [
            "from": .string(query.from.description), "to": .string(query.to.description),
            "course": query.course.map { .string($0.text) } ?? .null, "runs": .integer(runs), "people": people.json,
            "agencies": agencies.json,
        ]
    }

    /// Figures that still have to be told what stands for a hidden count.
    struct Written: Sendable {
        let query: FigureQuery
        let figures: @Sendable (PublishableCount) -> PublishedFigures
    }

    static let reader: Reader<Written> = .object(
        "figures", "Who was trained in one period.",
        fields(
            FigureQuery.fields,
            required("runs", .integer(0...1_000_000), "How many runs were held."),
            optional("people", PublishableCount.number, "How many people came; nothing where it is hidden."),
            optional("agencies", PublishableCount.number, "From how many agencies; nothing where it is hidden."),
            as: { query, runs, people, agencies in
                Written(query: query) { hidden in
                    PublishedFigures(runs: runs, people: people.count(hidden), agencies: agencies.count(hidden))
                }
            }))
}
