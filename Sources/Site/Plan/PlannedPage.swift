import Content
import Schemas

/// One page of an edition: where it is, and what it is about.
struct PlannedPage: Sendable {
    let route: Route
    let title: String
    let navTitle: String
    let summary: String
    let subject: Subject

    enum Subject: Sendable {
        /// A page of the content folder.
        case content(Page)
        /// All pages for one audience.
        case audience(Audience)
        /// All pages from A to Z.
        case index
        /// Where a reader searches.
        case search
        /// Something to print that is made from a page.
        case handout(Handout)
        /// A page of the training team's, made outside of this module.
        case `internal`(InternalPage)
        /// What a school's copy says of itself.
        case copyNotes(CopyNotes)
        /// What a server sends where there is no page.
        case notFound
    }

    init(_ page: Page) {
        route = Route(page.id)
        title = page.front.title
        navTitle = page.navTitle
        summary = page.front.summary
        subject = .content(page)
    }

    /// A page that no file stands for.
    init(made subject: Subject, at route: Route, title: String, summary: String) {
        self.route = route
        self.title = title
        navTitle = title
        self.summary = summary
        self.subject = subject
    }

    /// The page of the content folder that it is, where it is one.
    var page: Page? {
        if case .content(let page) = subject { page } else { nil }
    }

    /// The page of the content folder that it is or is made from: what it says of itself is said there.
    var origin: Page? {
        switch subject {
        case .content(let page): page
        case .handout(let handout): handout.page
        case .audience, .index, .search, .internal, .copyNotes, .notFound: nil
        }
    }
}
