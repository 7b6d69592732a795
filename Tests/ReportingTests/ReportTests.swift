import JSONText
import Testing

@testable import Reporting

@Suite struct ReportTests {
    @Test(arguments: [
        ("Ann Oak", "Ann Oak"), ("=HYPERLINK(1)", "'=HYPERLINK(1)"), ("+44 20", "'+44 20"), ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "\"'\tx\""), ("\r=1", "\"'\r=1\""), (" =1", "' =1"), ("＝1", "'＝1"),
        ("a, b", "\"a, b\""), ("say \"no\"", "\"say \"\"no\"\"\""), ("a;b", "\"a;b\""), ("", ""),
        ("line\nbreak", "\"line\nbreak\""), ("=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0"), ("a=b", "a=b"),
    ])
    func `no cell of a CSV file is a formula`(text: String, cell: String) {
        #expect(CSVText.cell(text) == cell)
    }

    @Test func `a CSV file is for spreadsheets: marked, without the sum, unknown in words`() {
        #expect(
            CSVText.file(Self.table) == "\u{FEFF}Agency,People,Trained\r\n\"Oak, Elm\",12,50\r\nAsh,-3,not known\r\n")
    }

    @Test func `a terminal's table has numbers to the right and the sum below`() {
        #expect(
            PlainTable.text(Self.table) == """
                Agency    People    Trained
                --------  ------  ---------
                Oak, Elm      12       50 %
                Ash           -3  not known
                Total          9          –
                """)
    }

    @Test func `Markdown shows what is written, and nothing else`() {
        let table = ReportTable(
            "t", title: "T", columns: [.init("a", "A")], rows: [[.text("a|b <i> *c* &amp;\n")]], empty: "None.")
        #expect(MarkdownTable.text(table) == "| A |\n| --- |\n| a\\|b \\<i\\> \\*c\\* &amp;amp;  |")
    }

    @Test func `JSON holds facts and all tables, and what is not known is null`() {
        let document = ReportDocument(
            title: "R", facts: [.init("from", "2026-04-01")], sentences: ["S."], tables: [Self.table])
        #expect(
            document.text(.json).filter { !$0.isWhitespace } == """
                {"from":"2026-04-01","agencies":[{"title":"Oak,Elm","people":12,"trained":50},\
                {"title":"Ash","people":-3,"trained":null}]}
                """)
    }

    @Test(arguments: [ReportDocument.Format.table, .md])
    func `a table without rows says what is not there`(format: ReportDocument.Format) {
        let empty = ReportTable("t", title: "T", columns: [.init("a", "A")], rows: [], empty: "Nobody is due.")
        let document = ReportDocument(title: "R", facts: [], sentences: [], tables: [empty])
        #expect(document.text(format).contains("Nobody is due."))
    }

    @Test func `a terminal is not given orders`() {
        let table = ReportTable("t", title: "T", columns: [.init("a", "A")], rows: [[.text("x\u{1B}[2J")]], empty: "")
        #expect(!PlainTable.text(table).unicodeScalars.contains("\u{1B}"))
    }

    static let table = ReportTable(
        "agencies", title: "By agency",
        columns: [.init("title", "Agency"), .init("people", "People"), .init("trained", "Trained")],
        rows: [[.text("Oak, Elm"), .number(12), .percent(50)], [.text("Ash"), .number(-3), .notKnown]],
        total: [.text("Total"), .number(9), .none], empty: "None.")
}
