public import Content
import Schemas
import Templates

/// One school's copy, drawn but for the page that tells its version, which depends on all the others.
public struct SchoolCopy: Sendable {
    public let school: School
    /// Sorted by path; without the page at ``CopyNotes/path``.
    public let files: [SiteFile]
    /// Draws pages in the board's own language.
    private let renderer: PageRenderer

    /// - Parameters:
    ///   - shared: The files that are the same in all copies.
    ///   - sketches: For each language and page, or none where the school's style sheets are its own.
    init(
        _ school: School, _ marks: SchoolMarks, _ site: PreparedSite, shared: [SiteFile],
        _ sketches: [[PageRenderer.Sketch]] = []
    ) {
        let shown = SchoolOnSite(school: school, logo: marks.logo, stylesheet: marks.stylesheet)
        let renderers = site.renderers(for: shown)
        guard let own = renderers.first else { preconditionFailure("a site has at least its own language") }
        renderer = own
        self.school = school
        let pages = renderers.enumerated().flatMap { place, renderer in
            let pages = renderer.plan.allPages
            let drawn =
                sketches.isEmpty ? pages.map(renderer.file) : zip(pages, sketches[place]).map(renderer.file(_:_:))
            return drawn + renderer.plan.redirects.map(renderer.file)
        }
        files = (pages + shared + marks.files).sorted { $0.path < $1.path }
    }

    /// The page that says what the copy is.
    public func page(with notes: CopyNotes) -> SiteFile {
        renderer.file(
            PlannedPage(
                made: .copyNotes(notes), at: Route(CopyNotes.path), title: renderer.words[.copyTitle],
                summary: renderer.words[.copySummary]))
    }
}
