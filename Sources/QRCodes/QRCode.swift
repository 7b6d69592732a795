import CQRCodeGen

/// A QR code (ISO/IEC 18004:2015) of a short text, as squares that a printer can fill.
///
/// The same text always gives the same squares. Of the four levels of error correction it has "Q", which still reads
/// with a quarter of its words lost (§6.5.1): paper on a staff-room wall gets dirty and torn. Where the next level fits
/// into as many squares, it has that.
public struct QRCode: Sendable, Hashable {
    /// How many squares stand in one row, without the quiet zone: 21 to 49.
    public let side: Int
    /// Row by row from the top, and in each row from the left; true where a square is dark.
    private let squares: [Bool]

    /// How many empty squares the standard wants around the code on each side (§6.3.8).
    public static let quietZone = 4

    /// Version 8 of the standard has 49 squares in a row: on a code 24 mm wide each is still 0.42 mm, which a phone held
    /// at arm's length reads. Longer texts would need smaller squares.
    private static let largestVersion: Int32 = 8

    /// How many bytes of UTF-8 a text may have: what version 8 holds at level Q (§7.4.10, table 7).
    public static let longestText = 108

    /// `nil` where the text is empty or longer than ``longestText``.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, bytes.count <= Self.longestText else { return nil }
        let room = Self.room(for: Self.largestVersion)
        var work = bytes + [UInt8](repeating: 0, count: room - bytes.count)
        var code = [UInt8](repeating: 0, count: room)
        let fits = qrcodegen_encodeBinary(
            &work, bytes.count, &code, qrcodegen_Ecc_QUARTILE, 1, Self.largestVersion, qrcodegen_Mask_AUTO, true)
        guard fits else { return nil }
        let side = qrcodegen_getSize(code)
        self.side = Int(side)
        squares = (0..<side).flatMap { row in (0..<side).map { qrcodegen_getModule(code, $0, row) } }
    }

    /// What `qrcodegen_BUFFER_LEN_FOR_VERSION` computes, which is a macro that Swift does not see.
    private static func room(for version: Int32) -> Int {
        let side = Int(version) * 4 + 17
        return (side * side + 7) / 8 + 1
    }

    /// Whether the square is dark; squares outside the code are not.
    public func isDark(row: Int, column: Int) -> Bool {
        (0..<side).contains(row) && (0..<side).contains(column) && squares[row * side + column]
    }
}
