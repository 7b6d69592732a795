import Diagnostics
public import Schemas

/// Which page a page follows on from, which took its place, and when it holds.
public struct Succession: Sendable {
    public let valid: DateSpan?
    public let replaces: Located<ID<Page>>?
    public let replacedBy: Located<ID<Page>>?

    static let none = Succession(valid: nil, replaces: nil, replacedBy: nil)

    static let fields: Fields<Succession> = Schemas.fields(
        optional("valid", DateSpan.reader, "The days on which it holds, such as those of a policy."),
        optional("replaces", Reader.page.located, "The page whose place it took."),
        optional(
            "replaced_by", Reader.page.located,
            "The page that took its place: it says so at its top, and is in nobody's calendar of reviews any more."),
        as: Succession.init)
}

extension Page {
    /// The days on which it holds: those of a strategy are its period.
    public var validity: DateSpan? {
        if case .strategy(let strategy) = kind { return strategy.period }
        return front.succession.valid
    }
}
