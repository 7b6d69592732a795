public import CivilTime
import Content
import Schemas

/// What an internal page may ask for while it is drawn: how it writes links and dates.
public struct InternalScene: Sendable {
    let scene: Scene

    /// The address of another internal page, or of a part of it.
    public func url(ofPage path: String, fragment: String? = nil) -> String {
        scene.links.url(to: Route(path), fragment: fragment)
    }

    public func url(ofFile path: String) -> String { scene.links.url(toFile: path) }

    /// `21 November 2026`
    public func text(_ date: CivilDate) -> String { scene.words.date(date) }

    /// `3 hours`, from `3`
    public func hours(_ plain: String) -> String { scene.words.counted(.hours, Double(plain)) }

    /// `Saturday`
    public func weekday(_ date: CivilDate) -> String { scene.words.weekday(date) }
}

extension PlannedPage {
    init(_ page: InternalPage) {
        self.init(made: .internal(page), at: Route(page.path), title: page.title, summary: page.summary)
    }

    var isInternal: Bool {
        if case .internal = subject { true } else { false }
    }
}

extension Scene {
    /// The front page and the internal pages above this one.
    func crumbs(of page: InternalPage) -> [PageLink] {
        let front = plan[.home].map { [link(to: $0)] } ?? []
        return front
            + page.above.map {
                PageLink(title: $0.title, url: links.url(to: Route($0.path)), summary: "", date: nil, language: nil)
            }
    }
}
