import CivilTime
import Content
import Diagnostics
import Schemas

extension BoardReview {
    /// Accessibility statements that nobody has looked at for a year, and days in them that have passed or are to come.
    func accessibility() -> [Diagnostic] {
        board.pages.items.filter { $0.isKept(on: today) }.flatMap { page -> [Diagnostic] in
            guard case .accessibility(let statement) = page.kind else { return [] }
            return unreviewed(statement, page) + late(statement) + early(statement)
        }
    }

    private func unreviewed(_ statement: AccessibilityStatement, _ page: Page) -> [Diagnostic] {
        let last = page.front.reviewed ?? statement.prepared.value
        guard last.adding(months: Self.monthsBetweenReviews) < today else { return [] }
        return [
            Diagnostic(
                .staleAccessibility, "the accessibility statement was last reviewed on \(last), more than a year ago",
                at: statement.prepared.location, help: "test the site again, then set `reviewed`")
        ]
    }

    private func late(_ statement: AccessibilityStatement) -> [Diagnostic] {
        statement.issues.compactMap { issue in
            guard let day = issue.fixedBy, day.value < today else { return nil }
            return Diagnostic(
                .staleAccessibility, "the issue \"\(issue.id)\" was to be put right by \(day.value)",
                at: day.location, help: "take it out if it is put right, or say by when it will be")
        }
    }

    private func early(_ statement: AccessibilityStatement) -> [Diagnostic] {
        [("prepared", statement.prepared), ("audited", statement.audited)].compactMap { key, day in
            guard let day, day.value > today else { return nil }
            return Diagnostic(
                .staleAccessibility, "`\(key)` says \(day.value), which is to come", at: day.location,
                help: "write the day on which it was done")
        }
    }

    /// The guidance on the regulations asks for a review at least once a year (Cabinet Office, *Make your website or app
    /// accessible and publish an accessibility statement*).
    private static let monthsBetweenReviews = 12
}
