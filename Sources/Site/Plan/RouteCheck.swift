import Content
import Diagnostics
import Schemas

/// No two pages are written to one place.
struct RouteCheck {
    private let plan: Plan

    init(_ plan: Plan) { self.plan = plan }

    func faults() -> [Diagnostic] {
        var taken: [String: Location] = [:]
        var faults: [Diagnostic] = []
        let pages = plan.pages.map { (Route($0.id), $0.location) }
        let made = plan.made.map { ($0.route, Location(path: "signpost.yaml", start: .start)) }
        let aliases = plan.pages.flatMap { page in
            page.front.aliases.map { (Route(alias: $0.value), $0.location) }
        }
        for (route, location) in made + pages + aliases {
            // Some servers and all Windows disks take capital letters for small ones.
            let key = route.path.lowercased()
            if let first = taken[key] {
                faults.append(duplicate(route, location, first))
            } else {
                taken[key] = location
            }
        }
        return faults
    }

    private func duplicate(_ route: Route, _ location: Location, _ first: Location) -> Diagnostic {
        let isOurs = first.path == "signpost.yaml"
        return Diagnostic(
            .duplicateRoute, "the address /\(route.path) is taken", at: location,
            notes: isOurs
                ? [.init("Signpost makes a page of its own there")] : [.init("it is taken by this page", at: first)],
            help: "rename the file, or take the path out of `aliases`")
    }
}

extension Page {
    /// The start of the page's file, for faults of the page as a whole.
    var location: Location { Location(path: shownPath, start: .start) }
}
