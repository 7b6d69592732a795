import Content
import Languages
import Schemas

/// A page in one of its languages, as search engines are told of it.
struct Alternate: Sendable, Hashable {
    /// A language tag, or `x-default` for readers of any other language.
    let tag: String
    /// Absolute, as the link type wants it.
    let url: String
}

extension Plan {
    /// A page's versions in all languages, itself among them, the original last as `x-default`; none where it has been
    /// translated into none. Every version lists the same ones, because search engines ignore links that are not
    /// returned (HTML Living Standard §4.6.6.1, "alternate"; Google Search Central, "Localized versions of your pages").
    func alternates(of page: Page) -> [Alternate] {
        let all = versions.all(of: page)
        guard all.count > 1, let original = all.first else { return [] }
        return all.map { Alternate(tag: $0.language.tag, url: base.url(of: Route($0.page.id))) }
            + [Alternate(tag: "x-default", url: base.url(of: Route(original.page.id)))]
    }
}
