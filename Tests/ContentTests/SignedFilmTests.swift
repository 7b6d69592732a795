import Diagnostics
import Schemas
import Testing

@testable import Content

struct SignedFilmTests {
    private static func board(_ film: String) -> TinyBoard {
        TinyBoard().with("film.md", TinyBoard.page("bsl: { transcript: Signs., \(film) }"))
    }

    @Test func `a film is a link with a transcript`() async throws {
        let board = try #require(await Self.board("url: https://films.example/a").read().value)
        let film = try #require(board.pages.find(ID("film"))?.front.bsl)
        guard case .link("https://films.example/a") = film.place else { throw NotALink() }
        #expect(film.transcript == "Signs.")
    }

    @Test func `a film is a file with a picture and captions`() async {
        let board = Self.board("film: files/a.mp4, poster: images/a.svg, captions: files/a.vtt")
        #expect(await board.read().diagnostics.isEmpty)
    }

    @Test(arguments: [
        "film: files/a.mp4", "film: files/a.mp4, poster: images/a.svg", "poster: images/a.svg",
        "url: https://films.example/a, film: files/a.mp4",
    ])
    func `half a film is an error`(_ film: String) async {
        #expect(await Self.board(film).read().diagnostics.map(\.code) == [.incompleteFilm])
    }

    @Test func `a film without its words is an error`() async {
        let page = TinyBoard.page("bsl: { url: https://films.example/a }")
        #expect(await TinyBoard().with("film.md", page).read().diagnostics.map(\.code) == [.missingKey])
    }

    private struct NotALink: Error {}
}
