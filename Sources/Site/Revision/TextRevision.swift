public import Content
import Integrity
import Languages
import Markdown
import Schemas
public import Theming

/// New texts for pages of a finished site, where nothing but these texts has changed since it was built.
///
/// A text is seen by its own page, through its ``TextFacts`` by others, and by the search index. Where the facts are as
/// they were, the new text takes the place of the old one in the page's file (``PageFrame``), its words those of the old
/// one in the index, and the index's new name its old one in the two files that name it.
public struct TextRevision: Sendable {
    private let board: Board
    private let hasSearch: Bool
    private let edition: Edition
    /// Of the pages in the site's own language, and of all search indices.
    private let terms: TermFinder

    /// - Parameter board: That of the site. Nobody looks at its pages.
    public init(board: Board, theme: Theme, edition: Edition) {
        self.board = board
        self.edition = edition
        hasSearch = theme.searchScript != nil
        terms = TermFinder(board.glossary.items)
    }

    /// What the revision changes of a site.
    public struct Changes: Sendable {
        /// Files that are new or take the place of others.
        public fileprivate(set) var files: [SiteFile] = []
        /// The files that go, by the paths of those that come in their stead, at the same place in the order of paths.
        public fileprivate(set) var predecessors: [String: String] = [:]
        /// The frames of the pages as they are now.
        public fileprivate(set) var frames: [PageFrame] = []
    }

    /// What a build would make otherwise, or `nil` where that takes a build.
    ///
    /// - Parameters:
    ///   - edits: Pages of which nothing but the text is new, each with its frame.
    ///   - paths: Those of the site's files.
    ///   - file: Reads a file of the site.
    public func changes(
        of edits: [(page: Page, frame: PageFrame)], in paths: some Sequence<String>, file: (String) -> [UInt8]?
    ) -> Changes? {
        var changes = Changes()
        for (page, frame) in edits {
            guard let old = file(frame.file), let revised = self.revised(old, page, frame),
                PolicyCheck(board).faults(of: page, drawn: revised.file).isEmpty
            else { return nil }
            if revised.file != old { changes.files.append(SiteFile(path: frame.file, bytes: revised.file)) }
            changes.frames.append(revised.frame)
        }
        guard hasSearch else { return changes }
        for (language, edits) in Dictionary(grouping: edits, by: \.frame.language) {
            guard let old = indexPath(of: language, among: paths), let bytes = file(old),
                let new = revisedIndex(bytes, of: edits), add(new, of: language, insteadOf: old, bytes, &changes, file)
            else { return nil }
            let beside =
                (changes.predecessors.first { $0.value == old }?.key).map { [old, $0].sorted() } ?? [old, old]
            if paths.contains(where: { beside[0] < $0 && $0 < beside[1] }) { return nil }
        }
        return changes
    }

    private func revised(_ old: [UInt8], _ page: Page, _ frame: PageFrame) -> (file: [UInt8], frame: PageFrame)? {
        let terms = page.translation == nil ? terms : TermFinder([])
        guard frame.fits(old.count), frame.holes.count == page.body.holes.count, page.figures.isEmpty,
            page.ownSearchTexts != nil, TextFacts(page, terms: terms.terms(in: page.body.html)).digest == frame.facts
        else { return nil }
        var text: [UInt8] = []
        var holes: [Range<Int>] = []
        page.body.append(to: &text) { _, out in
            let start = out.count
            out += old[frame.holes[holes.count]]
            holes.append(start..<out.count)
        }
        guard !text.isEmpty else { return nil }
        let start = frame.text.lowerBound
        let new = PageFrame(
            source: frame.source, file: frame.file, language: frame.language, number: frame.number, facts: frame.facts,
            text: start..<(start + text.count),
            holes: holes.map { ($0.lowerBound + start)..<($0.upperBound + start) })
        return (Array(old[..<start]) + text + old[frame.text.upperBound...], new)
    }

    // The search index

    /// Whether a revision may put another file in the place of this one, which is no page with a frame.
    public static func mayReplace(_ path: String) -> Bool {
        path.hasPrefix("search/") || path.hasSuffix("/search/index.html") || path == HeaderFiles.path
    }

    private func revisedIndex(_ old: [UInt8], of edits: [(page: Page, frame: PageFrame)]) -> [UInt8]? {
        let words = edits.map { page, frame in
            (frame.number, SearchEntry(page, with: page.ownSearchTexts ?? [], terms: terms).words)
        }
        return SearchIndex.revised(old, with: Dictionary(words, uniquingKeysWith: { first, _ in first }))
    }

    /// The file of a language's index, whose name has ten digits of its digest: see ``Asset``.
    private func indexPath(of language: String, among paths: some Sequence<String>) -> String? {
        let found = paths.filter { path in
            path.hasPrefix("search/\(language).") && path.hasSuffix(".js")
                && path.utf8.count == "search/\(language)..js".utf8.count + 10
        }
        return found.count == 1 ? found[0] : nil
    }

    /// Puts a new index in the place of the old one, and its name and digest into the files that say them.
    private func add(
        _ new: [UInt8], of language: String, insteadOf old: String, _ bytes: [UInt8], _ changes: inout Changes,
        _ file: (String) -> [UInt8]?
    ) -> Bool {
        guard new != bytes else { return true }
        let (before, after) = (Digest.sha256(bytes), Asset(language, "js", new, in: "search"))
        guard before.hex.hasPrefix(old.dropLast(3).suffix(10)) else { return false }
        let folder = language == board.settings.languages.own.tag ? "" : language + "/"
        let page = Route(folder + "search/").file
        // The headers name all indices, so an index that was revised before is in them already.
        for path in [page] + (edition == .public ? [HeaderFiles.path] : []) {
            guard let text = changes.files.first(where: { $0.path == path })?.bytes ?? file(path),
                let named = text.replacing(old.name, with: after.path.name)
            else { return false }
            let signed = named.replacing(before.integrity, with: after.digest.integrity)
            guard signed != nil || path != page else { return false }
            changes.files.removeAll { $0.path == path }
            changes.files.append(SiteFile(path: path, bytes: signed ?? named))
        }
        changes.files.append(SiteFile(path: after.path, bytes: new))
        changes.predecessors[after.path] = old
        return true
    }
}

extension String {
    fileprivate var name: String { split(separator: "/").last.map(String.init) ?? self }
}

extension [UInt8] {
    /// With one text in the place of another, wherever that stands; `nil` where it stands nowhere.
    fileprivate func replacing(_ old: String, with new: String) -> [UInt8]? {
        let wanted = Array(old.utf8)
        var (out, rest, isFound): ([UInt8], ArraySlice<UInt8>, Bool) = ([], self[...], false)
        while let first = wanted.first, let next = rest.firstIndex(of: first) {
            let isHere = rest[next...].starts(with: wanted)
            out += rest[..<next]
            out += isHere ? Array(new.utf8) : [first]
            rest = rest[(next + (isHere ? wanted.count : 1))...]
            isFound = isFound || isHere
        }
        return isFound ? out + rest : nil
    }
}
