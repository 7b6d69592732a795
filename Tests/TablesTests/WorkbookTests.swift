import Foundation
import Testing

@testable import Tables

/// What a spreadsheet shows is what its cells are.
struct WorkbookTests {
    private func file(_ name: String) throws -> TableFile {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Workbooks")
        return try TableFile(Array(try Data(contentsOf: folder.appending(path: name + ".xlsx"))))
    }

    @Test func `texts are shared, in runs and without how to say them; hidden sheets are left out`() throws {
        let file = try file("shared-strings")
        #expect(file.form == .workbook)
        #expect(file.tables.map(\.name) == ["Register"])
        #expect(file.tables[0].rows.map(\.number) == [1, 3, 4, 5])
        #expect(
            file.tables[0].rows.map(\.cells) == [
                ["Title & more"], ["Name", "Email", "", "Joined", "Left"],
                [
                    "Marta Rundlewhistle", "marta@council.faultford.example", "", "2026-03-12 09:25:00",
                    "2026-03-12 12:31:00",
                ],
                ["Chidi Candlepondle", "chidi@council.faultford.example", "", "09:50:00", "12:31:00"],
            ])
    }

    @Test func `texts stand in their cells, names have prefixes, and places are left out`() throws {
        let file = try file("inline-strings-and-prefixes")
        #expect(file.tables[0].rows.map(\.cells) == [["Name", "Minutes"], ["Zoë", "12.5", "sum", "TRUE"]])
        #expect(file.tables[0].rows.map(\.number) == [1, 2])
    }

    @Test func `numbers are days and times where the spreadsheet shows them so`() throws {
        #expect(
            try file("kinds-of-numbers").tables[0].rows.map(\.cells) == [
                [
                    "1900-02-28", "1900-02-28", "1900-03-01", "2026-03-12", "2026-03-12 12:00:00", "36:00:00", "7",
                    "2026-03-12 00:00:00", "1900-01-01 00:00:00", "-5", "2026-03-12 09:30:00", "#N/A",
                ]
            ])
    }

    @Test func `days may count from 1904`() throws {
        #expect(try file("dates-from-1904").tables[0].rows.map(\.cells) == [["1904-01-01", "2026-03-12"]])
    }

    @Test func `sheets keep their order and names`() throws {
        #expect(try file("two-sheets").tables.map(\.name) == ["Register", "Autumn"])
    }

    @Test(arguments: [
        ("far-column", TableFault.tooManyColumns(line: 1)), ("doctype", .damagedWorkbook),
        ("other-zip", .notATable("a ZIP archive, and no Excel workbook in it")), ("bomb", .workbookTooLarge),
    ])
    func `what is no workbook, or asks too much, is refused`(_ name: String, _ fault: TableFault) {
        #expect(throws: fault) { try file(name) }
    }

    @Test(arguments: [
        ("General", NumberStyles.Kind.number), ("0.00", .number), ("#,##0 \"days\"", .number), ("[Red]0", .number),
        ("dd/mm/yyyy", .date), ("[$-809]d mmmm yyyy;@", .date), ("mmm", .date), ("h:mm AM/PM", .time),
        ("hh\\:mm", .time), ("yyyy-mm-dd\\ hh:mm:ss", .dateAndTime), ("[h]:mm", .duration), ("[mm]:ss", .duration),
        ("0;dd", .number), ("\"d", .number),
    ])
    func `a format says what a number is`(_ code: String, _ kind: NumberStyles.Kind) {
        #expect(NumberStyles.kind(code) == kind)
    }
}
