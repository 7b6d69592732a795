public import Content
import Markdown
import Schemas

/// A finished site that stays open: a page of which only the text changed is drawn again without the others.
///
/// A page's text is seen by the page itself, by links to its headings, by the search index and by the choice of
/// pictures, and by nothing else. So the rest may wait, as long as the text uses nothing that the site does not have
/// ready. Whoever edits sees the page at once, and a whole build follows.
public struct OpenSite: Sendable {
    private let prepared: PreparedSite
    /// Of the one language that the site has.
    private let renderer: PageRenderer?
    private let ready: Set<String>

    public init(_ prepared: PreparedSite) {
        let renderers = prepared.renderers(for: nil)
        self.prepared = prepared
        renderer = renderers.count == 1 ? renderers[0] : nil
        ready = Set(prepared.media.files.map(\.path))
    }

    /// A page as it is with this text, or `nil` where that takes more than the page itself: a heading is gone that
    /// others may link to, a link leads nowhere, a picture has not been used before, or the site has languages in which
    /// the page may be found again.
    ///
    /// - Parameter edited: Differs from the site's page of the same id in its text alone.
    public func file(of edited: Page) -> SiteFile? {
        guard let renderer, let page = renderer.plan[edited.id] else { return nil }
        let resolver = renderer.resolver
        let headings = Set(edited.body.outline.map(\.id))
        guard page.body.outline.allSatisfy({ headings.contains($0.id) }),
            BodyCheck(resolver: resolver).faults(of: edited).isEmpty,
            edited.documents.flatMap(\.images).allSatisfy({ isPicture($0, edited, resolver) }),
            links(of: edited).allSatisfy({ isReady($0, edited, resolver) })
        else { return nil }
        return renderer.file(PlannedPage(edited))
    }

    private func links(of page: Page) -> [Located<String>] {
        page.documents.flatMap(\.links).map { Located($0.destination, at: $0.location) } + page.componentLinks
    }

    /// Whether a link leads to a page, to another site, or to a file that is published already.
    private func isReady(_ link: Located<String>, _ page: Page, _ resolver: LinkResolver) -> Bool {
        switch resolver.resolve(link.value, from: page, at: link.location) {
        case .success(.file(let path)): ready.contains(path)
        case .success: true
        case .failure: false
        }
    }

    private func isPicture(_ image: MarkdownDocument.Image, _ page: Page, _ resolver: LinkResolver) -> Bool {
        guard case .success(.file(let path)) = resolver.resolve(image.source, from: page, at: image.location) else {
            return false
        }
        return prepared.media.pictures[path] != nil
    }
}
