public import CivilTime
public import Content
public import Diagnostics
import Schemas

/// What a board's own rules say is overdue, unchecked, unfinished or left without somebody to answer for it.
public struct BoardReview {
    let board: Board
    let today: CivilDate

    public init(_ board: Board, today: CivilDate) {
        self.board = board
        self.today = today
    }

    /// Everything, for `check`.
    public func faults() -> [Diagnostic] {
        unkept() + dated() + documents() + successions() + accessibility() + quotations() + actionPlan() + groups()
            + board.reconciliation()
    }

    /// What stops a build: definitions that are misquoted, and overdue pages where the board wants that.
    public func stoppers() -> [Diagnostic] {
        quotations() + (board.settings.reviews.overdue == .fail ? dated().filter { $0.severity == .error } : [])
    }

    private func unkept() -> [Diagnostic] {
        board.pages.items.filter { $0.isKept(on: today) && $0.shownPath.hasSuffix(".md") }.compactMap { page in
            let missing = [page.front.owner == nil ? "owner" : nil, page.front.review == nil ? "review_by" : nil]
                .compactMap(\.self)
            guard !missing.isEmpty else { return nil }
            return Diagnostic(
                .unkeptPage, "the page has no \(missing.joined(separator: " and no "))", at: .wholeFile(page.shownPath),
                help: missing.map { "add `\($0):`" }.joined(separator: " and ") + " to the lines at its top")
        }
    }

    private func dated() -> [Diagnostic] {
        let calendar = ReviewCalendar(board, today: today)
        return calendar.items.compactMap { item in
            switch (calendar.state(of: item), item.kind) {
            case (.later, _): nil
            case (.soon, _):
                Diagnostic(
                    .dueSoon, "the \(item.kind.rawValue) \"\(item.name)\" is to be looked at by \(item.due)",
                    at: item.location, help: item.owner.map { "this is for: \($0)" })
            case (.overdue, .page): overdue(item)
            case (.overdue, .strategy):
                Diagnostic(
                    .incompleteDocument, "the period of \"\(item.name)\" ended on \(item.due)", at: item.location,
                    help: "publish its successor, or give it the status `superseded`")
            case (.overdue, .contact): unchecked(item, "rang or wrote to it", "verified_on")
            case (.overdue, .source): unchecked(item, "looked there", "accessed")
            }
        }
    }

    private func overdue(_ item: ReviewCalendar.Item) -> Diagnostic {
        let severity: Diagnostic.Severity =
            switch board.settings.reviews.overdue {
            case .note: .note
            case .banner: .warning
            case .fail: .error
            }
        return Diagnostic(
            .overdueReview, "the review of \"\(item.name)\" was due on \(item.due)", at: item.location,
            severity: severity, notes: item.owner.map { [.init("this is for: \($0)")] } ?? [],
            help: "read the page, correct it, then set `reviewed` and `review_by`")
    }

    private func unchecked(_ item: ReviewCalendar.Item, _ deed: String, _ key: String) -> Diagnostic {
        Diagnostic(
            .uncheckedEntry,
            "the \(item.kind.rawValue) \"\(item.name)\" was to be checked again by \(item.due)",
            at: item.location, help: "check it, then set `\(key)` to the day on which somebody \(deed)")
    }
}
