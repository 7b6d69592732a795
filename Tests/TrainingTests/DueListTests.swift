import CivilTime
import Schemas
import Testing

@testable import Content
@testable import Training

@Suite struct DueListTests {
    @Test func `the longest overdue come first, and the current are left out`() async throws {
        #expect(try await list(within: 30).entries.map(\.person.id.text) == ["p-3", "p-2", "p-1"])
        #expect(try await list(within: 5).entries.map(\.person.id.text) == ["p-3", "p-2"])
        #expect(try await list(within: 30, never: true).entries.map(\.person.id.text) == ["p-3", "p-2", "p-1", "p-4"])
    }

    @Test func `each manager has one letter about all of theirs`() async throws {
        let list = try await list(within: 30)
        #expect(list.byManager.map(\.manager) == ["boss@x.example"])
        #expect(list.byManager.first?.entries.map(\.person.id.text) == ["p-3", "p-1"])
        let letter = try #require(list.drafts.first)
        #expect(letter.body.contains("- Ann p-1: runs out on 2026-06-11"))
        #expect(letter.body.contains("- Ann p-3: ran out on 2025-06-01"))
    }

    @Test func `a letter's link has nothing in it that a mail program would take for more`() {
        let letter = MailDraft(to: "o'neil&cc=x@y.example", subject: "50 % & more?", body: ["Tŷ #1", "", "a=b"])
        #expect(
            letter.link
                == "mailto:o%27neil%26cc%3Dx@y.example?subject=50%20%25%20%26%20more%3F"
                + "&body=T%C5%B7%20%231%0D%0A%0D%0Aa%3Db")
    }

    @Test func `a transcript has the lines of all their records`() async throws {
        var board = try Self.board()
        board.people[3].sameAs = ID("p-1")
        let transcript = Transcript(of: ID("p-3"), board.records, await board.history(), asOf: try day("2026-06-01"))
        #expect(transcript.person.id.text == "p-1" && transcript.merged.map(\.id.text) == ["p-3"])
        #expect(transcript.lines.map(\.run.date.description) == ["2024-06-01", "2025-06-11"])
        #expect(transcript.status?.text == "due 2026-06-11")
        #expect(transcript.levels.map(\.status.word) == ["due", "never trained", "never trained"])
    }

    /// On 1 June 2026: 0 is current, 1 due on the 11th, 2 overdue since May, 3 for a year; 4 was never trained.
    private static func board() throws -> TrainingBoard {
        var board = TrainingBoard()
        board.addCourse("aware", months: 12)
        board.addGroup("staff")
        board.addAgency("police")
        for number in 0..<5 { board.addPerson("p-\(number)") }
        board.people[1].manager = "boss@x.example"
        board.people[3].manager = "boss@x.example"
        for (number, date) in ["2026-05-01", "2025-06-11", "2025-05-20", "2024-06-01"].enumerated() {
            try board.addRun("aware", on: date, ["p-\(number)": .attended])
        }
        return board
    }

    private func list(within days: Int, never: Bool = false) async throws -> DueList {
        let board = try Self.board()
        return DueList(
            board.records, await board.history(), asOf: try day("2026-06-01"), within: days, includingNever: never)
    }
}
