/// What the eight masks of the standard (§7.8.2) change in the codes of one version.
///
/// A mask turns over squares of the data, and its number stands in the code too, in bits whose differences do not depend
/// on what else stands there (a BCH code is linear: §7.9.1). So the difference between two masks is the same for all
/// codes of a version, and is learned from one of them: the library draws a code once, and not once for each mask.
struct Masks: Sendable {
    /// Which squares of a code with mask 0 have to be turned over for each mask.
    private let differences: [Squares]

    /// - Parameter drawn: Any code of the version, with each of the masks in their order.
    init(_ drawn: [Squares]) {
        differences = drawn.map { $0.turned(where: drawn[0]) }
    }

    /// A code with the mask that gives it the fewest penalty points (§7.8.3.1): of equals, the first.
    ///
    /// - Parameter code: With mask 0.
    func best(for code: Squares) -> Squares {
        var (best, least) = (code, Int.max)
        for difference in differences {
            let masked = code.turned(where: difference)
            let points = Penalty.points(of: masked)
            if points < least { (best, least) = (masked, points) }
        }
        return best
    }
}
