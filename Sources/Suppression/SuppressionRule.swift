/// What counts as small, and whether a 0 is told.
public struct SuppressionRule: Sendable, Hashable {
    /// Counts from 1 to this number are hidden.
    public let threshold: Int
    /// Whether a true 0 is hidden like a small count. Where it is not, readers know that no symbol stands for 0.
    public let hidesZeros: Bool

    public init(threshold: Int, hidesZeros: Bool = false) {
        self.threshold = threshold
        self.hidesZeros = hidesZeros
    }

    /// Whether so many people are so few that their number points at them.
    public func hides(_ count: Int) -> Bool { count <= threshold && (count > 0 || hidesZeros) }
}

/// Why a cell is hidden.
public enum SuppressionReason: Sendable, Hashable, CaseIterable {
    /// It is from 1 to the threshold, or a 0 that is hidden like one.
    case small
    /// It is part of a small total: how many zeros there are would narrow the others down.
    case partOfSmall
    /// One contributor, or a few, make up nearly all of it.
    case dominated
    /// It would give another cell away.
    case secondary
}
