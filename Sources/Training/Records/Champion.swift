public import CivilTime
public import Content
import Diagnostics
public import Schemas

/// Somebody who leads on exploitation in their own workplace and passes on what they learn.
public struct Champion: Sendable {
    public let person: ID<Person>
    public let agency: ID<Agency>
    public let siteKind: ID<SiteKind>
    /// The day from which they are a champion.
    public let since: CivilDate
    public let trained: CivilDate?
    public let induction: CivilDate?
    /// Days given to the action plan this year.
    public let days: Int
    /// Consent to being named in public, where it was ever given.
    public let consent: NameConsent?
    /// The last day on which they were a champion; `nil` while they are.
    public internal(set) var until: CivilDate? = nil
    /// When they were at a workshop for champions, beside those that stand among the runs.
    public internal(set) var workshops: [CivilDate] = []
    /// Where they passed on to colleagues what they know.
    public internal(set) var cascades: [Cascade] = []
    /// The e-mail address of the manager who sees to it that they have the time.
    public internal(set) var manager: String? = nil

    /// A session that a champion held for colleagues.
    public struct Cascade: Sendable, Hashable {
        public let date: CivilDate
        /// How many colleagues came.
        public let people: Int
    }

    public func isServing(on date: CivilDate) -> Bool { since <= date && until.map { date <= $0 } ?? true }

    /// Whether they may be named in public on this day. Without a record of consent nobody may.
    public func mayBeNamed(on date: CivilDate) -> Bool { consent?.isGiven(on: date) ?? false }
}

/// A champion's consent to being named in public. It can be withdrawn as easily as it was given (UK GDPR, article 7).
public struct NameConsent: Sendable, Hashable {
    /// The first day on which it holds.
    public let given: CivilDate
    /// The first day on which it no longer holds.
    public let withdrawn: CivilDate?

    public func isGiven(on date: CivilDate) -> Bool {
        given <= date && withdrawn.map { date < $0 } ?? true
    }
}

extension Champion {
    /// One entry of `champions.yaml`, with its place.
    static let reader: Reader<Located<Champion>> = Reader<Champion>.object(
        "champion", "Somebody who leads on exploitation in their own workplace.",
        required("person", .reference(), "Who it is."),
        required("agency", .reference(), "Where they work."),
        required("site_kind", .reference(), "The kind of place they work at."),
        required("since", .date, "The day from which they are a champion."),
        optional("trained", .date, "When they were trained for it."),
        optional("induction", .date, "When they had their induction."),
        optional("days", .integer(0...366), "Days given this year.", otherwise: 0, spelled: "0"),
        optional("consent", NameConsent.reader, "Consent to being named in public."),
        optional("until", .date, "The last day on which they were a champion."),
        list("workshops", .date, "The days of workshops that do not stand among the runs."),
        list("cascades", cascade, "Sessions that they held for colleagues."),
        optional("manager", .emailAddress, "The e-mail address of their manager, if not the one in people.yaml."),
        as: Champion.init
    ).located

    private static let cascade: Reader<Cascade> = .object(
        "session for colleagues", "A session that a champion held for colleagues.",
        required("date", .date, "The day."),
        required("people", .integer(0...100_000), "How many colleagues came."),
        as: Cascade.init)
}

extension NameConsent {
    static let reader: Reader<NameConsent> = .object(
        "consent", "A champion's consent to being named in public.",
        fields(
            required("name", .date, "The day on which it was given."),
            optional("withdrawn", .date, "The day on which it was withdrawn."),
            as: NameConsent.init
        ).checked { consent, location, reading in
            guard let withdrawn = consent.withdrawn, withdrawn < consent.given else { return }
            reading.report(
                .datesOutOfOrder, "this consent was withdrawn on \(withdrawn), before it was given on \(consent.given)",
                at: location,
                help: "if it was given again, write the new day as `name:` and leave `withdrawn:` out")
        })
}
