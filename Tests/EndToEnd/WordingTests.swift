import Foundation
import Testing

/// What `check` says about the wording of the sample board.
struct WordingTests {
    private static let sample = Folder.repository.folder("content")

    private func check(_ content: Folder) async throws -> Program.Outcome {
        try await Program.run(
            [
                "check", "--source", content.path, "--themes", Folder.repository("themes"), "--as-of", BoardBuild.day,
                "-q",
            ],
            in: content.path)
    }

    @Test func `the sample board is worded as its own rules ask`() async throws {
        let outcome = try await check(Self.sample)
        #expect(outcome.errors == "")
        #expect(outcome.status == 0)
    }

    @Test func `without the board's own rules, every finding is the one that is listed`() async throws {
        try await Folder.temporary { folder in
            try folder.add(Self.sample, under: "content")
            try folder.remove("content/data/language.yaml")
            let said = try await check(folder.folder("content")).errors.split(separator: "\n")
            let findings = zip(said, said.dropFirst()).compactMap { line, place in
                place.hasPrefix("  --> ") ? "\(place.split(separator: "/content/").last ?? ""): \(line)" : nil
            }
            try Golden.expect(
                findings.joined(separator: "\n") + "\n", in: Folder.tests.folder("Wording"), file: "sample.txt")
        }
    }

    /// `published.txt` lists every finding of words that blame in the annual report and the four strategies of which
    /// docs/wording.md tells; in those of Lancashire and Suffolk there is none. Their texts are not ours to print, so each
    /// term is put into a sentence of ours: where one is no longer found, or weighs otherwise, the list is out of date.
    @Test func `what was found in published texts is still found`() async throws {
        let list = try #require(Folder.tests.folder("Wording").text("published.txt"))
        let findings = list.split(separator: "\n").compactMap { line -> String? in
            let words = line.split(separator: ": ")
            return words.count == 3 ? String(words[1]) : nil
        }
        #expect(findings.count == 18 && list.split(separator: "\n").count { $0.contains(": false alarm, ") } == 3)
        try await InvalidSite.withBase { folder in
            let terms = findings.compactMap { $0.split(separator: "\"").last }
            let lines = terms.map { "A child is told of \($0) today.\n" }
            try folder.append("\n" + lines.joined(separator: "\n"), to: "content/fault.md")
            let said = try await Program.run(["check", "-q", "--as-of", BoardBuild.day], in: folder.path).errors
            let again = said.split(separator: "\n").compactMap { line -> String? in
                guard let code = line.range(of: "[SP260]: "), line.hasSuffix(" puts blame on the child") else {
                    return nil
                }
                return "\(line[..<code.lowerBound]) \(line[code.upperBound...].dropLast(24))"
            }
            #expect(again == findings)
        }
    }
}
