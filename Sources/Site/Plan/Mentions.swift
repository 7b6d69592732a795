import Content
import Diagnostics
import Schemas
import Theming

/// The things that pages mention by id, in front matter and in blocks. An edition may lack some of them, and a page
/// that promises them would have a hole where they should be.
struct Mentions {
    private let plan: Plan

    init(_ plan: Plan) { self.plan = plan }

    /// What a page mentions and its edition does not have.
    func faults(of page: Page) -> [Diagnostic] {
        var mentioned = Mentioned()
        switch page.kind {
        case .element(let element): mentioned.resources += element.resources
        case .professional(let guide): mentioned.resources += guide.resources
        default: break
        }
        for use in page.components { mentioned.add(use.component.parameters, use.arguments) }
        let courses = mentioned.courses.filter { plan.board.coursePages[$0].map(isMissing) ?? true }
        let pages = mentioned.pages.filter(isMissing)
        let resources = mentioned.resources.filter { plan.resources.find($0) == nil }
        return courses.map { missing("course \"\($0)\"", BoardRules.whyMissing, on: page) }
            + pages.map { missing("page \"\($0)\"", BoardRules.whyMissing, on: page) }
            + resources.map { missing("resource \"\($0)\"", "it is for trainers only", on: page) }
    }

    private func isMissing(_ id: ID<Page>) -> Bool { plan[id] == nil && !plan.leftOut.contains(id) }

    private func missing(_ thing: String, _ why: String, on page: Page) -> Diagnostic {
        Diagnostic(
            .notInEdition, "the \(plan.edition.rawValue) edition does not have the \(thing)", at: page.location,
            help: why)
    }
}

private struct Mentioned {
    var resources: [ID<Resource>] = []
    var pages: [ID<Page>] = []
    var courses: [ID<Course>] = []

    mutating func add(_ parameters: [Parameter], _ arguments: [Argument]) {
        for (parameter, argument) in zip(parameters, arguments) {
            switch (parameter.type, argument) {
            case (.host(let type), .host(let ids)): add(type.word, ids)
            case (.list(let fields), .list(let items)): for item in items { add(fields, item) }
            default: break
            }
        }
    }

    private mutating func add(_ type: String, _ ids: [String]) {
        switch type {
        case "resources": resources += ids.map { ID($0) }
        case "page": pages += ids.map { ID($0) }
        case "course": courses += ids.map { ID($0) }
        default: break
        }
    }
}
