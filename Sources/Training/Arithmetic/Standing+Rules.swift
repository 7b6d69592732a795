import CivilTime
import Content

/// A course that somebody took: what and when.
struct Taken: Sendable, Hashable {
    let day: CivilDate
    /// Its place in the curriculum.
    var course: Int { Int(storedCourse) }

    private let storedCourse: Int32

    init(day: CivilDate, course: Int) {
        self.day = day
        storedCourse = Int32(course)
    }
}

extension Curriculum {
    /// How long somebody meets a requirement, judged by all that they took.
    ///
    /// Each rule alone gives a last day on which it holds, and the earliest of these is an upper bound for the day on
    /// which all hold together. It is that day, unless a course was taken after it: then the rule that lasted longer may
    /// owe that to the later course, and the question is asked again with the courses up to that day only.
    ///
    /// - Parameter taken: The oldest first.
    func standing(_ taken: ArraySlice<Taken>, for requirement: Requirement) -> Standing {
        var taken = taken
        while let last = taken.last {
            let standing = bound(taken, requirement)
            guard case .until(let day) = standing, day < last.day else { return standing }
            while let last = taken.last, last.day > day { taken.removeLast() }
        }
        return .never
    }

    private func bound(_ taken: ArraySlice<Taken>, _ requirement: Requirement) -> Standing {
        let rule = requirement.rule
        let level = renewal(taken, requirement)
        guard let months = rule.updateMonths, let last = taken.last else { return level }
        return level.earlier(.until(last.day.adding(months: months)))
    }

    private func renewal(_ taken: ArraySlice<Taken>, _ requirement: Requirement) -> Standing {
        let rule = requirement.rule
        if let minutes = rule.minutes { return hours(taken, minutes, requirement) }
        var best = Standing.never
        for one in taken {
            let months: Int?
            switch worth(of: one.course, at: requirement.level) {
            case .nothing: continue
            case .months(let own): months = rule.renewMonths ?? own
            case .forever: months = rule.renewMonths
            case .depends:
                best = best.later(lastDay(of: one, among: taken, requirement))
                continue
            }
            guard let months else { return .forever }
            best = best.later(.until(one.day.adding(months: months)))
        }
        return best
    }

    /// How long a course lasts that counts as some others only after what must be taken before those.
    private func lastDay(of one: Taken, among taken: ArraySlice<Taken>, _ requirement: Requirement) -> Standing {
        var best = Standing.never
        for course in courses[one.course].grants where counts(course, after: taken, requirement) {
            guard let months = requirement.rule.renewMonths ?? courses[course].refresherMonths else { return .forever }
            best = best.later(.until(one.day.adding(months: months)))
        }
        return best
    }

    /// The newest courses that make up the hours last until the oldest of them falls out of the window.
    private func hours(_ taken: ArraySlice<Taken>, _ minutes: Int, _ requirement: Requirement) -> Standing {
        var sum = 0
        for one in taken.reversed() {
            guard courses[one.course].grants.contains(where: { counts($0, after: taken, requirement) }) else {
                continue
            }
            sum += courses[one.course].minutes
            guard sum >= minutes else { continue }
            return requirement.rule.renewMonths.map { .until(one.day.adding(months: $0)) } ?? .forever
        }
        return .never
    }

    /// Whether a course is one of the level, and what must be taken before it has been.
    private func counts(_ course: Int, after taken: ArraySlice<Taken>, _ requirement: Requirement) -> Bool {
        // People take a handful of courses: looking through them is cheaper than making a set for everybody.
        courses[course].level >= requirement.level
            && courses[course].prerequisites.allSatisfy { needed in
                taken.contains { courses[$0.course].grants.contains(needed) }
            }
    }
}

extension Standing {
    fileprivate func later(_ other: Standing) -> Standing {
        switch (self, other) {
        case (.forever, _), (_, .forever): .forever
        case (.never, let last), (let last, .never): last
        case (.until(let a), .until(let b)): .until(max(a, b))
        }
    }
}
