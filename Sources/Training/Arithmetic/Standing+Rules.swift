import CivilTime
import Content

/// A course that somebody took: what and when.
struct Taken: Sendable, Hashable {
    let day: CivilDate
    /// Its place in the curriculum.
    let course: Int
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
        let had = Set(taken.flatMap { courses[$0.course].grants })
        let counts = { (course: Int) in
            courses[course].level >= requirement.level && courses[course].prerequisites.allSatisfy(had.contains)
        }
        if let minutes = requirement.rule.minutes { return hours(taken, minutes, requirement.rule, counts) }
        var best = Standing.never
        for one in taken {
            for course in courses[one.course].grants where counts(course) {
                guard let months = requirement.rule.renewMonths ?? courses[course].refresherMonths else {
                    return .forever
                }
                best = best.later(one.day.adding(months: months))
            }
        }
        return best
    }

    /// The newest courses that make up the hours last until the oldest of them falls out of the window.
    private func hours(
        _ taken: ArraySlice<Taken>, _ minutes: Int, _ rule: RefresherRule, _ counts: (Int) -> Bool
    ) -> Standing {
        var sum = 0
        for one in taken.reversed() where courses[one.course].grants.contains(where: counts) {
            sum += courses[one.course].minutes
            guard sum >= minutes else { continue }
            return rule.renewMonths.map { .until(one.day.adding(months: $0)) } ?? .forever
        }
        return .never
    }
}

extension Standing {
    fileprivate func later(_ day: CivilDate) -> Standing {
        switch self {
        case .never: .until(day)
        case .until(let other): .until(max(day, other))
        case .forever: .forever
        }
    }
}
