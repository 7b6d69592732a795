public import CivilTime
import Diagnostics
public import Schemas

/// A statement of how far the site meets the accessibility regulations.
///
/// What it has to say follows the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility
/// Regulations 2018 (SI 2018/952), regulation 8, and the model statement that its paragraph 2 names: Commission
/// Implementing Decision (EU) 2018/1523. The wording of the page is the theme's; these are the facts.
public struct AccessibilityStatement: Sendable {
    public let compliance: Located<Compliance>
    /// The version of the Web Content Accessibility Guidelines that the site was held against.
    public let wcag: WCAGVersion
    public let able: [String]
    public let issues: [Issue]
    /// Who takes reports and requests for other formats.
    public let contact: ID<Contact>
    public let reply: String
    public let enforcement: Enforcement
    /// When the site was audited, where it was.
    public let audited: Located<CivilDate>?
    public let auditedBy: String?
    public let tested: String
    public let prepared: Located<CivilDate>

    /// The three words of the model statement.
    public enum Compliance: String, Sendable, CaseIterable {
        case full, partial, none
    }

    public enum WCAGVersion: String, Sendable, CaseIterable {
        case wcag21 = "2.1"
        case wcag22 = "2.2"
    }

    /// Who enforces the regulations: regulations 10 and 11.
    public enum Enforcement: String, Sendable, CaseIterable {
        /// The Equality and Human Rights Commission: England, Scotland and Wales.
        case ehrc
        /// The Equality Commission for Northern Ireland.
        case ecni
    }

    /// Something that some people cannot use.
    public struct Issue: Sendable {
        public let id: String
        public let what: String
        public let because: Located<Reason>
        public let criteria: [String]
        public let why: String
        public let instead: String?
        public let fixedBy: Located<CivilDate>?

        /// The three headings under which the model statement lists what is not accessible.
        public enum Reason: String, Sendable, CaseIterable {
            case nonCompliance = "non-compliance"
            /// Regulation 7.
            case burden = "disproportionate-burden"
            /// Regulation 4(2).
            case outOfScope = "out-of-scope"
        }
    }

    static let fields: Fields<AccessibilityStatement> = Schemas.fields(
        required(
            "compliance", Reader.word("status of compliance").located,
            "How far the site meets the guidelines: `full` needs an audit, `partial` and `none` need issues."),
        optional("wcag", .word("version of the guidelines"), "Their version.", otherwise: .wcag22, spelled: "2.2"),
        required("able", .nonEmptyList(of: .text), "What readers should be able to do: \"zoom in up to 400%\"."),
        list("issues", issue, "What does not work, and for whom."),
        required("contact", .reference(), "Who takes reports of problems, and requests for other formats."),
        required("reply", .text, "When an answer comes, as a sentence."),
        optional(
            "enforcement", .word("enforcing body"),
            "`ehrc` in England, Scotland and Wales; `ecni` in Northern Ireland.", otherwise: .ehrc, spelled: "ehrc"),
        optional("audited", Reader.date.located, "The day on which the site was audited."),
        optional("audited_by", .text, "Who audited it."),
        required("tested", .prose, "How it was tested: which pages, with what."),
        required("prepared", Reader.date.located, "The day on which the statement was first prepared."),
        as: AccessibilityStatement.init)

    private static let issue: Reader<Issue> = .object(
        "known issue", "Something that some people cannot use.",
        required("id", .word, "A name that stays the same in every language."),
        required("what", .text, "What does not work, and for whom."),
        required("because", Reader.word("reason").located, "Under which heading of the model statement it stands."),
        list(
            "criteria", .oneOf(successCriteria, noun: "success criterion of level A or AA"),
            "The success criteria that it fails; needed for `non-compliance`."),
        required("why", .text, "Why it is so, in a sentence or two."),
        optional("instead", .text, "What readers can do instead."),
        optional("fixed_by", Reader.date.located, "By when it will be put right."),
        as: Issue.init(id:what:because:criteria:why:instead:fixedBy:))

    /// Levels A and AA of WCAG 2.1 (W3C Recommendation, 5 June 2018) and 2.2 (5 October 2023), by number.
    private static let successCriteria =
        ["1.1.1"] + numbers("1.2", 1...5) + numbers("1.3", 1...5) + numbers("1.4", 1...5) + numbers("1.4", 10...13)
        + ["2.1.1", "2.1.2", "2.1.4", "2.2.1", "2.2.2", "2.3.1"] + numbers("2.4", 1...7) + ["2.4.11"]
        + numbers("2.5", 1...4) + ["2.5.7", "2.5.8", "3.1.1", "3.1.2"] + numbers("3.2", 1...4) + ["3.2.6"]
        + numbers("3.3", 1...4) + ["3.3.7", "3.3.8"] + numbers("4.1", 1...3)

    private static func numbers(_ guideline: String, _ criteria: ClosedRange<Int>) -> [String] {
        criteria.map { "\(guideline).\($0)" }
    }
}

extension AccessibilityStatement {
    /// Reports what it says in one place and takes back in another. Of an original only: a translation has its facts
    /// from there.
    func check(_ reading: inout Reading) {
        let failing = issues.filter { $0.because.value == .nonCompliance }
        let claimsAll = compliance.value == .full
        if claimsAll, audited == nil {
            reading.report(
                .accessibilityClaim, "\"fully compliant\" may not be claimed without a dated audit",
                at: compliance.location,
                help: "add `audited:` with the day of the audit, or write `compliance: partial`")
        }
        if claimsAll, let first = failing.first {
            reading.report(
                .accessibilityClaim,
                "\"fully compliant\" contradicts the issue \"\(first.id)\", which is `because: non-compliance`",
                at: compliance.location, help: "write `compliance: partial`, or take the issue out once it is put right"
            )
        }
        if !claimsAll, issues.isEmpty {
            reading.report(
                .accessibilityClaim, "the statement says that the site is not fully compliant, and does not say why",
                at: compliance.location, help: "list under `issues:` what does not work")
        }
        for issue in failing where issue.criteria.isEmpty {
            reading.report(
                .accessibilityClaim, "the issue \"\(issue.id)\" does not say which success criterion it fails",
                at: issue.because.location, help: "add `criteria: [1.2.5]`")
        }
    }
}
