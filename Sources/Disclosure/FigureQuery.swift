public import CivilTime
public import Content
public import Schemas

/// A question that a page asks of the records: how many were trained in a period.
public struct FigureQuery: Sendable, Hashable {
    public let from: CivilDate
    public let to: CivilDate
    /// `nil` for all courses.
    public let course: ID<Course>?

    public init(from: CivilDate, to: CivilDate, course: ID<Course>? = nil) {
        self.from = from
        self.to = to
        self.course = course
    }

    /// The period; `nil` where it ends before it starts.
    var period: ClosedRange<CivilDate>? { from <= to ? from...to : nil }
}

extension FigureQuery: Comparable {
    /// All courses before one, longer periods before shorter ones, then by date: of two figures that cannot both be
    /// shown, the one that says more about the whole stays.
    public static func < (a: FigureQuery, b: FigureQuery) -> Bool {
        (a.course == nil ? 0 : 1, -a.days, a.from, a.course?.text ?? "")
            < (b.course == nil ? 0 : 1, -b.days, b.from, b.course?.text ?? "")
    }

    private var days: Int { to.daysSinceEpoch - from.daysSinceEpoch }
}

/// All questions that the pages of a board ask.
///
/// They have to be known together: two figures that are safe alone can give the people away who are in one and not in the
/// other.
public struct AskedFigures: Sendable {
    /// Questions of pages that are published, in this edition or another, now or later.
    public let published: [FigureQuery]
    /// Questions that only pages for trainers ask.
    public let internalOnly: [FigureQuery]

    public init(published: some Sequence<FigureQuery>, internalOnly: some Sequence<FigureQuery> = []) {
        let published = Set(published)
        self.published = published.sorted()
        self.internalOnly = Set(internalOnly).subtracting(published).sorted()
    }

    public static let none = AskedFigures(published: [])
}
