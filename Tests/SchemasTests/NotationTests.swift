import Diagnostics
import TestSupport
import Testing
import YAMLData

@testable import Schemas

/// What an editor is told about a value is what Signpost reads.
@Suite struct NotationTests {
    private static let notations: [(notation: Notation, alphabet: String, reads: @Sendable (String) -> Bool)] = [
        (.id, "aZ0-_ é", { Self.takes(.word, $0) }),
        (.clockTime, "0123459: ", { Self.takes(.clockTime, $0) }),
        (.webAddress, "htps:/a@?#. \"<\\`é[", { Self.takes(.webAddress, $0) }),
        (.emailAddress, "a1.@-+ é_{", { Self.takes(.emailAddress, $0) }),
        (.telephone, "+01 9-a", { Self.takes(.telephone, $0) }),
        (.sitePath, "/a.-_~ é", { Self.takes(.sitePath, $0) }),
        (.languageTag, "enA1-_é", { Self.takes(.languageTag, $0) }),
    ]

    @Test(arguments: notations.indices)
    func `a pattern matches exactly what its reader takes`(index: Int) throws {
        let (notation, alphabet, reads) = Self.notations[index]
        let pattern = try Regex(notation.pattern)
        var random = Seeded(UInt64(index + 1))
        var taken = 0
        for _ in 0..<3000 {
            let text = mutated(notation.example, with: Array(alphabet), &random)
            // YAML never hands over a bare value with spaces around it, so patterns need not know that it may have some.
            guard text == text.trimmed else { continue }
            let isRead = reads(text)
            taken += isRead ? 1 : 0
            #expect(isRead == (text.wholeMatch(of: pattern) != nil), "\(text)")
        }
        #expect(taken > 0)
    }

    @Test(arguments: ["2026-09-01", "2026-02-29", "2026-13-01", "2026-00-10", "26-09-01", "2026-9-1", "2026-12-31"])
    func `a pattern never refuses a date that is read`(text: String) throws {
        let matches = text.wholeMatch(of: try Regex(Notation.date.pattern)) != nil
        #expect(matches || !Self.takes(.date, text))
    }

    @Test(arguments: notations.indices)
    func `an example is an example`(index: Int) {
        #expect(Self.notations[index].reads(Self.notations[index].notation.example))
    }

    private static func takes<Value>(_ reader: Reader<Value>, _ text: String) -> Bool {
        var reading = Reading()
        let node = YAMLNode(.scalar(text, .quoted), at: Location(path: "f", start: .start))
        return reader.value(of: node, &reading) != nil
    }

    /// The text with one to four characters put in, taken out or replaced.
    private func mutated(_ text: String, with alphabet: [Character], _ random: inout Seeded) -> String {
        var characters = Array(text)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let at = Int.random(in: 0...characters.count, using: &random)
            let sign = alphabet.randomElement(using: &random) ?? "a"
            switch Int.random(in: 0..<3, using: &random) {
            case 0: characters.insert(sign, at: at)
            case 1 where at < characters.count: characters[at] = sign
            case _ where at < characters.count: characters.remove(at: at)
            default: break
            }
        }
        return String(characters)
    }
}
