/// A published number: whole, or with so many decimals as were printed.
///
/// Kept as printed, because 12 % and 12.0 % say different things about what was rounded.
public struct Figure: Sendable, Hashable, CustomStringConvertible {
    /// The number without its decimal point: 865 for 86.5.
    public let units: Int
    /// How many digits stand behind the point: 1 for 86.5. At most 4.
    public let decimals: Int

    public init(_ units: Int, decimals: Int = 0) {
        self.units = units
        self.decimals = decimals
    }

    /// `37`, `86.5`; at most nine digits, so that no sum of them is out of bounds.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, !whole.isEmpty, parts.count == 1 || !parts[1].isEmpty,
            parts.joined().count <= 9, parts.dropFirst().allSatisfy({ $0.count <= 4 }),
            parts.joined().allSatisfy({ (0x30...0x39).contains($0) }),
            let units = Int(String(decoding: Array(parts.joined()), as: UTF8.self))
        else { return nil }
        self.init(units, decimals: parts.count == 2 ? parts[1].count : 0)
    }

    public var description: String {
        let digits = String(abs(units))
        guard decimals > 0 else { return String(units) }
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return (units < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }

    /// The same number in units of 10 to the power of minus four.
    var fine: Int { units * Self.power(Self.finest - decimals) }

    static let finest = 4

    static func power(_ exponent: Int) -> Int { (0..<max(0, exponent)).reduce(1) { value, _ in value * 10 } }

    /// A number in the finest unit, without needless zeros.
    init(fine: Int) {
        var (units, decimals) = (fine, Self.finest)
        while decimals > 0, units % 10 == 0 { (units, decimals) = (units / 10, decimals - 1) }
        self.init(units, decimals: decimals)
    }
}
