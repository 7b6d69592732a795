import QRCodes
import Testing

@Suite struct QRCodeTests {
    private static let address = "https://northmere.example/say-something/hotels/"

    @Test func `three corners hold the pattern by which readers find a code`() throws {
        let code = try #require(QRCode(Self.address))
        let last = code.side - 7
        for (top, left) in [(0, 0), (0, last), (last, 0)] {
            for row in 0..<7 {
                for column in 0..<7 {
                    // ISO/IEC 18004 §6.3.3: a dark square of 3, a light ring, a dark ring.
                    let ring = max(abs(row - 3), abs(column - 3))
                    #expect(code.isDark(row: top + row, column: left + column) == (ring != 2))
                }
            }
        }
    }

    @Test func `an address of this length needs 37 squares in a row at level Q`() throws {
        #expect(try #require(QRCode(Self.address)).side == 37)  // version 5; table 7: 46 bytes fit version 4
    }

    @Test func `the longest text fits, and one byte more does not`() {
        let longest = String(repeating: "a", count: QRCode.longestText)
        #expect(QRCode(longest)?.side == 49)
        #expect(QRCode(longest + "a") == nil)
    }

    @Test func `bytes count, not characters`() {
        #expect(QRCode(String(repeating: "é", count: QRCode.longestText / 2)) != nil)
        #expect(QRCode(String(repeating: "é", count: QRCode.longestText / 2 + 1)) == nil)
    }

    @Test func `an empty text has no code`() {
        #expect(QRCode("") == nil)
    }

    @Test func `codes made at the same time are the same as codes made one after the other`() async {
        let texts = (0..<400).map { "https://northmere.example/\($0)/" }
        let serial = texts.map { QRCode($0)?.pathData }
        let parallel = await withTaskGroup(of: (Int, String?).self) { group in
            for (index, text) in texts.enumerated() { group.addTask { (index, QRCode(text)?.pathData) } }
            var codes = [String?](repeating: nil, count: texts.count)
            for await (index, data) in group { codes[index] = data }
            return codes
        }
        #expect(parallel == serial && Set(serial).count == texts.count)
    }
}

@Suite struct QRCodeDrawingTests {
    @Test func `the drawing covers the dark squares and nothing else`() throws {
        let code = try #require(QRCode("https://northmere.example/"))
        var drawn: Set<[Int]> = []
        for rectangle in code.pathData.split(separator: "M") {
            // M4 4h7v1h-7z
            let numbers = rectangle.split(whereSeparator: { " hvz".contains($0) }).compactMap { Int($0) }
            try #require(numbers.count == 5 && numbers[3] == 1 && numbers[4] == -numbers[2])
            for column in numbers[0]..<numbers[0] + numbers[2] { drawn.insert([numbers[1], column]) }
        }
        for row in 0..<code.drawingSide {
            for column in 0..<code.drawingSide {
                let dark = code.isDark(row: row - QRCode.quietZone, column: column - QRCode.quietZone)
                #expect(drawn.contains([row, column]) == dark)
            }
        }
    }

    @Test func `a quiet zone of four squares is left free`() throws {
        let code = try #require(QRCode("https://northmere.example/"))
        #expect(code.drawingSide == code.side + 8 && code.pathData.hasPrefix("M4 4h7"))
    }
}
