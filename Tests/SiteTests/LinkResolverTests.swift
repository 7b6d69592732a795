import Content
import Diagnostics
import Schemas
import Testing

@testable import Site

@Suite struct LinkResolverTests {
    private func resolve(_ destination: String) async throws -> Result<LinkResolver.Target, LinkFault> {
        var board = SmallBoard()
        board["parents/notice.md"] = SmallBoard.page("Notice", text: "## The signs")
        board["parents/call.md"] = SmallBoard.page("Call")
        board["later.md"] = SmallBoard.page("Later", "publish_on: 2027-01-01")
        board["contacts.md"] = SmallBoard.page("Contacts", "kind: directory\nof: contacts")
        board["files/a b.txt"] = "A."
        let resolver = try #require(LinkResolver.all([try await board.plan().plan]).first)
        let page = try #require(resolver.plan[ID("parents/call")])
        return resolver.resolve(destination, from: page, at: page.location)
    }

    @Test(arguments: [
        ("https://a.example/", LinkResolver.Target.elsewhere("https://a.example/")),
        ("tel:999", .elsewhere("tel:999")),
        ("notice.md", .page(ID("parents/notice"), fragment: nil)),
        ("notice.md#the-signs", .page(ID("parents/notice"), fragment: "the-signs")),
        ("../index.md", .page(.home, fragment: nil)),
        ("../contacts.md#police", .page(ID("contacts"), fragment: "police")),
        ("#", .page(ID("parents/call"), fragment: nil)),
        ("../files/a%20b.txt", .file("files/a b.txt")),
    ])
    func `a link leads to another site, a page, a place or a file`(
        _ destination: String, _ target: LinkResolver.Target
    ) async throws {
        #expect(try await resolve(destination).get() == target)
    }

    private static let faults: [(String, DiagnosticCode, String, String?)] = [
        ("notise.md", .brokenLink, "there is no page \"notise.md\"", "did you mean notice.md?"),
        ("nowhere-at-all.md", .brokenLink, "there is no page \"nowhere-at-all.md\"", nil),
        ("notice", .missingMedia, "there is no file \"notice\"", nil),
        ("../contact.md", .brokenLink, "there is no page \"../contact.md\"", "did you mean ../contacts.md?"),
        ("contacts.md", .brokenLink, "there is no page \"contacts.md\"", "did you mean ../contacts.md?"),
        (
            "notice.md#the-sign", .brokenAnchor, "the page \"parents/notice\" has no place \"#the-sign\"",
            "did you mean \"#the-signs\"?"
        ),
        (
            "../files/ab.txt", .missingMedia, "there is no file \"../files/ab.txt\"",
            "did you mean ../files/a b.txt?"
        ),
        (
            "../later.md", .notInEdition, "the public edition does not have the page \"later\"",
            "it is a draft, is not published yet, has expired, or is for trainers only"
        ),
        (
            "/parents/notice/", .linkForm, "the link \"/parents/notice/\" starts from the server's root",
            "write it from this file: notice.md"
        ),
        ("../../a.md", .brokenLink, "the link \"../../a.md\" leads out of the content folder", nil),
    ]

    @Test(arguments: faults)
    func `a link that leads nowhere is told from which file to write it`(
        _ destination: String, _ code: DiagnosticCode, _ message: String, _ help: String?
    ) async throws {
        let fault = try await resolve(destination).fault
        #expect(fault?.code == code && fault?.message == message && fault?.help == help)
    }
}

extension Result<LinkResolver.Target, LinkFault> {
    fileprivate var fault: Diagnostic? {
        if case .failure(let fault) = self { fault.diagnostic } else { nil }
    }
}
