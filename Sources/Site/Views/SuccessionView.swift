import Content
import Schemas
import Templates

extension Views {
    static let earlierVersion = View<Seen<Page>>(
        "earlier version",
        [
            .object("link", "The page.", link) { $0.scene.seen($0.scene.link(to: $0.model)) },
            .object("from", "The first day on which it held, where it says so.", date) { it in
                it.validity.map { it.scene.seen($0.from) }
            },
            .object("to", "The last day on which it held, where it says so.", date) { it in
                it.validity.map { it.scene.seen($0.to) }
            },
        ])
}

extension Scene {
    /// The pages that came before one, the latest first.
    func earlierVersions(of page: Page) -> [Page] {
        var found: [Page] = []
        var next = page.front.succession.replaces
        while let id = next?.value, let earlier = plan[id], !found.contains(where: { $0 === earlier }) {
            found.append(earlier)
            next = earlier.front.succession.replaces
        }
        return found
    }
}
