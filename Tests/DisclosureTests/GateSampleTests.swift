import Content
import Diagnostics
import Foundation
import Schemas
import TestSupport
import Testing

@testable import Disclosure
@testable import Training

/// How often the gate is wrong on a real site: alarms about nothing, and names that it does not see. The figures stand
/// in docs/personal-data.md.
@Suite struct GateSampleTests {
    private static let sample = Task { try await GateBoard.sample().built() }

    @Test func `the sample board's own records raise no false alarm, and nearly all names are looked for`() async throws
    {
        let (gate, site) = try await Self.sample.value
        let result = await gate.scan(site)
        #expect(result.diagnostics.filter { $0.severity == .error } == [])
        #expect(result.evidence.counts.names > 100 && result.evidence.counts.namesTooShort == 0)
    }

    /// Given names and surnames that are also English words: every given name with every surname.
    @Test func `of 3,200 names made of common words, those that stand there with capitals are all that raise an alarm`()
        async throws
    {
        let (_, site) = try await Self.sample.value
        let names = Self.givenNames.flatMap { first in Self.surnames.map { "\(first) \($0)" } }
        #expect(names.count == 3200)
        let result = try await Self.gate(names).scan(site)
        let alarms = result.diagnostics.filter { $0.code == .personNamed }.compactMap { alarm in
            names.first { alarm.message.contains(" \($0.replacing(" ", with: "").lowercased()) ") }
        }
        let known: Set = ["Young People", "Page Home", "Young Home"]
        #expect(known.isSuperset(of: alarms), "if they are more, say so in the docs too: \(alarms)")
        #expect(result.evidence.namesLikeWords.count >= 15)
    }

    @Test func `a search for single words would cry out about half of these surnames`() async throws {
        let (_, site) = try await Self.sample.value
        let words = Set(
            site.filter { $0.path.hasSuffix(".html") }.flatMap { file in
                String(decoding: file.bytes, as: UTF8.self).lowercased().split { !$0.isLetter }
            })
        #expect(Self.surnames.count { words.contains(Substring($0.lowercased())) } >= 40)
    }

    @Test(arguments: Planting.allCases)
    func `each person of the sample is found when planted in the sample site`(planting: Planting) async throws {
        let (gate, site) = try await Self.sample.value
        var page = try #require(site.first { $0.path == "parents/index.html" })
        let people = try Self.people()
        var random = Seeded(1)
        for (_, name) in people {
            let written = Array(" ".utf8) + planting.write(name, &random) + Array(" | ".utf8)
            page.bytes.insert(contentsOf: written, at: page.bytes.count)
        }
        let found = Set(await gate.scan([page]).diagnostics.map(\.short))
        let missed = people.map { "SP091 \($0.id)" }.filter { !found.contains($0) }
        #expect(people.count > 100 && missed == [])
    }

    /// Everybody in `people.yaml` without consent to be named, read line by line.
    private static func people() throws -> [(id: String, name: String)] {
        let files = try GateBoard.sample().files
        let champions = String(decoding: files["records/champions.yaml"] ?? [], as: UTF8.self).split(separator: "\n")
        let text = String(decoding: files["records/people.yaml"] ?? [], as: UTF8.self)
        return text.split(separator: "\n").compactMap { line in
            guard let match = line.firstMatch(of: /id: (p-\d+), name: "?([^",]+)"?,/) else { return nil }
            let id = String(match.1)
            let mayBeNamed = champions.contains { $0.contains("\(id),") && $0.contains("consent") }
            return mayBeNamed ? nil : (id, String(match.2))
        }
    }

    private static func gate(_ names: [String]) async throws -> PersonalDataGate {
        let people = names.map {
            Person(
                id: ID($0.lowercased().replacing(" ", with: "")), name: $0, email: nil, agency: ID("a"),
                roleGroup: ID("r"), siteKind: nil)
        }
        let records = TrainingRecords(people: Registry(people), runs: [], champions: [])
        let published = PublishedContacts(contacts: [], boardAddress: nil)
        return PersonalDataGate(records: records, phrases: [], published: published, asOf: try day("2026-06-01"))
    }

    private static let givenNames = words(
        """
        Grace Mark Will Faith Hope Joy Rose May April June Dawn Summer Ruby Pat Rob Sue Bill Art Frank Grant
        Dean Chance Guy Miles Drew Chase Robin Heather Ivy Iris Violet Olive Holly Penny Patience Prudence Christian
        Young Max Page
        """)

    private static let surnames = words(
        """
        Young Hill Wood Fields Rivers Brooks Banks Stone Park Green Brown White Black Long Short Small Wise Good Best
        Love Power Price Cook Baker Taylor Child Parent Read Page Law Justice Case Day Week Winter Field House Home
        School Street Lane Bridge Church Bishop King Knight Major Ward Word Help Hand Head Foot Strong Sharp Swift
        Speed Self True Worth Wells Waters March Friday Noon Moon Bird Fox Wolf Lamb Bull Fish Crane Person People
        Friend Call Work First Keep
        """)

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
