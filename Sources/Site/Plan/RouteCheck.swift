import Content
import Diagnostics
import Schemas

/// No two pages are written to one place.
struct RouteCheck {
    private let plans: [Plan]

    /// - Parameter plans: Those of all languages.
    init(_ plans: [Plan]) { self.plans = plans }

    /// Who has an address: a page, or `nil` for Signpost itself.
    private typealias Holder = Location?

    func faults() -> [Diagnostic] {
        var taken: [String: Holder] = [:]
        var faults: [Diagnostic] = []
        for made in plans.flatMap(\.made) { taken[made.route.path.lowercased()] = .some(nil) }
        let media = Set(plans.flatMap { $0.board.media.keys.map { $0.lowercased() } })
        let pages = plans.flatMap(\.pages).map { (Route($0.id), $0.location) }
        let aliases = plans.flatMap(\.pages).flatMap { page in
            page.front.aliases.map { (Route(alias: $0.value), $0.location) }
        }
        for (route, location) in pages + aliases {
            // Some servers and all Windows disks take capital letters for small ones.
            let key = route.path.lowercased()
            if let holder = taken.updateValue(taken[key] ?? location, forKey: key) {
                let note = Diagnostic.Note(
                    holder == nil ? "Signpost makes a page of its own there" : "it is taken by this page", at: holder)
                faults.append(isTaken(route, location, note))
            } else if !media.isEmpty, let medium = Self.steps(to: route).first(where: media.contains) {
                faults.append(isTaken(route, location, .init("it is taken by the file \"\(medium)\"")))
            }
        }
        return faults
    }

    private func isTaken(_ route: Route, _ location: Location, _ note: Diagnostic.Note) -> Diagnostic {
        Diagnostic(
            .duplicateRoute, "the address /\(route.path) is taken", at: location, notes: [note],
            help: "rename the file, or take the path out of `aliases`")
    }

    /// The page's file and the folders above it, in small letters: none of them can be a picture or a download.
    private static func steps(to route: Route) -> [String] {
        let file = route.file.lowercased()
        return file.utf8.indices.filter { file.utf8[$0] == UInt8(ascii: "/") }.map { String(file[..<$0]) } + [file]
    }
}

extension Page {
    /// The start of the page's file, for faults of the page as a whole.
    var location: Location { Location.wholeFile(shownPath) }
}
