import Content
import Diagnostics
import QRCodes
import Testing

@testable import Site

@Suite struct HandoutTests {
    private static func premises(headline: String = "Look twice.", lines: Int = 1, calls: String = "police") -> String {
        let texts = (0..<lines).map { "Line \($0)." }.joined(separator: ", ")
        return SmallBoard.page(
            "Hotels",
            """
            kind: premises
            sector: hotels
            signs: [An adult does all the talking.]
            say: [Are you all right?]
            call: [\(calls)]
            poster: { headline: \(headline), lines: [\(texts)] }
            """)
    }

    private static func step(_ number: Int, doNow: [String] = ["Listen."], audience: String = "everyone") -> String {
        SmallBoard.page(
            "Step \(number)", audience: audience,
            "kind: step\nnumber: \(number)\ndo_now: [\(doNow.joined(separator: ", "))]\ndo_next: [Call.]\nafterwards: Help."
        )
    }

    private static var board: SmallBoard {
        var board = SmallBoard()
        board["hotels.md"] = premises()
        board["parents/index.md"] = SmallBoard.page("Worried", "kind: section\nlists: step")
        board["parents/listen.md"] = step(1)
        return board
    }

    @Test(arguments: ["hotels/poster/", "hotels/cards/", "parents/leaflet/"])
    func `premises have a poster and cards, a pathway has a leaflet`(_ route: String) async throws {
        let (plan, faults) = try await Self.board.plan()
        #expect(plan.made.contains { $0.route.path == route } && faults.isEmpty)
    }

    @Test func `a handout stands below the page that it is made from`() async throws {
        let site = try await Self.board.site()
        let poster = try #require(site["hotels/poster/index.html"])
        #expect(poster.contains("\"name\":\"Hotels\",\"item\":\"https://smallford.example/board/hotels/\""))
        #expect(poster.contains("rel=\"canonical\" href=\"https://smallford.example/board/hotels/poster/\""))
    }

    @Test func `a pathway without steps in the edition has no leaflet`() async throws {
        var board = SmallBoard()
        board["parents/index.md"] = SmallBoard.page("Worried", "kind: section\nlists: step")
        board["parents/listen.md"] = Self.step(1, audience: "trainers")
        #expect(try await board.site()["parents/leaflet/index.html"] == nil)
        #expect(try await board.site(.trainer)["parents/leaflet/index.html"] != nil)
    }

    @Test func `a page of the board cannot take the place of a handout`() async throws {
        var board = Self.board
        board["hotels/poster.md"] = SmallBoard.page("Poster")
        let (_, faults) = try await board.plan()
        #expect(faults.map(\.code) == [.duplicateRoute])
    }

    @Test func `what fits is no fault, and one more of anything is`() async throws {
        let longest = String(repeating: "a", count: 70)
        for (full, tooFull) in [
            (Self.premises(lines: 6), Self.premises(lines: 7)),
            (Self.premises(headline: longest), Self.premises(headline: longest + "a")),
        ] {
            var board = Self.board
            board["hotels.md"] = full
            #expect(try await board.plan().diagnostics.isEmpty)
            board["hotels.md"] = tooFull
            #expect(try await board.plan().diagnostics.map(\.code) == [.tooMuchForPaper])
        }
    }

    @Test func `a pathway with more to do than a leaflet has room for is a fault of its folder's page`() async throws {
        var board = Self.board
        board["parents/listen.md"] = Self.step(1, doNow: (0..<100).map { "Do \($0)." })
        let faults = try await board.plan().diagnostics
        #expect(faults.map(\.code) == [.tooMuchForPaper])
        #expect(faults.first?.location?.path == "content/parents/index.md")
    }

    @Test func `an address too long for a code is said once, and stands in words`() async throws {
        let name = String(repeating: "long-", count: 25) + "name"
        var board = SmallBoard()
        board["\(name).md"] = Self.premises()
        let (plan, faults) = try await board.plan()
        #expect(faults.map(\.code) == [.addressTooLongForCode])
        let address = Views.PrintedAddress(url: plan.base.url + name + "/")
        #expect(QRCode(address.url) == nil && Views.Way.web(address.url).text == "smallford.example/board/\(name)")
    }
}
