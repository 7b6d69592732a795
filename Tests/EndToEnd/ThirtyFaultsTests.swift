import Diagnostics
import Foundation
import Testing

/// The sample board, broken in more than thirty ways: each is named where it is, and nothing else is said.
///
/// Faults that stop a board from being read hide those between pages, so they come in three runs.
struct ThirtyFaultsTests {
    /// One way to break the sample.
    struct Break: Sendable {
        let code: String
        let path: String
        /// What stands in the file, once or as the first of several.
        let old: String
        let new: String
        /// Text on the line at which the fault is reported; `nil` for one that is the file's.
        let line: String?
        /// Whether it is the last line with that text, not the first.
        let isLast: Bool

        init(_ code: String, _ path: String, _ old: String, _ new: String, at line: String?, isLast: Bool = false) {
            (self.code, self.path, self.old, self.new) = (code, path, old, new)
            (self.line, self.isLast) = (line, isLast)
        }
    }

    struct Said: Decodable {
        struct Place: Decodable {
            let path: String
            let line: Int
        }

        let code: String
        let location: Place?
    }

    @Test func `thirty and more ways to break the sample are tried`() {
        #expect(Self.reading.count + Self.pages.count + Self.review.count >= 30)
    }

    @Test(arguments: ["reading", "pages", "review"])
    func `each break has the right message at the right line, and there are no others`(_ name: String) async throws {
        let breaks = ["reading": Self.reading, "pages": Self.pages, "review": Self.review][name] ?? []
        try await Folder.temporary { folder in
            try folder.add(Folder.repository.folder("content"), under: "content")
            for item in breaks { try apply(item, in: folder) }
            let arguments = ["check", "--themes", Folder.repository("themes"), "--as-of", BoardBuild.day, "-q"]
            let json = try await Program.run(arguments + ["--format", "json"], in: folder.path)
            #expect(json.status == (breaks.contains { !Self.isWarning($0.code) } ? 1 : 0))
            let said = try JSONDecoder().decode([Said].self, from: Data(json.output.utf8))
            let found = said.map { "\($0.code) \($0.location?.path ?? "-"):\($0.location?.line ?? 0)" }
            let expected = try breaks.map { "\($0.code) \(try place(of: $0, in: folder))" }
            #expect(found.sorted() == expected.sorted())
            let human = try await Program.run(arguments, in: folder.path)
            try Golden.expect(human.errors, in: Folder.tests.folder("ThirtyFaults"), file: "\(name).txt")
        }
    }

    private func apply(_ item: Break, in folder: Folder) throws {
        let path = "content/\(item.path)"
        let text = folder.text(path) ?? ""
        if item.old.isEmpty {
            try folder.write(text + item.new, to: path)
        } else {
            let place = try #require(text.range(of: item.old), "\(item.path) does not hold: \(item.old)")
            try folder.write(text.replacingCharacters(in: place, with: item.new), to: path)
        }
    }

    private func place(of item: Break, in folder: Folder) throws -> String {
        guard let marker = item.line else { return "content/\(item.path):1" }
        let lines = (folder.text("content/\(item.path)") ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        let found = lines.indices.filter { lines[$0].contains(marker) }
        let index = try #require(item.isLast ? found.last : found.first, "no line holds: \(marker)")
        return "content/\(item.path):\(index + 1)"
    }

    private static func isWarning(_ code: String) -> Bool { DiagnosticCode.named(code)?.severity != .error }
}

extension ThirtyFaultsTests {
    /// Faults in single files.
    static let reading = [
        Break("SP014", "parents/notice.md", "[parents, everyone]", "[perents, everyone]", at: "[perents"),
        Break("SP020", "about/privacy.md", "reviewed: 2026", "reveiwed: 2026", at: "reveiwed:"),
        Break("SP025", "data/contacts.yaml", "phone: \"999\"", "phone: nine nine nine", at: "nine nine nine"),
        Break(
            "SP030", "data/sources.yaml", "",
            "\n- { id: dcsf-2009, title: The same again, publisher: Somebody, year: 2009 }\n", at: "The same again"),
        Break("SP023", "data/action-plan.yaml", "what: \"Ask young people what helps\"", "what: \"\"", at: "id: p2,"),
        Break("SP014", "data/action-plan.yaml", "rating: red", "rating: rde", at: "rating: rde"),
        Break("SP024", "data/campaigns.yaml", "from: 2027-03-18", "from: 18 March 2027", at: "from: 18 March"),
        Break("SP042", "strategy/annual-report-2025-26.md", "## How we count", "##### How we count", at: "##### How"),
        Break("SP046", "schools/lead.md", "[Refers to the Front Door]", "[]", at: "[](../professionals"),
        Break("SP047", "get-help-easy-read.md", "![A telephone.]", "![]", at: "![](images"),
        Break("SP043", "models/peer.md", "", "\n<div>HTML</div>\n", at: "<div>HTML"),
        Break("SP253", "about/accessibility.md", "compliance: partial", "compliance: full", at: "compliance: full"),
        Break("SP072", "about/index.md", "```{contacts}", "```{contcts}", at: "{contcts}"),
        Break(
            "SP271", "definitions/2017.md", "source: dfe-2017\n",
            "source: dfe-2017\nwording: It is abuse.\nchecksum: 12345678\n", at: "checksum: 12345678"),
        Break("SP249", "records/returns/2025.yaml", "rating: in-place", "rating: in-plaice", at: "in-plaice"),
        Break("SP017", "news/boys-too.md", "---\ntitle", "title", at: "title"),
    ]

    /// Faults between pages.
    static let pages = [
        Break("SP050", "safety.md", "](about/privacy.md)", "](about/privicy.md)", at: "privicy"),
        Break("SP051", "definitions/2009.md", "#what-guides-us", "#what-guided-us", at: "guided"),
        Break("SP052", "parents/listen.md", "", "\n![A door.](../images/dore.svg)\n", at: "dore.svg"),
        Break(
            "SP054", "schools/lead.md", "](../professionals/language.md)", "](/professionals/language/)", at: "](/pro"),
        Break("SP273", "strategy/annual-report-2025-26.md", "plan.green }}", "plan.gren }}", at: "plan.gren }}"),
        Break(
            "SP273", "strategy/annual-report-2025-26.md", "businesses, others]", "businesses, ohters]", at: "{figures}"),
        Break(
            "SP274", "strategy/annual-report-2025-26.md", "[141 requests]", "[114 requests]", at: "[114 requests]"),
        Break(
            "SP294", "elsewhere/lonely.md", "",
            "---\ntitle: Lonely\nsummary: Nobody comes.\naudience: [everyone]\nowner: Policy officer\n"
                + "review_by: 2027-06-01\n---\nText.\n", at: nil),
    ]

    /// What a board has to keep up to date, and how it words things.
    static let review = [
        Break("SP265", "models/online.md", "review_by: 2027-09-21", "review_by: 2026-09-21", at: "review_by: 2026"),
        Break("SP266", "models/peer.md", "review_by: 2027-09-21", "review_by: 2026-12-01", at: "review_by: 2026"),
        Break("SP267", "about/privacy.md", "owner: Data protection officer\n", "", at: nil),
        Break("SP268", "data/contacts.yaml", "verified_on: 2026-11-02", "verified_on: 2025-11-02", at: "2025-11-02"),
        Break("SP268", "data/sources.yaml", "accessed: 2026-11-02", "accessed: 2024-11-02", at: "accessed: 2024"),
        Break(
            "SP269", "strategy/strategy-2026-29.md",
            "  endorsed: Endorsed by the Safeguarding Partners on 26 March 2026\n", "", at: nil),
        Break("SP254", "about/accessibility.md", "fixed_by: 2027", "fixed_by: 2026", at: "fixed_by: 2026"),
        Break(
            "SP255", "strategy/strategy-2023-26.md", "status: superseded", "status: adopted", at: "replaced_by:"),
        Break("SP256", "strategy/strategy-2026-29.md", "from: 2026-04-01", "from: 2026-05-01", at: "replaces:"),
        Break("SP280", "data/indicators/requests.yaml", "[41, 63]", "[41, 64]", at: "title: All requests"),
        Break("SP281", "data/indicators/requests.yaml", "[19, 22]", "[19, 23]", at: "[19, 23]"),
        Break("SP284", "data/indicators/requests.yaml", "from: 2025-04-01", "from: 2025-04-02", at: "from: 2025-04-02"),
        Break(
            "SP290", "data/action-plan.yaml",
            ", evidence: \"Both days held. Young people rewrote five pages of this site.\"",
            "", at: "id: p2,"),
        Break(
            "SP290", "data/action-plan.yaml", ", note: \"Two posts are empty. Interviews are in December.\"", "",
            at: "id: r4,"),
        Break(
            "SP290", "data/action-plan.yaml", "      - id: after-eighteen",
            "      - id: nobody\n        title: Nobody works towards it\n      - id: after-eighteen", at: "id: nobody"),
        Break(
            "SP291", "data/governance.yaml", "  chair: Head of public protection, Northmere Police\n",
            "  chair: Head of public protection\n  last_report: 2026-01-10\n  report_months: 6\n", at: "last_report"),
        Break(
            "SP292", "data/governance.yaml", "role: \"Chief superintendent\"",
            "role: \"Chief superintendent\", vacant_since: 2026-10-01", at: "vacant_since"),
        Break("SP247", "records/outreach.yaml", "up: 2026-12-10", "up: 2026-11-10", at: "up: 2026-11-10"),
        Break("SP248", "records/self-assessment.yaml", "06-30, closed: 2026-09-01", "06-30", at: "due: 2026-06-30"),
        Break("SP260", "professionals/pathways.md", "", "\nThe girl put herself at risk.\n", at: "put herself"),
        Break("SP261", "professionals/pathways.md", "", "\nAsk the QXZ.\n", at: "QXZ"),
        Break("SP262", "professionals/recognise.md", "", "\nTo read more, [click here](refer.md).\n", at: "click here"),
        Break(
            "SP270", "definitions/2017.md", "---\nThis is the one to use.\n",
            "wording: It is about limited choice.\nchecksum: 7d7915c0\n---\nThis is the one to use.\n\n"
                + "```{quote}\ndefinition: definitions/2017.md\ntext: It is about choice.\n```\n", at: "{quote}"),
    ]
}
