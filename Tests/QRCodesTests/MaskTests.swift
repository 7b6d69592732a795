import CQRCodeGen
import TestSupport
import Testing

import QRCodes

@Suite struct MaskTests {
    @Test(arguments: [1, 7, 12, 20, 27, 34, 46, 47, 60, 61, 74, 86, 87, 108])
    func `the squares are those that the library finds when it tries all eight masks`(length: Int) throws {
        var random = Seeded(UInt64(length))
        for _ in 0..<40 {
            let text = String(
                (0..<length).map { _ in Character(Unicode.Scalar(UInt8.random(in: 0x20...0x7E, using: &random))) })
            let code = try #require(QRCode(text))
            let expected = try #require(Self.byLibrary(text))
            #expect(code.side == expected.count)
            for row in 0..<code.side {
                #expect((0..<code.side).map { code.isDark(row: row, column: $0) } == expected[row])
            }
        }
    }

    private static func byLibrary(_ text: String) -> [[Bool]]? {
        let bytes = Array(text.utf8)
        var work = bytes + [UInt8](repeating: 0, count: 400 - bytes.count)
        var code = [UInt8](repeating: 0, count: 400)
        guard
            qrcodegen_encodeBinary(
                &work, bytes.count, &code, qrcodegen_Ecc_QUARTILE, 1, 8, qrcodegen_Mask_AUTO, true)
        else { return nil }
        let side = qrcodegen_getSize(code)
        return (0..<side).map { row in (0..<side).map { qrcodegen_getModule(code, $0, row) } }
    }
}
