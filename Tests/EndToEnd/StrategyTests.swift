import Foundation
import Testing

/// Published strategies, entered as a board would enter them, in our own words: their facts, figures and structure. What
/// `check` says of them is in `expected.txt` beside each; what it means is here.
///
/// Suffolk's, with its document control and its action points day by day, is in `GovernanceTests/SuffolkTests.swift`.
struct StrategyTests {
    private static let folder = Folder.tests.folder("Strategies")

    /// The day on which the board looks at it.
    private func check(_ name: String, changing change: (Folder) throws -> Void = { _ in }) async throws -> String {
        try await Folder.temporary { folder in
            try folder.add(InvalidSite.folder.folder("base"), under: ".")
            try folder.add(Folder.tests.folder("Themes"), under: "themes")
            try folder.add(Self.folder.folder("\(name)/content"), under: "content")
            try folder.append("\n[The strategy](strategy.md)\n", to: "content/index.md")
            try change(folder)
            let outcome = try await Program.run(["check", "-q", "--as-of", "2016-06-01"], in: folder.path)
            let lines = outcome.errors.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let findings = zip(lines, lines.dropFirst()).compactMap { line, place in
                place.hasPrefix("  --> content/") ? "\(place.dropFirst("  --> content/".count)): \(line)" : nil
            }
            // What stands in a list behind a finding: the differences of a quotation.
            let notes = lines.filter { $0.hasPrefix("  = note: \"") }
            return "exit status \(outcome.status)\n\n" + (findings + notes).joined(separator: "\n") + "\n"
        }
    }

    /// As printed, the plan of Lancashire's strategy says of none of its fifteen actions who does it, by when, and how it
    /// stands; the first cell of row 2.1 is empty; and there is no document control at all. Nothing of that is published.
    @Test func `Lancashire's strategy as it was printed lacks what makes a plan, and cannot be built`() async throws {
        try Golden.expect(try await check("lancashire"), in: Self.folder.folder("lancashire"), file: "expected.txt")
    }

    /// With that put in, what is left is what contradicts itself: the fourth priority is called two names; the definition
    /// of 2009 lost "sexual" before "images" and the whole sentence about power; and six groups of letters are explained
    /// nowhere. ENGAGE is the name of a team, and a false alarm: the board would list it under `acronyms`.
    ///
    /// What no rule finds: a day of awareness in 1.1 and a week in 7.1; and that 2.1 reports what is already done.
    @Test func `Lancashire's strategy with its blanks filled is found out where it contradicts itself`() async throws {
        let said = try await check("lancashire") { folder in
            let plan = try #require(folder.text("content/data/action-plan.yaml"))
            try folder.write(
                plan.replacingOccurrences(of: "what: ,", with: "what: Have teams,").replacingOccurrences(
                    of: " }\n", with: ", owner: council, due: 2018-03-31, rating: amber }\n"),
                to: "content/data/action-plan.yaml")
            let page = try #require(folder.text("content/strategy.md"))
            let document = """
                document: { version: "1", status: adopted, agreed_by: Boards, adopted: 2015-04-01, \
                endorsed: Boards, updated: 2015-04-01 }
                """
            try folder.write(
                page.replacingOccurrences(of: "predecessor:", with: document + "\npredecessor:"),
                to: "content/strategy.md")
        }
        try Golden.expect(said, in: Self.folder.folder("lancashire"), file: "completed.txt")
    }

    /// The contents of South Gloucestershire's call the board by another name than the heading does. Four groups of letters
    /// are explained nowhere, one of them a slip for another ("PHSE"). That the contents leave the last heading out, and
    /// that the board has three names in all, no rule finds.
    @Test func `South Gloucestershire's strategy is found out where its contents are not its headings`() async throws {
        let said = try await check("south-gloucestershire") { folder in
            let page = try #require(folder.text("content/strategy.md"))
            let document = """
                document: { version: "1", status: adopted, agreed_by: Board, adopted: 2016-01-01, \
                endorsed: Board, updated: 2016-01-01 }
                """
            try folder.write(
                page.replacingOccurrences(of: "pledge:", with: document + "\npledge:"), to: "content/strategy.md")
        }
        try Golden.expect(said, in: Self.folder.folder("south-gloucestershire"), file: "expected.txt")
    }
}
