import Content
import Schemas
import Templates

extension Views {
    static let knownIssue = View<Seen<AccessibilityStatement.Issue>>(
        "known issue",
        [
            .text("what", "What does not work, and for whom.") { $0.what },
            .texts("criteria", "The success criteria that it fails, by number.") { $0.criteria },
            .text("why", "Why it is so.") { $0.why },
            .optionalText("instead", "What readers can do instead.") { $0.instead },
            .object("fixed_by", "By when it will be put right.", date) { it in
                it.fixedBy.map { it.scene.seen($0.value) }
            },
        ])

    /// Issues that are as they are for one reason.
    struct IssueGroup {
        let heading: String
        let issues: [Seen<AccessibilityStatement.Issue>]

        /// `nil` where there are none.
        init?(_ reason: AccessibilityStatement.Issue.Reason, of statement: Seen<AccessibilityStatement>) {
            issues = statement.scene.seen(statement.model.issues.filter { $0.because.value == reason })
            heading = statement.scene.words.word("because", reason)
            if issues.isEmpty { return nil }
        }
    }

    static let issueGroup = View<IssueGroup>(
        "issues under a heading",
        [
            .text("heading", "Why they are as they are: a heading of the model statement.") { $0.heading },
            .list("issues", "What does not work.", knownIssue) { $0.issues },
        ])

    static let accessibility = View<Seen<AccessibilityStatement>>(
        "accessibility statement",
        [
            .text("applies", "Which site it is for, and who runs that: a sentence.") { it in
                let board = it.scene.plan.board.settings
                return it.scene.words.sentence(
                    .statementApplies, ["site": Way.web(board.baseURL).text, "board": board.board.name])
            },
            .texts("able", "What readers should be able to do.") { $0.able },
            .text("status", "How far the site meets the guidelines: a sentence with one of the three legal words.") {
                $0.scene.words.sentence($0.compliance.value.key, ["version": $0.wcag.rawValue])
            },
            .list("issues", "What does not work, by the headings of the model statement that have any.", issueGroup) {
                it in
                AccessibilityStatement.Issue.Reason.allCases.compactMap { IssueGroup($0, of: it) }
            },
            .object("contact", "Who takes reports of problems.", contact) { it in
                it.scene.seen(it.scene.plan.board.contacts[it.model.contact])
            },
            .text("reply", "When an answer comes: a sentence.") { $0.reply },
            .flag("northern_ireland", "Whether the Equality Commission for Northern Ireland enforces it.") {
                $0.enforcement == .ecni
            },
            .object("enforcement", "The site of whoever takes complaints.", way) { .web($0.enforcement.url) },
            .text("tested", "How the site was tested.") { $0.tested },
            .object("audited", "The day of the audit, where there was one.", date) { it in
                it.audited.map { it.scene.seen($0.value) }
            },
            .optionalText("audited_by", "Who audited it.") { $0.auditedBy },
            .object("prepared", "The day on which it was prepared.", date) { $0.scene.seen($0.prepared.value) },
        ])
}

extension AccessibilityStatement.Compliance {
    fileprivate var key: Wording.Key {
        switch self {
        case .full: .statementFull
        case .partial: .statementPartial
        case .none: .statementNone
        }
    }
}

extension AccessibilityStatement.Enforcement {
    /// Who takes a complaint: for the Equality and Human Rights Commission the Equality Advisory and Support Service
    /// does, and the Equality Commission for Northern Ireland takes its own.
    fileprivate var url: String {
        switch self {
        case .ehrc: "https://www.equalityadvisoryservice.com/"
        case .ecni: "https://www.equalityni.org/"
        }
    }
}
