import Diagnostics
import Foundation
import Schemas
import TestSupport
import Testing

@testable import Content
@testable import Disclosure
@testable import Training

/// What is planted anywhere in a site, in any way of writing it, is found.
@Suite struct GatePropertyTests {
    @Test(arguments: Planting.allCases)
    func `a planted name is found`(planting: Planting) async throws {
        try await plant(planting, seeds: 24) { person, random in
            (planting.write(person.written(&random), &random), "SP091 \(person.id)")
        }
    }

    @Test(arguments: Planting.allCases.filter { $0 != .joined && $0 != .otherwiseParted })
    func `a planted address is found`(planting: Planting) async throws {
        try await plant(planting, seeds: 16) { person, random in
            (planting.write(person.address, &random), "SP092 \(person.id)")
        }
    }

    @Test(arguments: Planting.allCases.filter { $0 != .joined && $0 != .otherwiseParted })
    func `a planted id is found`(planting: Planting) async throws {
        try await plant(planting, seeds: 16) { person, random in
            (planting.write(person.id, &random), "SP093 \(person.id)")
        }
    }

    @Test func `files that share no name with the records raise no alarm`() async throws {
        let (gate, site) = try await Self.site.value
        #expect(await gate.scan(site).diagnostics.isEmpty)
    }

    @Test func `the order of files changes nothing but where it is found first`() async throws {
        let (gate, site) = try await Self.site.value
        let planted = site.map { ($0.path, $0.bytes + Array(" Uma Inklefrith ".utf8)) }
        let (there, back) = (await gate.scan(planted), await gate.scan(planted.reversed()))
        #expect(Set(there.diagnostics.map(\.short)) == Set(back.diagnostics.map(\.short)))
        #expect(there.diagnostics.count == back.diagnostics.count)
    }

    @Test(arguments: 0..<200)
    func `bytes of any kind are read without a fault`(seed: UInt64) async throws {
        var random = Seeded(seed)
        let alphabet =
            Array("<>&%#;x\\u0041amp;&#x;base64,AQ==@.p-0001 Zo\u{EB}\r\n 07700 900123".utf8) + [0, 0xC3, 0xE2, 0xFF]
        let bytes = (0..<300).map { _ in alphabet.randomElement(using: &random) ?? 0 }
        let gate = try await Self.site.value.gate
        let paths = ["a.html", "a.xml", "files/a.csv", "images/a.png"]
        let result = await gate.scan(paths.map { ($0, bytes) })
        #expect(result.evidence.files == 4)
        for location in result.diagnostics.compactMap(\.location) { #expect(location.start.column <= 301) }
    }

    /// Plants something of a random person at a random place of a random file, and expects it to be the finding.
    private func plant(
        _ planting: Planting, seeds: UInt64, _ write: (Planted, inout Seeded) -> (bytes: [UInt8], finding: String)
    ) async throws {
        let (gate, site) = try await Self.site.value
        for seed in 0..<seeds {
            var random = Seeded(seed)
            let person = try #require(Planted.all.randomElement(using: &random))
            let (bytes, finding) = write(person, &random)
            let fitting = site.filter { planting.fits($0.path) }
            var file = try #require(fitting.randomElement(using: &random))
            let place = planting.place(in: file.bytes, &random)
            file.bytes.insert(contentsOf: Array(" ".utf8) + bytes + Array(" ".utf8), at: place)
            let found = await gate.scan([file]).diagnostics
            #expect(
                found.contains { $0.short == finding },
                "seed \(seed): \(String(decoding: bytes, as: UTF8.self)) at \(place) of \(file.path)")
        }
    }

    /// One real site, with the gate of other records than its own.
    private static let site = Task {
        var board = GateBoard()
        board.say("Some *text* & some more – with “signs”.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
        let site = try await board.built().site
        let people = Planted.all.map {
            Person(
                id: ID($0.id), name: $0.name, email: $0.address, agency: ID("a"), roleGroup: ID("r"), siteKind: nil)
        }
        let records = TrainingRecords(people: Registry(people), runs: [], champions: [])
        let published = PublishedContacts(contacts: [try .testshirePolice], boardAddress: "hello@testshire.example")
        return (
            gate: PersonalDataGate(records: records, phrases: [], published: published, asOf: try day("2026-06-01")),
            site: site.filter { !$0.path.hasSuffix(".png") }
        )
    }
}

/// A person to plant.
struct Planted: Sendable {
    let id: String
    let name: String
    let address: String

    static let all: [Planted] = [
        ("Uma Inklefrith", "uma"), ("Zoë Drizzletansy", "zoe.d"), ("José-María Núñez Oquist", "jm_nunez"),
        ("Siân O'Thwiskle", "sian.othwiskle+cse"), ("Łukasz Żółwiński", "lukasz"), ("Søren Ægirsson", "s-aegirsson"),
        ("Ann Mary Obblespark", "ann.obblespark"), ("Дарья Ковалёва", "darya"),
    ].enumerated().map {
        Planted(id: "p-\(7001 + 13 * $0)", name: $1.0, address: "\($1.1)@records\($0).example")
    }

    /// The name in one of the orders that people use.
    func written(_ random: inout Seeded) -> String {
        let words = name.split(separator: " ")
        guard let first = words.first, let last = words.last else { return name }
        let rest = words.dropLast().joined(separator: " ")
        return ["\(name)", "\(last), \(rest)", "\(last) \(rest)", "\(first) \(last)", "\(last) \(first)"]
            .randomElement(using: &random) ?? name
    }
}

/// A way of writing something down so that a plain search would miss it.
enum Planting: String, CaseIterable, Sendable {
    case plain, upperCase, lowerCase, decomposed, numericEntities, hexEntities, twiceEscaped, softHyphens, zeroWidth
    case percent, twicePercent, jsonEscapes, folded, markup, attribute, dataAddress, utf16, utf16Reversed, joined
    case otherwiseParted, namedEntities

    /// Only markup that a browser would see can part a word.
    func fits(_ path: String) -> Bool {
        self == .markup ? path.hasSuffix(".html") : true
    }

    func write(_ text: String, _ random: inout Seeded) -> [UInt8] {
        switch self {
        case .plain: Array(text.utf8)
        case .upperCase: Array(text.uppercased().utf8)
        case .lowerCase: Array(text.lowercased().utf8)
        case .decomposed: Array((text.contains("ё") ? text : text.decomposedStringWithCanonicalMapping).utf8)
        case .numericEntities: each(text, &random) { "&#\($0.value);" }
        case .hexEntities: each(text, &random) { "&#x\(String($0.value, radix: 16));" }
        case .twiceEscaped: each(text, &random) { "&amp;#\($0.value);" }
        case .namedEntities: each(text, &random) { $0.named ?? "&#\($0.value);" }
        case .softHyphens: between(text, &random, "\u{AD}")
        case .zeroWidth:
            between(
                text, &random,
                ["\u{200B}", "\u{200D}", "\u{2060}", "\u{FEFF}", "&shy;"][Int.random(in: 0..<5, using: &random)])
        case .percent: each(text, &random) { $0.percent }
        case .twicePercent: each(text, &random) { $0.percent.replacing("%", with: "%25") }
        case .jsonEscapes:
            each(text, &random) { String(format: "\\u%04x", $0.value) }
        case .folded: between(text, &random, "\r\n ")
        case .markup:
            between(
                text, &random,
                ["<b>", "</i>", "<span class=\"x\">", "<!-- x -->", "<wbr>"].randomElement(using: &random) ?? "")
        case .attribute: Array("<img alt=\"\(text)\">".utf8)
        case .dataAddress: Array("data:text/html;base64,\(Data("<p>\(text)</p>".utf8).base64EncodedString())".utf8)
        case .utf16: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } + [0]
        case .utf16Reversed: [0] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case .joined: Array(text.filter { $0 != " " && $0 != "," }.utf8)
        case .otherwiseParted:
            Array(
                text.replacing(", ", with: " ").replacing(
                    " ", with: ["_", ".", " – ", "+", "/", " \n\t", "; ", "\",\""].randomElement(using: &random) ?? ""
                ).utf8)
        }
    }

    /// Markup belongs between tags; the rest is found wherever it stands.
    func place(in bytes: [UInt8], _ random: inout Seeded) -> Int {
        let anywhere = Int.random(in: 0...bytes.count, using: &random)
        guard self == .markup || self == .attribute else { return anywhere }
        return (bytes[anywhere...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
    }

    private func each(_ text: String, _ random: inout Seeded, _ write: (Unicode.Scalar) -> String) -> [UInt8] {
        text.unicodeScalars.flatMap { scalar in
            Array((Bool.random(using: &random) ? write(scalar) : String(scalar)).utf8)
        }
    }

    private func between(_ text: String, _ random: inout Seeded, _ mark: String) -> [UInt8] {
        text.unicodeScalars.enumerated().flatMap { place, scalar in
            Array(((place > 0 && Int.random(in: 0..<3, using: &random) == 0 ? mark : "") + String(scalar)).utf8)
        }
    }
}

extension Unicode.Scalar {
    /// A name of HTML's, for a few of those that have one.
    fileprivate var named: String? {
        ["ë": "&euml;", "é": "&eacute;", "ú": "&uacute;", "ñ": "&ntilde;", "â": "&acirc;", "í": "&iacute;"][self]
            ?? ["ø": "&oslash;", "Æ": "&AElig;", "'": "&apos;", "@": "&commat;", " ": "&nbsp;", ".": "&period;"][self]
    }

    fileprivate var percent: String {
        String(self).utf8.map { ($0 < 16 ? "%0" : "%") + String($0, radix: 16, uppercase: true) }.joined()
    }
}
