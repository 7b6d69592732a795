import Content
import Diagnostics
import Schemas

/// Whatever has a before and an after has a beginning: groups, tracks, courses, definitions.
struct CircleRules {
    let plan: Plan

    init(_ plan: Plan) { self.plan = plan }

    func faults() -> [Diagnostic] { groups() + definitions() + successions() + tracks() + courses() }

    private func groups() -> [Diagnostic] {
        let groups = plan.board.governance
        return Circle.all(among: groups.items.map(\.id)) { [groups[$0].parent?.value].compactMap(\.self) }.map {
            circle in
            fault("the groups report to one another in a circle", circle, at: groups[circle[0]].parent?.location)
        }
    }

    private func definitions() -> [Diagnostic] {
        pages("the definitions supersede one another in a circle") { page in
            if case .definition(let it) = page.kind { [it.supersededBy].compactMap(\.self) } else { [] }
        }
    }

    /// Each way by itself: a page and its successor name each other, and that is no circle.
    private func successions() -> [Diagnostic] {
        pages("the pages replace one another in a circle") { [$0.front.succession.replaces?.value].compactMap(\.self) }
            + pages("the pages are replaced by one another in a circle") {
                [$0.front.succession.replacedBy?.value].compactMap(\.self)
            }
    }

    private func tracks() -> [Diagnostic] {
        pages("the tracks are one another's prerequisites") { page in
            if case .track(let track) = page.kind { track.prerequisites } else { [] }
        }
    }

    private func courses() -> [Diagnostic] {
        let courses = plan.pages.compactMap { page in
            if case .course(let course) = page.kind { (page: page, course: course) } else { nil }
        }
        let byCode = Dictionary(courses.map { ($0.course.id, $0) }, uniquingKeysWith: { first, _ in first })
        return Circle.all(among: courses.map(\.course.id)) { byCode[$0]?.course.prerequisites ?? [] }.map { circle in
            fault("the courses are one another's prerequisites", circle, at: byCode[circle[0]]?.page.location)
        }
    }

    private func pages(_ message: String, next: (Page) -> [ID<Page>]) -> [Diagnostic] {
        Circle.all(among: plan.pages.map(\.id)) { plan[$0].map(next) ?? [] }.map { circle in
            fault(message, circle, at: plan[circle[0]]?.location)
        }
    }

    private func fault<Thing>(_ message: String, _ circle: [ID<Thing>], at place: Location?) -> Diagnostic {
        let names = (circle + circle.prefix(1)).map { "\"\($0)\"" }.joined(separator: ", then ")
        return Diagnostic(.circle, "\(message): \(names)", at: place, help: "take one of these links out")
    }
}
