import Testing

@testable import Tables

/// What a text file is taken for, and what its cells are.
struct TableFileTests {
    private func rows(_ text: String) throws -> [[String]] {
        try TableFile(Array(text.utf8)).tables[0].rows.map(\.cells)
    }

    private static let latin = "Name,Town\r\nZoë,Łódź\r\n"

    private static func bytes(of text: String, lowFirst: Bool) -> [UInt8] {
        text.utf16.flatMap { lowFirst ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }

    @Test(arguments: [
        (Array(latin.utf8), TextEncoding.utf8), ([0xEF, 0xBB, 0xBF] + latin.utf8, .utf8),
        ([0xFF, 0xFE] + bytes(of: latin, lowFirst: true), .utf16LittleEndian),
        ([0xFE, 0xFF] + bytes(of: latin, lowFirst: false), .utf16BigEndian),
        (bytes(of: latin, lowFirst: true), .utf16LittleEndian), (bytes(of: latin, lowFirst: false), .utf16BigEndian),
    ])
    func `text in any encoding gives the same cells`(_ bytes: [UInt8], _ encoding: TextEncoding) throws {
        let file = try TableFile(bytes)
        #expect(file.tables[0].rows.map(\.cells) == [["Name", "Town"], ["Zoë", "Łódź"]])
        #expect(file.form == .text(encoding, .comma))
    }

    @Test func `bytes that are not UTF-8 are Windows-1252`() throws {
        let file = try TableFile([0x5A, 0x6F, 0xEB, 0x2C, 0x80, 0x92, 0x81])
        #expect(file.tables[0].rows.map(\.cells) == [["Zoë", "€’\u{FFFD}"]])
        #expect(file.form == .text(.windows1252, .comma))
    }

    @Test(arguments: [
        ("a,b\nc,d", [["a", "b"], ["c", "d"]]), ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
        ("a,b\rc,d", [["a", "b"], ["c", "d"]]), ("\"a,1\",\"b\"\"2\"\"\"", [["a,1", "b\"2\""]]),
        ("\"a\nb\",c", [["a\nb", "c"]]), ("a,\"\",b,", [["a", "", "b", ""]]), ("a, \"b,c\"", [["a", "b,c"]]),
        ("a\"b,\"c\"d", [["a\"b", "cd"]]), ("a;b\n1,5;2,5\n", [["a", "b"], ["1,5", "2,5"]]),
        ("a\tb, c\n\"d\te\"\tf", [["a", "b, c"], ["d\te", "f"]]), ("sep=|\na|b,c\n", [["a", "b,c"]]),
        ("n\tin\nA\t3/1, 9:00, x\nB\t3/1, 9:01, y\n", [["n", "in"], ["A", "3/1, 9:00, x"], ["B", "3/1, 9:01, y"]]),
        ("a|b\n", [["a", "b"]]), ("one\n", [["one"]]),
    ])
    func `cells are what was meant`(_ text: String, _ cells: [[String]]) throws {
        #expect(try rows(text) == cells)
    }

    @Test func `rows are numbered by the line on which they start`() throws {
        let file = try TableFile(Array("sep=,\r\na,\"x\r\ny\"\r\n\r\nb,c\n".utf8))
        #expect(file.tables[0].rows.map(\.number) == [2, 4, 5])
    }

    @Test(arguments: [
        ("", TableFault.empty), ("\n \n,,\n", .empty), ("a,b\n\"c,d\ne,f\n", .openQuotation(line: 2)),
        ("%PDF-1.7\n", .notATable("a PDF file")), (" <!DOCTYPE html><p>", .notATable("a web page")),
        ("a,b\u{0}c,\u{1}", .notATable("no text: it holds unprintable bytes")),
        (String(repeating: ",", count: 2000), .tooManyColumns(line: 1)),
    ])
    func `what is no table is refused by name`(_ text: String, _ fault: TableFault) {
        #expect(throws: fault) { try TableFile(Array(text.utf8)) }
    }
}
