import Content
import Diagnostics
import Markdown
import Schemas

/// Holds the finished pages to what the board has decided of them (``Policy``).
struct PolicyCheck: Sendable {
    private let board: Board

    init(_ board: Board) { self.board = board }

    func faults(of page: Page, drawn html: [UInt8]) -> [Diagnostic] {
        board.settings.policies.filter { $0.kinds.isEmpty || $0.kinds.contains(page.kind.word) }.compactMap {
            fault($0, page, html)
        }
    }

    private func fault(_ policy: Policy, _ page: Page, _ html: [UInt8]) -> Diagnostic? {
        guard let lacking = lacking(policy.must, page, html) else { return nil }
        return Diagnostic(
            .brokenPolicy, "the page \(lacking.what)", at: .wholeFile(page.shownPath),
            notes: [.init("the board's policy: \(policy.reason)", at: policy.location)], help: lacking.help)
    }

    /// What the page lacks, and what helps.
    private func lacking(_ must: Policy.Must, _ page: Page, _ html: [UInt8]) -> (what: String, help: String)? {
        let settings = board.settings
        switch must {
        case .showHelpline:
            let ways = settings.helplines.compactMap { board.contacts[$0].ways.phone }
            let isThere = ways.contains { html.holds("href=\"" + Views.Way.phone($0).url + "\"") }
            return isThere ? nil : ("shows no helpline", "the layout of the theme must print `site.helplines`")
        case .showExit:
            var exit: [UInt8] = []
            HTMLEscape.append(settings.exitURL.utf8, to: &exit)
            let isThere = html.holds("href=\"" + String(decoding: exit, as: UTF8.self) + "\"")
            return isThere ? nil : ("has no way off the site", "the layout of the theme must print `site.exit_url`")
        case .citeSource:
            return page.front.sources.isEmpty ? ("cites no source", "add `sources:` at its top") : nil
        case .nameOwner: return page.front.owner == nil ? ("names no owner", "add `owner:` at its top") : nil
        case .nameContact:
            return page.front.contacts.isEmpty ? ("names no contact", "add `contacts:` at its top") : nil
        }
    }
}

extension [UInt8] {
    /// Whether a text stands in these bytes.
    fileprivate func holds(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard let first = wanted.first, count >= wanted.count else { return false }
        var at = startIndex
        while let next = self[at...].firstIndex(of: first), next + wanted.count <= count {
            if self[next..<next + wanted.count].elementsEqual(wanted) { return true }
            at = next + 1
        }
        return false
    }
}
