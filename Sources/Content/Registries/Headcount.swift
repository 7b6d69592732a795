public import CivilTime
import Diagnostics
public import Schemas

/// How many people work for an agency, by group of staff, on one day.
///
/// It is what training is measured against. A group that is not listed is not known; it is not zero.
public struct Headcount: Sendable, Hashable {
    /// The day on which these were the numbers.
    public let asAt: CivilDate
    public let staff: [Staff]

    /// One group of staff.
    public struct Staff: Sendable, Hashable {
        public let roleGroup: ID<RoleGroup>
        /// The kind of place they work at; `nil` where the number is for the whole agency.
        public let siteKind: ID<SiteKind>?
        public let people: Int
    }

    static let reader: Reader<Headcount> = .object(
        "headcount", "How many people work for an agency.",
        fields(
            required("as_at", .date, "The day on which these were the numbers."),
            required("staff", .nonEmptyList(of: staff), "The number for each group of staff that is known."),
            as: { (asAt: $0, staff: $1) }
        ).checked { headcount, location, reading in
            for (index, row) in headcount.staff.enumerated() where row.repeats(headcount.staff[..<index]) {
                let place = row.value.siteKind.map { " at \($0)" } ?? ""
                reading.report(
                    .headcountTwice, "the number of \(row.value.roleGroup)\(place) is given twice", at: row.location,
                    help:
                        "add the two up, or give each a `site_kind`; a group has either one number or one for each kind"
                )
            }
        }.map { Headcount(asAt: $0.asAt, staff: $0.staff.map(\.value)) })

    private static let staff: Reader<Located<Staff>> = Reader<Staff>.object(
        "number of staff", "How many people of one group work there.",
        required("role_group", .reference(), "The group of staff."),
        optional("site_kind", .reference(), "The kind of place, where the number is for one kind only."),
        required("people", .integer(0...1_000_000), "How many they are."),
        as: Staff.init
    ).located
}

extension Located<Headcount.Staff> {
    /// Whether people counted here were counted in a row before: in one for the same kind of place, or where only one
    /// of the two names a kind.
    fileprivate func repeats(_ rows: ArraySlice<Located<Headcount.Staff>>) -> Bool {
        rows.contains { other in
            other.value.roleGroup == value.roleGroup
                && (other.value.siteKind == value.siteKind || other.value.siteKind == nil || value.siteKind == nil)
        }
    }
}
