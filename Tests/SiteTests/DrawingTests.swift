import Synchronization
import Testing

@testable import Site

/// Files are handed on as soon as they are drawn.
struct DrawingTests {
    private static let board: SmallBoard = {
        var board = SmallBoard()
        for number in 0..<300 {
            let text = "Text of \(number).\n\n![A picture](images/p.svg)"
            board["p\(number).md"] = SmallBoard.page("P\(number)", text: text)
        }
        board["images/p.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"/>"
        return board
    }()

    @Test func `every file is handed on once, and stands where it stands in the finished site`() async throws {
        let builder = try await Self.board.builder()
        let whole = try #require(await builder.build().site)
        let settled = try #require(await builder.prepare().site)
        let taken = Mutex<[String]>([])
        let site = await settled.draw { file in
            taken.withLock { $0.append(file.path) }
            return file
        }.site
        #expect(site.files == whole.files && site.pageCount == whole.pageCount)
        #expect(taken.withLock { $0 }.sorted() == whole.files.map(\.path))
    }

    @Test func `a site is drawn once more, for as long as somebody looks`() async throws {
        let settled = try #require(await Self.board.builder().prepare().site)
        let files = await settled.draw { $0 }.site.files
        var seen: [SiteFile] = []
        await settled.redraw { run in
            seen += run
            return true
        }
        #expect(seen.sorted { $0.path < $1.path } == files)
        var looks = 0
        await settled.redraw { _ in
            looks += 1
            return false
        }
        #expect(looks == 1)
    }
}
