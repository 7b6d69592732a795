import CivilTime
import Schemas
import Testing

@testable import Desk
@testable import Site
@testable import Training

struct DeskPageTests {
    private func page(_ rows: [[Cell]]) -> DeskPage {
        DeskPage(
            path: "desk/people/", title: "People", summary: "",
            parts: [
                .init(
                    id: "people", title: "People", table: .init(columns: ["Name", "Until"], rows: rows, empty: "None."))
            ])
    }

    @Test func `a table can be had as CSV, with days as computers write them`() throws {
        let day = try #require(CivilDate(iso: "2027-03-12"))
        let file = try #require(page([[.text("Ada Lark"), .day(day)]]).files.first)
        #expect(file.path == "desk/people/people.csv")
        #expect(String(decoding: file.bytes, as: UTF8.self) == "\u{FEFF}Name,Until\r\nAda Lark,2027-03-12\r\n")
    }

    @Test(arguments: ["=1+1", "+44", "-2", "@SUM(A1)"])
    func `a name that a spreadsheet would run is text in it`(_ name: String) throws {
        let file = try #require(page([[.text(name), .nothing]]).files.first)
        #expect(String(decoding: file.bytes, as: UTF8.self).hasSuffix("\r\n'\(name),\r\n"))
    }

    @Test func `an empty table has no file`() {
        #expect(page([]).files.isEmpty)
    }
}

struct BarChartTests {
    private func chart(_ bars: [[Int]]) -> BarChart {
        BarChart(
            keys: ["a", "b", "c"].map { BarChart.Key(title: $0, kind: $0) },
            bars: bars.map { BarChart.Bar(label: "", values: $0) })
    }

    @Test func `the widest bar fills the width, and the others are to its scale`() {
        let chart = chart([[1, 2, 1], [1, 0, 0]])
        #expect(chart.parts(of: chart.bars[0]).map(\.start) == ["0.00", "25.00", "75.00"])
        #expect(chart.parts(of: chart.bars[0]).map(\.length) == ["25.00", "50.00", "25.00"])
        #expect(chart.parts(of: chart.bars[1]).map(\.length) == ["25.00"])
    }

    @Test func `parts of nothing are left out, and a chart of nothing has none`() {
        let chart = chart([[0, 3, 0], [0, 0, 0]])
        #expect(chart.parts(of: chart.bars[0]).map(\.key.kind) == ["b"])
        #expect(chart.parts(of: chart.bars[1]).isEmpty)
        #expect(self.chart([[0, 0, 0]]).bars.flatMap { self.chart([[0, 0, 0]]).parts(of: $0) }.isEmpty)
    }
}

struct RegisterTests {
    private func register(places: Int, booked: Int, isFilled: Bool = false) throws -> Register {
        let run = Run(
            id: ID("r"), course: ID("c"), date: try #require(CivilDate(iso: "2026-11-21")),
            start: try #require(ClockTime(iso: "09:30")), end: try #require(ClockTime(iso: "12:30")), venue: .online,
            trainer: nil, places: places, status: .scheduled, sequence: 0, attendance: [])
        let row = Register.Row(name: "Ada Lark", agency: "Council", status: "Booked", minutes: "")
        return Register(
            run: run, course: "Course", trainer: nil, rows: Array(repeating: row, count: booked), isFilled: isFilled)
    }

    @Test(arguments: [(24, 20, 4), (24, 24, 3), (24, 30, 3), (24, 0, 12), (0, 0, 3)])
    func `there are lines for people without a booking, and not more than fit on the sheet`(
        _ places: Int, _ booked: Int, _ lines: Int
    ) throws {
        #expect(try register(places: places, booked: booked).blankLines == lines)
    }

    @Test func `a register that is filled in has no empty lines`() throws {
        #expect(try register(places: 24, booked: 2, isFilled: true).blankLines == 0)
    }
}
