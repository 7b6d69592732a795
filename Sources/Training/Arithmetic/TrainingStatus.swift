public import CivilTime

/// Where one person stands on one day: what a trainer chases, and what a board counts.
public enum TrainingStatus: Sendable, Hashable {
    /// Trained. The day is the last on which that holds; `nil` where it never runs out.
    case current(until: CivilDate?)
    /// Trained, and it runs out soon: this is the last day on which it holds.
    case due(CivilDate)
    /// Was trained, and it has run out: this was the last day on which it held.
    case overdue(since: CivilDate)
    /// Has not reached the level yet.
    case never

    /// - Parameters:
    ///   - date: The day on which it is asked.
    ///   - dueWithin: What runs out within so many days is due.
    init(_ standing: Standing, on date: CivilDate, dueWithin days: Int) {
        switch standing {
        case .never: self = .never
        case .forever: self = .current(until: nil)
        case .until(let last):
            if last < date {
                self = .overdue(since: last)
            } else {
                self = last.daysSinceEpoch - date.daysSinceEpoch <= days ? .due(last) : .current(until: last)
            }
        }
    }
}

extension TrainingStatus {
    /// Whether the person is trained on the day, soon due or not.
    public var isTrained: Bool {
        switch self {
        case .current, .due: true
        case .overdue, .never: false
        }
    }

    /// The last day on which the training holds, or held; `nil` where there is none.
    public var lastDay: CivilDate? {
        switch self {
        case .current(let day): day
        case .due(let day), .overdue(let day): day
        case .never: nil
        }
    }

    /// For reports: `current`, `due`, `overdue` or `never trained`.
    public var word: String {
        switch self {
        case .current: "current"
        case .due: "due"
        case .overdue: "overdue"
        case .never: "never trained"
        }
    }
}

/// How long a person's training lasts if they never take another course.
enum Standing: Sendable, Hashable {
    case never
    /// Up to and including this day. Twelve months from 12 March end with the 12th of March: the corresponding date
    /// rule, *Dodds v Walker* [1981] 1 WLR 1027.
    case until(CivilDate)
    case forever

    func earlier(_ other: Standing) -> Standing {
        switch (self, other) {
        case (.never, _), (_, .never): .never
        case (.forever, let last), (let last, .forever): last
        case (.until(let a), .until(let b)): .until(min(a, b))
        }
    }
}
