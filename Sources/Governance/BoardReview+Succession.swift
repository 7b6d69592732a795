import CivilTime
import Content
import Diagnostics
import Schemas

extension BoardReview {
    /// Pages that replace each other: whether both know, and whether one holds when the other ends.
    func successions() -> [Diagnostic] {
        originals.flatMap { page in unrequited(page) + unordered(page) + unstated(page) }
    }

    private var originals: [Page] { board.pages.items.filter { $0.translation == nil } }

    /// What one page says of another and that does not say back.
    private func unrequited(_ page: Page) -> [Diagnostic] {
        var faults: [Diagnostic] = []
        if let named = page.front.succession.replacedBy, let successor = board.pages.find(named.value),
            successor.front.succession.replaces?.value != page.id
        {
            faults.append(
                Diagnostic(
                    .brokenSuccession,
                    "\"\(successor.front.title)\" does not say that it replaces \"\(page.front.title)\"",
                    at: named.location, notes: [.init("it is this page", at: .wholeFile(successor.shownPath))],
                    help: "add `replaces: \(page.path)` there"))
        }
        if let named = page.front.succession.replaces, let predecessor = board.pages.find(named.value),
            predecessor.front.succession.replacedBy?.value != page.id
        {
            faults.append(
                Diagnostic(
                    .brokenSuccession,
                    "\"\(predecessor.front.title)\" does not say that \"\(page.front.title)\" took its place",
                    at: named.location, notes: [.init("it is this page", at: .wholeFile(predecessor.shownPath))],
                    help: "add `replaced_by: \(page.path)` there"))
        }
        return faults
    }

    /// Days on which both hold, or neither.
    private func unordered(_ page: Page) -> [Diagnostic] {
        guard let named = page.front.succession.replaces, let predecessor = board.pages.find(named.value),
            let before = predecessor.validity, let now = page.validity, now.from != before.to.adding(days: 1)
        else { return [] }
        let overlaps = now.from <= before.to
        return [
            Diagnostic(
                .validityGap,
                "\"\(page.front.title)\" holds from \(now.from), and \"\(predecessor.front.title)\" held to \(before.to)"
                    + (overlaps ? ", so that both hold for a time" : ", so that neither holds for a time"),
                at: named.location, help: "let one end on the day before the other starts")
        ]
    }

    /// A strategy whose status says something else than `replaced_by`.
    private func unstated(_ page: Page) -> [Diagnostic] {
        guard case .strategy(let strategy) = page.kind else { return [] }
        let isSuperseded = strategy.document.status == .superseded
        guard isSuperseded != (page.front.succession.replacedBy != nil) else { return [] }
        return [
            Diagnostic(
                .brokenSuccession,
                isSuperseded
                    ? "\"\(page.front.title)\" is superseded, and does not say by what"
                    : "\"\(page.front.title)\" was replaced, and its status is `\(strategy.document.status.rawValue)`",
                at: page.front.succession.replacedBy?.location ?? .wholeFile(page.shownPath),
                help: isSuperseded ? "add `replaced_by:`" : "write `status: superseded` in `document:`")
        ]
    }
}
