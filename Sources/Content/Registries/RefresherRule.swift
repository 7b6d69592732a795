import Schemas

/// When the training of a group of staff must be renewed.
///
/// Three clocks, of which each may be missing; whoever has one run out is overdue.
public struct RefresherRule: Sendable, Hashable {
    /// The level must be reached again after so many months; `nil` for the course's own number.
    public let renewMonths: Int?
    /// Some training, at any level, must be taken every so many months.
    public let updateMonths: Int?
    /// So many minutes of training, at the level or above it, must fall within ``renewMonths``.
    public let minutes: Int?

    /// Each course says for itself how long it lasts.
    public static let ofCourses = RefresherRule(renewMonths: nil, updateMonths: nil, minutes: nil)

    /// The keys of a role group that make its rule: a published standard, and what the board wants instead.
    static let fields: Fields<RefresherRule> = Schemas.fields(
        optional("standard", .word("standard"), "The published rule that they follow."),
        optional("renew_months", .integer(1...120), "After how many months the level must be reached again."),
        optional("update_months", .integer(1...120), "Within how many months some training must follow."),
        optional("hours", .number, "How many hours must fall within the months after which it is renewed."),
        as: { (standard: Standard?, renew: Int?, update: Int?, hours: Double?) in
            let usual = standard?.rule ?? .ofCourses
            return RefresherRule(
                renewMonths: renew ?? usual.renewMonths, updateMonths: update ?? usual.updateMonths,
                minutes: hours.map { Int(($0 * 60).rounded()) } ?? usual.minutes)
        })
}

extension RefresherRule {
    /// The rules of national guidance, by name.
    ///
    /// Schools: *Keeping Children Safe in Education* (Department for Education, in force from 1 September 2025). Early
    /// years: *Early years foundation stage statutory framework*, Annex C (from 1 September 2025). Health:
    /// *Safeguarding Children and Young People: Roles and Competencies for Healthcare Staff* (intercollegiate document,
    /// fourth edition, January 2019); where it gives a range of hours, the least.
    public enum Standard: String, Sendable, CaseIterable {
        /// At least every two years, with an update at least each year.
        case designatedLead = "designated-lead"
        /// An update at least each year.
        case schoolStaff = "school-staff"
        /// Every two years.
        case earlyYears = "early-years"
        /// 2 hours in three years.
        case health1 = "health-1"
        /// 3 to 4 hours in three years.
        case health2 = "health-2"
        /// 6 to 8 hours in three years: level 3, core.
        case health3 = "health-3"
        /// 12 to 16 hours in three years: level 3, specialist.
        case health3Specialist = "health-3-specialist"
        /// 24 hours in three years: levels 4 and 5.
        case health4 = "health-4"

        public var rule: RefresherRule {
            switch self {
            case .designatedLead: RefresherRule(renewMonths: 24, updateMonths: 12, minutes: nil)
            case .schoolStaff: RefresherRule(renewMonths: nil, updateMonths: 12, minutes: nil)
            case .earlyYears: RefresherRule(renewMonths: 24, updateMonths: nil, minutes: nil)
            case .health1: RefresherRule(hoursInThreeYears: 2)
            case .health2: RefresherRule(hoursInThreeYears: 3)
            case .health3: RefresherRule(hoursInThreeYears: 6)
            case .health3Specialist: RefresherRule(hoursInThreeYears: 12)
            case .health4: RefresherRule(hoursInThreeYears: 24)
            }
        }
    }

    private init(hoursInThreeYears hours: Int) {
        self.init(renewMonths: 36, updateMonths: nil, minutes: hours * 60)
    }
}
