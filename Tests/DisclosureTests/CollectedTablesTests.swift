import CivilTime
import Diagnostics
import JSONText
import Reconciliation
import Returns
import Schemas
import TestSupport
import Testing

@testable import Content
@testable import Disclosure
@testable import Training

/// What is published of schools' returns and of outreach.
struct CollectedTablesTests {
    private struct Sample {
        /// Required and received of primary schools, invited and voluntary of others.
        var required = 20, received = 12, invited = 9, voluntary = 7
        var closed = "2026-09-01"
        var contacts: [(business: Int, response: String)] = []

        func records() throws -> TrainingRecords {
            let primary = (0..<required).map { "  - { id: p\($0), name: Hidden Oak \($0), phase: primary }" }
            let others = (0..<invited).map { "  - { id: o\($0), name: Hidden Elm \($0), phase: others }" }
            let sent = (0..<received).map { "p\($0)" } + (0..<voluntary).map { "o\($0)" }
            var files = [
                "self-assessment.yaml": """
                title: Self-assessment
                phases:
                  - { id: primary, title: Primary, required: true }
                  - { id: others, title: Others, required: false }
                scale: [{ id: good, title: Good }, { id: poor, title: Poor }]
                elements: [{ id: lead, title: A lead }]
                evidence: [{ id: policy, title: A policy }]
                rounds: [{ id: "2026", title: Summer 2026, due: 2026-06-30, closed: \(closed) }]
                schools:
                \((primary + others).joined(separator: "\n"))
                """,
                "outreach.yaml": """
                title: Businesses
                sectors: [{ id: hotels, title: Hotels }, { id: taxis, title: Taxis }]
                responses: [{ id: joined, title: Joined }, { id: declined, title: Said no }]
                periods: [{ id: "2025", title: 2025–26, from: 2025-04-01, to: 2026-03-31 }]
                businesses:
                \((0..<40).map { "  - { id: b\($0), name: Hidden Inn \($0), sector: \($0 % 2 == 0 ? "hotels" : "taxis") }" }.joined(separator: "\n"))
                contacts:
                \(contacts.map { "  - { business: b\($0.business), on: 2025-06-01, response: \($0.response) }" }.joined(separator: "\n"))
                """,
            ]
            if !sent.isEmpty {
                files["returns/2026.yaml"] = sent.map { school in
                    "- { school: \(school), received: 2026-06-01, answers: [{ element: lead, rating: good }] }"
                }.joined(separator: "\n")
            }
            var reading = Reading()
            let sources = files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
            let read = CollectedFiles(sources) { $0 }.read(&reading)
            let whole = try #require(read, "\(reading.diagnostics)")
            return TrainingRecords(
                people: Registry([]), runs: [], champions: [], selfAssessment: whole.assessment,
                outreach: whole.outreach)
        }

        func collected(on date: String = "2026-11-21") throws -> CollectedTables {
            CollectedTables(try records(), asOf: try day(date))
        }
    }

    private static let all: Set<ID<IndicatorTable>> = [
        ID("returns"), ID("returns-evidence"), ID("returns-ratings-2026"), ID("outreach"),
    ]

    private func published(
        _ sample: Sample, showing shown: Set<ID<IndicatorTable>> = all, on date: String = "2026-11-21"
    ) async throws -> PublishedIndicators {
        PublishedIndicators(of: try await Self.board(), with: try sample.collected(on: date), showing: shown)
    }

    private static func board() async throws -> Board {
        let files = [
            "data/contacts.yaml": """
            - { id: police, name: Police, kind: emergency, summary: Now., phone: "999", verified_on: 2026-11-01 }
            """,
            "index.md": GateBoard.page("Home", "kind: home\ndoors: [{ title: A, summary: B, to: index.md }]"),
            "signpost.yaml": """
            board: { name: Tiny Partnership, area: Tinyton }
            base_url: https://tiny.example/
            exit: { url: https://www.example.org/weather }
            helplines: [police]
            """,
        ]
        let sources = files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
        let (board, faults) = await ContentReader(root: "", components: nil).read(sources).checked()
        return try #require(board, "\(faults.map(\.message))")
    }

    private static let nobody = PublishedRoster(
        total: .init(champions: PublishableCount(.exact(0)), target: nil), agencies: [], siteKinds: [], named: [],
        unnamed: PublishableCount(.exact(0)))

    private func text(_ cell: PublishedTable.Cell?) -> String? {
        switch cell?.shown {
        case .figure(let figure): figure.description
        case .hidden(let symbol): symbol
        case .unknown: "~"
        case nil: nil
        }
    }

    @Test func `the rate is of schools that have to answer, and others have none`() async throws {
        let table = try #require(try await published(Sample())[ID("returns")])
        #expect(text(table[row: "primary-rate", column: "2026"]) == "60")
        #expect(text(table[row: "rate", column: "2026"]) == "60")
        #expect(text(table[row: "all", column: "2026"]) == "19")
        #expect(text(table[row: "others-voluntary", column: "2026"]) == "7")
        #expect(table.rows.allSatisfy { $0.id != "others-rate" && $0.id != "others-required" })
    }

    @Test func `that few are missing is hidden, and the rate that would tell it`() async throws {
        let published = try await published(Sample(received: 18))
        let table = try #require(published[ID("returns")])
        for row in ["primary-received", "primary-missing", "primary-rate", "received", "rate"] {
            #expect(text(table[row: row, column: "2026"]) == "c", "\(row)")
        }
        #expect(text(table[row: "primary-required", column: "2026"]) == "20", "anybody can count the schools")
        #expect(Set(published.hidden.map(\.why)).isSuperset(of: [.small, .secondary, .percentage]))
    }

    @Test func `that nobody is missing may be known`() async throws {
        let table = try #require(try await published(Sample(received: 20))[ID("returns")])
        #expect(text(table[row: "primary-rate", column: "2026"]) == "100")
        #expect(text(table[row: "missing", column: "2026"]) == "0")
    }

    @Test func `a round that is open, and a period that runs, are not published`() async throws {
        let open = try await published(Sample(closed: "2027-01-01"))
        #expect(open[ID("returns")] == nil && open[ID("returns-ratings-2026")] == nil)
        #expect(open[ID("outreach")] != nil)
        #expect(try await published(Sample(), on: "2026-03-31")[ID("outreach")] == nil)
    }

    @Test func `ratings are tied to the number of returns`() async throws {
        let sample = Sample(received: 18, voluntary: 6)
        let ratings = try #require(
            try await published(sample, showing: [ID("returns-ratings-2026")])[ID("returns-ratings-2026")])
        #expect(text(ratings[row: "lead", column: "good"]) == "24")
        #expect(ratings.columns.last?.word == .unrated)
    }

    @Test func `what goes into a summary is what readers see, and no name`() async throws {
        let sample = Sample(received: 18)
        let training = PublishedTraining(
            runs: [], heldRuns: 0, roster: Self.nobody, figures: [:],
            collected: try sample.collected(), asOf: try day("2026-11-21"))
        let indicators = try await published(sample)
        let summary = PublishedSummary(
            training.publishing(indicators), under: .usual, knowing: [], asOf: try day("2026-11-21"))
        let text = summary.json.text(indented: true)
        #expect(!text.contains("Hidden Oak") && !text.contains("Hidden Elm") && !text.contains("Hidden Inn"))
        let draft = PublishedSummary.read(Array(text.utf8), path: "s.json")
        let read = try #require(draft.checked().value, "\(draft.checked().diagnostics.map(\.message))")
        let again = PublishedIndicators(of: try await Self.board(), with: read.training.collected, showing: Self.all)
        #expect(again.tables.map(\.id) == indicators.tables.map(\.id))
        #expect(again.tables.flatMap(\.rows).map(\.cells) == indicators.tables.flatMap(\.rows).map(\.cells))
        #expect(again.tables.flatMap(\.rows).map(\.word) == indicators.tables.flatMap(\.rows).map(\.word))
        #expect(again.hidden.isEmpty, "why something is hidden stays with the records")
    }

    @Test func `a summary that was not prepared holds no counts`() throws {
        let training = PublishedTraining(
            runs: [], heldRuns: 0, roster: Self.nobody, figures: [:],
            collected: try Sample().collected(), asOf: try day("2026-11-21"))
        let summary = PublishedSummary(training, under: .usual, knowing: [], asOf: try day("2026-11-21"))
        #expect(summary.json.text(indented: false).contains(#""tables":[]"#))
    }

    @Test(arguments: 0..<12) func `no small count is shown, and no sum tells one`(seed: UInt64) async throws {
        var random = Seeded(seed)
        var sample = Sample()
        sample.required = Int.random(in: 1...24, using: &random)
        sample.received = Int.random(in: 0...sample.required, using: &random)
        sample.invited = Int.random(in: 1...9, using: &random)
        sample.voluntary = Int.random(in: 0...sample.invited, using: &random)
        sample.contacts = (0..<40).filter { _ in Bool.random(using: &random) }.map { business in
            (business, ["joined", "declined"].randomElement(using: &random) ?? "")
        }
        let published = try await published(sample)
        for row in published.tables.flatMap(\.rows) where row.word != .rate {
            for case .figure(let figure) in row.cells.map(\.shown) {
                #expect(!(1...5).contains(figure.units), "\(row.id)")
            }
        }
        let returns = try #require(published[ID("returns")])
        let trio = ["primary-required", "primary-received", "primary-missing"].map {
            text(returns[row: $0, column: "2026"])
        }
        #expect(trio.count { $0 == "c" } != 1, "two shown would tell the third")
    }
}
