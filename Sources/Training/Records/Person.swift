public import CivilTime
public import Content
public import Schemas

/// Somebody who is trained, or trains: personal data, which reaches no public page except through `Disclosure`.
public struct Person: Entity, Hashable {
    public static let entity = EntityKind(noun: "person", home: "records/people.yaml")

    public let id: ID<Person>
    public let name: String
    public let email: String?
    /// Where they work.
    public let agency: ID<Agency>
    public let roleGroup: ID<RoleGroup>
    public let siteKind: ID<SiteKind>?
    /// `nil` where nothing is said of any of it, as in most records: a list of a hundred thousand people is moved about
    /// as a whole.
    private var rest: Rest?

    /// One row of `people.yaml`.
    public static let reader: Reader<Person> = .object(
        "person", "Somebody who is trained, or trains.",
        required("id", .identifier(), "The name other records use for them."),
        required("name", .text, "Their full name."),
        optional("email", .emailAddress, "Their e-mail address."),
        required("agency", .reference(), "Where they work."),
        required("role_group", .reference(), "Their group of staff."),
        optional("site_kind", .reference(), "The kind of place they work at."),
        optional("site", .text, "The place they work at, in words."),
        optional("manager", .emailAddress, "The e-mail address of their manager."),
        optional("consent", .date, "The day on which they agreed to this record, where you ask."),
        optional("keep_until", .date, "The last day on which this record may be kept."),
        optional("left", .date, "Their last day at work."),
        optional("same_as", .reference(), "The record of the same person that stays."),
        optional("not_same_as", .reference(), "Somebody who looks like the same person and is not."),
        as: {
            Person(
                id: $0, name: $1, email: $2, agency: $3, roleGroup: $4, siteKind: $5, site: $6, manager: $7,
                consent: $8, keepUntil: $9, left: $10, sameAs: $11, notSameAs: $12)
        })
}

extension Person {
    /// Whether they count as staff on this day: they have not left, as far as the record says, and it may be kept.
    public func isStaff(on date: CivilDate) -> Bool { lastDayAsStaff.map { date <= $0 } ?? true }

    /// Whether the record should have been removed by this day (UK GDPR, article 5(1)(e): storage limitation).
    public func isPastItsDate(on date: CivilDate) -> Bool { keepUntil.map { $0 < date } ?? false }

    var lastDayAsStaff: CivilDate? { [left, keepUntil].compactMap(\.self).min() }

    /// The name of somebody whose personal data was erased.
    public static let erasedName = "Erased"

    /// Whether nothing is left of them but what figures need. ``left`` is kept where it was known, so that they still
    /// count as staff of the days before.
    public var isErased: Bool { email == nil && name == Self.erasedName }
}

// MARK: What most records say nothing of

extension Person {
    private indirect enum Rest: Sendable, Hashable {
        case of(Details)

        var details: Details {
            switch self {
            case .of(let details): details
            }
        }
    }

    private struct Details: Sendable, Hashable {
        var site: String?
        var manager: String?
        var consent: CivilDate?
        var keepUntil: CivilDate?
        var left: CivilDate?
        var sameAs: ID<Person>?
        var notSameAs: ID<Person>?
    }

    private var details: Details {
        get { rest?.details ?? Details() }
        set { rest = newValue == Details() ? nil : .of(newValue) }
    }

    init(
        id: ID<Person>, name: String, email: String?, agency: ID<Agency>, roleGroup: ID<RoleGroup>,
        siteKind: ID<SiteKind>?, site: String? = nil, manager: String? = nil, consent: CivilDate? = nil,
        keepUntil: CivilDate? = nil, left: CivilDate? = nil, sameAs: ID<Person>? = nil, notSameAs: ID<Person>? = nil
    ) {
        self.init(
            id: id, name: name, email: email, agency: agency, roleGroup: roleGroup, siteKind: siteKind, rest: nil)
        let saysNothing =
            site == nil && manager == nil && consent == nil && keepUntil == nil && left == nil && sameAs == nil
            && notSameAs == nil
        guard !saysNothing else { return }
        details = Details(
            site: site, manager: manager, consent: consent, keepUntil: keepUntil, left: left, sameAs: sameAs,
            notSameAs: notSameAs)
    }

    /// The place they work at, in words: the name of a school.
    public internal(set) var site: String? {
        get { rest?.details.site }
        set { details.site = newValue }
    }

    /// The e-mail address of the manager who hears when their training runs out.
    public internal(set) var manager: String? {
        get { rest?.details.manager }
        set { details.manager = newValue }
    }

    /// The day on which they agreed to this record, where a board asks.
    public internal(set) var consent: CivilDate? {
        get { rest?.details.consent }
        set { details.consent = newValue }
    }

    /// The last day on which the record may be kept. From the next day on figures are as if it had been removed.
    public internal(set) var keepUntil: CivilDate? {
        get { rest?.details.keepUntil }
        set { details.keepUntil = newValue }
    }

    /// Their last day at work. From the next day on they are in no count of staff; what they attended still counts.
    public internal(set) var left: CivilDate? {
        get { rest?.details.left }
        set { details.left = newValue }
    }

    /// The record that stays, where this one is of the same person. All that is said of this one counts for that one.
    public internal(set) var sameAs: ID<Person>? {
        get { rest?.details.sameAs }
        set { details.sameAs = newValue }
    }

    /// Somebody whose record looks like this one, and who is somebody else.
    public internal(set) var notSameAs: ID<Person>? {
        get { rest?.details.notSameAs }
        set { details.notSameAs = newValue }
    }
}
