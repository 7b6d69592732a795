import CivilTime
import Diagnostics
import Languages
import Schemas
import Testing

@testable import Content

struct PageFileTests {
    @Test(arguments: [
        ("parents/tell.cy.md", "parents/tell.md", "cy"), ("index.ur.md", "index.md", "ur"),
        ("a.b/c.pa-Guru.md", "a.b/c.md", "pa-Guru"),
    ])
    func `a translation's name ends in its language`(_ path: String, _ original: String, _ language: String) {
        #expect(PageFile(path).original == original)
        #expect(PageFile(path).language == Language(language))
    }

    @Test(arguments: ["tell.md", "cy.md", "parents.cy/tell.md", "v1.2.md", ".cy.md", "tell.cy", "tell.easy-read.md"])
    func `other names belong to pages in the site's own language`(_ path: String) {
        #expect(PageFile(path).language == nil)
        #expect(PageFile(path).original == path)
    }

    @Test(arguments: [
        ("parents/tell.cy.md", "cy/parents/tell"), ("parents/index.cy.md", "cy/parents"), ("index.cy.md", "cy"),
    ])
    func `translations stand below their language`(_ path: String, _ id: String) {
        #expect(ID<Page>(path: path).text == id)
    }
}

struct TranslationTests {
    private static let original = TinyBoard.page("contacts: [police]\nreviewed: 2026-10-01")
    private static let settings = TinyBoard().files["signpost.yaml"] ?? ""

    private static func board(_ translation: String, original: String = Self.original) -> TinyBoard {
        TinyBoard().with("signpost.yaml", Self.settings + "\nlanguages: [cy, ur]\n")
            .with("tell.md", original).with("tell.cy.md", translation)
    }

    private static func welsh(_ version: String) -> String {
        "---\ntitle: Dweud\nsummary: Am hyn.\ntranslated_from: \(version)\n---\n\nTestun.\n"
    }

    /// The version of the original, as the message gives it to a translator.
    private static func version(of original: String = Self.original) async throws -> String {
        let (_, faults) = await board(welsh("00000000"), original: original).read()
        let help = try #require(faults.first { $0.code == .staleTranslation }?.help)
        return String(help.split(separator: " ").last?.dropLast() ?? "")
    }

    @Test func `a translation takes the facts that are the same in every language from its original`() async throws {
        let version = try await Self.version()
        let (board, faults) = await Self.board(Self.welsh(version)).read()
        #expect(faults.isEmpty)
        let page = try #require(board?.pages.find(ID("cy/tell")))
        #expect(page.front.title == "Dweud")
        #expect(page.front.contacts.map(\.text) == ["police"])
        #expect(page.front.reviewed?.description == "2026-10-01")
        #expect(page.translation == PageTranslation(language: "cy", original: ID("tell"), isStale: false))
        #expect(page.subject == ID("tell"))
    }

    @Test func `a change of the original's text makes the translation stale, and the page is built all the same`()
        async throws
    {
        let version = try await Self.version()
        let changed = Self.original + "\nOne more thing.\n"
        let (board, faults) = await Self.board(Self.welsh(version), original: changed).read()
        #expect(faults.map(\.code) == [.staleTranslation])
        #expect(board?.pages.find(ID("cy/tell"))?.translation?.isStale == true)
    }

    @Test(arguments: ["title: A page", "summary: What it says."])
    func `a change of a text at the top of the original makes the translation stale`(_ line: String) async throws {
        let changed = Self.original.split(separator: line).joined(separator: line + " Now")
        let (before, after) = (try await Self.version(), try await Self.version(of: changed))
        #expect(before != after)
    }

    @Test(arguments: ["2027-01-01", "2025-12-31"])
    func `a new review date leaves the translation as good as it was`(_ date: String) async throws {
        let changed = Self.original.split(separator: "2026-10-01").joined(separator: date)
        let (before, after) = (try await Self.version(), try await Self.version(of: changed))
        #expect(before == after)
    }

    @Test func `line ends and empty lines at the end do not count`() async throws {
        let changed = Self.original.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        let (before, after) = (try await Self.version(), try await Self.version(of: changed + "\r\n\r\n"))
        #expect(before == after)
    }

    @Test func `a translation that does not say what it was made from is told what to write`() async throws {
        let text = Self.welsh("x").split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("translated_from") }.joined(separator: "\n")
        let (_, faults) = await Self.board(text).read()
        let version = try await Self.version()
        #expect(faults.map(\.code) == [.unversionedTranslation])
        #expect(faults.first?.help?.contains("`translated_from: \(version)`") == true)
    }

    @Test func `texts are never taken from the original`() async throws {
        let version = try await Self.version()
        let text = "---\ntitle: Dweud\ntranslated_from: \(version)\n---\n\nTestun.\n"
        let (_, faults) = await Self.board(text).read()
        #expect(faults.map(\.code) == [.missingKey])
    }

    @Test func `a language that the site does not have is an error`() async {
        let board = Self.board(Self.welsh("x")).with("signpost.yaml", Self.settings)
        #expect(await board.read().diagnostics.map(\.code) == [.unknownLanguage])
    }

    @Test func `a translation of nothing is an error`() async {
        let page = "---\ntitle: A\nsummary: B.\naudience: [everyone]\ntranslated_from: x\n---\n"
        let board = Self.board(Self.welsh("x")).with("tell.cy.md", nil).with("told.cy.md", page)
        #expect(await board.read().diagnostics.map(\.code) == [.translationOfNothing])
    }

    @Test(arguments: ["[cy, cy]", "[en]"])
    func `a language is listed once`(_ list: String) async {
        let board = TinyBoard().with("signpost.yaml", Self.settings + "\nlanguages: \(list)\n")
        #expect(await board.read().diagnostics.map(\.code) == [.languageTwice])
    }

    @Test func `contacts speak other languages in files of their own`() async throws {
        let text = "- { id: police, name: Heddlu, summary: Nawr. }"
        let board = TinyBoard().with("signpost.yaml", Self.settings + "\nlanguages: [cy]\n")
            .with("data/contacts.cy.yaml", text)
        let (read, faults) = await board.read()
        #expect(faults.isEmpty)
        #expect(read?.contactWords["cy"]?[ID("police")]?.name == "Heddlu")
    }

    @Test func `words for a contact that is not there are an error`() async {
        let board = TinyBoard().with("signpost.yaml", Self.settings + "\nlanguages: [cy]\n")
            .with("data/contacts.cy.yaml", "- { id: polise, summary: Nawr. }")
        #expect(await board.read().diagnostics.map(\.code) == [.unknownID])
    }
}
