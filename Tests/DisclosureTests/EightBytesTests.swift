import TestSupport
import Testing

@testable import Disclosure

/// Eight bytes at once say what a look at one after the other says.
struct EightBytesTests {
    /// Bytes of every kind that are next to one that decides, and the rest at random.
    private static func sample(_ random: inout Seeded) -> [UInt8] {
        let edges: [UInt8] = [0x00, 0x01, 0x2F, 0x30, 0x39, 0x60, 0x61, 0x7A, 0x7B, 0x7F, 0x80, 0xFF]
        let count = Int.random(in: 1...24, using: &random)
        return (0..<count).map { _ in
            Bool.random(using: &random)
                ? edges.randomElement(using: &random) ?? 0 : .random(in: 0...255, using: &random)
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x61...0x7A).contains(byte) }

    @Test func `letters are counted up to the first other byte, and no further than eight`() {
        var random = Seeded(11)
        for _ in 0..<20_000 {
            let text = Self.sample(&random)
            text.withUnsafeBufferPointer { reading in
                for place in reading.indices {
                    let expected = reading[place...].prefix(EightBytes.count).prefix(while: Self.isLetter).count
                    #expect(EightBytes(reading, at: place).letterPrefix == expected, "\(text) at \(place)")
                }
            }
        }
    }

    @Test func `bytes of a file are read as one after the other, up to the first that needs a closer look`() {
        let simple = Alphabet().simple
        var random = Seeded(12)
        for _ in 0..<20_000 {
            let marks = Array("<>&%\\;=?@AZ[$'\t\r\n\u{8}\u{C}\u{E}\u{1F}".utf8)
            let text = (0..<8).map { _ -> UInt8 in
                switch Int.random(in: 0..<8, using: &random) {
                case 0: return marks.randomElement(using: &random) ?? 0
                case 1: return .random(in: 0...255, using: &random)
                default: return .random(in: 0x20...0x7F, using: &random)
                }
            }
            let expected = text.map { simple[Int($0)] }.prefix { $0 != 0 }
            let (letters, count) = text.withUnsafeBufferPointer { EightBytes($0, at: 0).readPlainly }
            #expect(count == expected.count, "\(text)")
            #expect(
                (0..<count).map { UInt8(truncatingIfNeeded: letters >> UInt64(8 * $0)) } == Array(expected), "\(text)")
        }
    }

    @Test(arguments: UInt8.min...UInt8.max)
    func `every byte is read as the alphabet says, wherever it stands`(byte: UInt8) {
        let plain = Alphabet().simple[Int(byte)]
        for place in 0..<EightBytes.count {
            var text = Array("abcdefgh".utf8)
            text[place] = byte
            let (letters, count) = text.withUnsafeBufferPointer { EightBytes($0, at: 0).readPlainly }
            #expect(count == (plain == 0 ? place : EightBytes.count))
            if plain != 0 { #expect(UInt8(truncatingIfNeeded: letters >> UInt64(8 * place)) == plain) }
        }
    }

    @Test func `the first bytes are taken from the lowest place on, with zeros behind them`() {
        let text = Array("oakwhistle".utf8)
        text.withUnsafeBufferPointer { reading in
            for count in 0...EightBytes.count {
                let expected = text.prefix(count).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
                #expect(EightBytes(reading, at: 0).first(count) == expected)
            }
            let last = text.suffix(3).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            #expect(EightBytes(reading, at: 7).first(8) == last)
        }
    }
}
