public import Content
public import Diagnostics
public import Disclosure
import Pictures
import Schemas
public import Theming

/// Makes the copies of a board's site that schools host.
///
/// Schools that take the same pages are a ``Group``: its pages are planned and checked, its pictures made and its
/// search index built once. Each school's pages are then drawn with what is said of the school.
public struct SchoolCopies: Sendable {
    private let board: Board
    private let training: PublishedTraining?
    private let theme: Theme
    private let options: SiteOptions

    /// - Parameter options: Of the school edition.
    public init(board: Board, training: PublishedTraining?, theme: Theme, options: SiteOptions) {
        precondition(options.edition == .school, "a school's copy is of the school edition")
        self.board = board
        self.training = training
        self.theme = theme
        self.options = options
    }

    /// Schools that take the same pages.
    public struct Group: Sendable {
        /// In the order in which they were given.
        public let schools: [School]
        let site: PreparedSite
        /// For each language and page; empty where no school needs them.
        let sketches: [[PageRenderer.Sketch]]
        let marks: [ID<School>: SchoolMarks]
        /// The files that are the same in the copies of all its schools.
        public let shared: [SiteFile]
    }

    /// The groups of some schools, and every fault in their copies; a group with an error is left out.
    public func groups(of schools: [School]) async -> (groups: [Group], diagnostics: [Diagnostic]) {
        var order: [CopyScope] = []
        var members: [CopyScope: [School]] = [:]
        for school in schools {
            let scope = CopyScope(school, in: board)
            if members[scope] == nil { order.append(scope) }
            members[scope, default: []].append(school)
        }
        var groups: [Group] = []
        var faults: [Diagnostic] = []
        for scope in order {
            let (group, found) = await group(scope, members[scope] ?? [])
            // The board's pages are in every group, and so are their faults.
            faults += found.filter { !faults.contains($0) }
            if let group { groups.append(group) }
        }
        return (groups, faults)
    }

    private func group(_ scope: CopyScope, _ schools: [School]) async -> (Group?, [Diagnostic]) {
        var options = options
        options.scope = scope
        let board = scope.overlay.flatMap { self.board.overlays[$0] }.map(self.board.adding) ?? board
        let builder = SiteBuilder(board: board, training: training, theme: theme, options: options)
        var (site, faults) = await builder.prepare()
        var marks: [ID<School>: SchoolMarks] = [:]
        for school in schools {
            let (own, found) = SchoolMarks.of(school, logo: self.board.overlays[school.id]?.logo, theme)
            marks[school.id] = own
            faults += found
        }
        guard let site, !faults.hasErrors else { return (nil, faults) }
        let isPlain = marks.values.contains { $0.stylesheet == nil }
        let sketches = isPlain ? await site.sketches() : []
        return (
            Group(
                schools: schools, site: site, sketches: sketches, marks: marks,
                shared: site.shared + [TechnicianGuide.file]), faults
        )
    }
}

extension SchoolCopies.Group {
    /// Draws the copy of one of the group's schools.
    public func copy(for school: School) -> SchoolCopy {
        let own = marks[school.id] ?? SchoolMarks(files: [], logo: nil, stylesheet: nil)
        return SchoolCopy(school, own, site, shared: shared, own.stylesheet == nil ? sketches : [])
    }
}

/// The files by which a school's copy shows whose it is.
struct SchoolMarks: Sendable {
    let files: [SiteFile]
    let logo: Assets.Logo?
    let stylesheet: Asset?

    static func of(_ school: School, logo: MediaFile?, _ theme: Theme) -> (SchoolMarks, [Diagnostic]) {
        let (css, faults) = theme.stylesheet(changing: school.colours)
        let stylesheet = css.isEmpty ? nil : Asset("school", "css", css)
        let colours = stylesheet.map { [SiteFile(path: $0.path, bytes: $0.bytes)] } ?? []
        guard let logo, let size = logo.imageSize else {
            return (SchoolMarks(files: colours, logo: nil, stylesheet: stylesheet), faults)
        }
        // A folder of its own, so that it never meets a file of the theme.
        let path = "assets/school/\(logo.path)"
        switch PublishedMedia.clean(logo) {
        case .success(let bytes):
            let files = colours + [SiteFile(path: path, bytes: bytes)]
            let shown = Assets.Logo(path: path, size: size)
            return (SchoolMarks(files: files, logo: shown, stylesheet: stylesheet), faults)
        case .failure(let fault):
            return (SchoolMarks(files: colours, logo: nil, stylesheet: stylesheet), faults + [fault.diagnostic])
        }
    }
}
