import Diagnostics
import Schemas
import TestSupport
import Testing

@testable import Theming

@Suite struct ColourTests {
    @Test(arguments: [("#5b2a6e", "#5b2a6e"), ("#5B2A6E", "#5b2a6e"), ("#fa0", "#ffaa00")])
    func `a colour is read from six or three digits in either case`(text: String, written: String) {
        #expect(Colour(hex: text)?.description == written)
    }

    @Test(arguments: ["", "#", "#12", "#1234", "#12345", "#1234567", "123456", "#12345g", "red", "#12345é"])
    func `nothing else is a colour`(text: String) {
        #expect(Colour(hex: text) == nil)
    }

    /// Ratios as the W3C's techniques G17 and G18 and WebAIM's contrast checker give them, to two digits.
    @Test(arguments: [
        ("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1), ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48), ("#595959", "#ffffff", 7.00), ("#ff0000", "#ffffff", 4.00),
        ("#0000ff", "#ffffff", 8.59), ("#008000", "#ffffff", 5.14), ("#ffff00", "#000000", 19.56),
    ])
    func `contrast is that of WCAG`(a: String, b: String, ratio: Double) throws {
        let (one, other) = try (#require(Colour(hex: a)), #require(Colour(hex: b)))
        #expect(abs(one.contrast(with: other) - ratio) < 0.006)
        #expect(one.contrast(with: other) == other.contrast(with: one))
    }

    @Test func `light rises with the value of a channel`() {
        #expect(zip(Colour.linear, Colour.linear.dropFirst()).allSatisfy { $0 < $1 })
        #expect(Colour.linear.first == 0)
        #expect(abs((Colour.linear.last ?? 0) - 1) < 1e-12)
    }

    @Test func `a colour that keeps the rules is its own nearest`() throws {
        let navy = try #require(Colour(hex: "#000080"))
        #expect(navy.nearest(keeping: [try rule("#ffffff", 7)]) == navy)
    }

    @Test func `the nearest is darker on light and lighter on dark`() throws {
        let grey = try #require(Colour(hex: "#888888"))
        #expect(grey.nearest(keeping: [try rule("#ffffff", 7)])?.description == "#595959")
        #expect(grey.nearest(keeping: [try rule("#000000", 7)])?.description == "#959595")
    }

    @Test func `any colour has a nearest that keeps the rules, by no more than rounding`() throws {
        var random = Seeded(20)
        for ground in ["#fffdf9", "#14191d"] {
            let rule = try rule(ground, 7)
            for _ in 0..<2000 {
                let colour = Colour(
                    red: .random(using: &random), green: .random(using: &random), blue: .random(using: &random))
                let nearest = try #require(colour.nearest(keeping: [rule]))
                #expect(rule.isKept(by: nearest))
                #expect(rule.isKept(by: colour) || nearest.contrast(with: rule.ground) < 7.5, "\(colour) \(nearest)")
            }
        }
    }

    @Test func `where no shade will do there is no nearest`() throws {
        let grey = try #require(Colour(hex: "#888888"))
        #expect(grey.nearest(keeping: [try rule("#ffffff", 7), try rule("#000000", 7)]) == nil)
    }

    private func rule(_ ground: String, _ ratio: Double) throws -> ContrastRule {
        ContrastRule(
            setting: Located("accent", at: Location(path: "theme.yaml", start: .start)),
            ground: try #require(Colour(hex: ground)), ratio: ratio)
    }
}

extension UInt8 {
    fileprivate static func random(using generator: inout Seeded) -> UInt8 { random(in: 0...255, using: &generator) }
}
