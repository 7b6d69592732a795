import Content
import Disk
import Schemas
import Site

/// Draws single pages of a built site again, as far as that is possible.
struct PageTexts {
    let site: OpenSite
    let board: Board
    let reader: ContentReader

    /// The site's file of a page that was saved; `nil` where a whole build has to find out what the change means.
    ///
    /// - Parameters:
    ///   - path: As messages write it.
    ///   - old: What stood in the file when the site was built.
    func file(ofSaved path: String, insteadOf old: [UInt8]) -> SiteFile? {
        guard path.hasSuffix(".md"), let page = board.pages.items.first(where: { $0.shownPath == path }),
            let new = try? OneFile.read(path, limit: SourceTree.Limits().fileBytes),
            let edited = reader.page(page, of: board, from: old, to: new)
        else { return nil }
        return site.file(of: edited)
    }
}
