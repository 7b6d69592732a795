import Content
import Schemas

/// A board's courses, levels and rules, with numbers in place of ids, worked out once for all people.
///
/// - A course at a higher level shows the lower ones too: who is trained for children's social care need not sit
///   through the introduction again. (The intercollegiate document of 2019 says so of its levels.)
/// - A course counts only once all that must be taken before it has been taken: its prerequisites, theirs, and so on.
///   They may have run out since.
/// - A course that `counts_as` others counts as those, and as what they count as.
///
/// A class, although it never changes: all cores ask it about everybody, and as a value each question would count its
/// arrays up and down in memory that the cores share.
final class Curriculum: Sendable {
    let courses: [Module]
    /// For each group of staff, by its place in the framework.
    let requirements: [Requirement]
    /// What each course is worth at each level, by ``worth(of:at:)``.
    private let worths: [Worth]

    /// What having taken a course is worth to somebody who needs a level, if nothing has to be taken before it.
    enum Worth: Sendable {
        case nothing
        /// The longest that any course lasts as which it counts, in months.
        case months(Int)
        case forever
        /// It depends on what else was taken.
        case depends
    }

    /// A course.
    struct Module: Sendable {
        /// The place of its level; 0 is the lowest.
        let level: Int
        let minutes: Int
        let refresherMonths: Int?
        /// The courses it counts as, itself first.
        let grants: [Int]
        /// All that must be taken before it.
        let prerequisites: [Int]
    }

    init(_ scope: TrainingScope) {
        let courses = scope.courses
        let levels = scope.framework?.levels
        let places = { (ids: [ID<Course>]) in ids.compactMap(courses.index) }
        let grants = Self.closure(courses.items.map { places($0.countsAs) })
        let prerequisites = Self.closure(courses.items.map { places($0.prerequisites) })
        let modules = courses.items.enumerated().map { place, course in
            Module(
                level: levels?.index(of: course.level) ?? 0, minutes: Int((course.hours * 60).rounded()),
                refresherMonths: course.refresherMonths, grants: [place] + grants[place],
                prerequisites: prerequisites[place])
        }
        self.courses = modules
        worths = (0..<max(1, levels?.items.count ?? 0)).flatMap { level in
            modules.map { Self.worth(of: $0, at: level, modules) }
        }
        requirements = scope.roleGroups.map { group in
            Requirement(level: group.level.flatMap { levels?.index(of: $0) } ?? 0, rule: group.rule)
        }
    }

    /// - Parameter level: As in ``Requirement``.
    func worth(of course: Int, at level: Int) -> Worth { worths[level * courses.count + course] }

    private static func worth(of course: Module, at level: Int, _ courses: [Module]) -> Worth {
        let counting = course.grants.map { courses[$0] }.filter { $0.level >= level }
        if counting.contains(where: { !$0.prerequisites.isEmpty }) { return .depends }
        if counting.contains(where: { $0.refresherMonths == nil }) { return .forever }
        return counting.compactMap(\.refresherMonths).max().map(Worth.months) ?? .nothing
    }

    /// Everything that can be reached from each place, without the place itself.
    private static func closure(_ direct: [[Int]]) -> [[Int]] {
        direct.indices.map { start in
            var reached: Set<Int> = []
            var pending = direct[start]
            while let place = pending.popLast() {
                if place != start, reached.insert(place).inserted { pending += direct[place] }
            }
            return reached.sorted()
        }
    }
}

/// What is asked of somebody: a level, and how to keep it.
struct Requirement: Sendable, Hashable {
    /// The place of the level; 0 is the lowest.
    let level: Int
    let rule: RefresherRule
}
