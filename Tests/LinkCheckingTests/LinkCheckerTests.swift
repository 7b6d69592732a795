import Testing

@testable import LinkChecking

struct LinkCheckerTests {
    private static let page = "https://a.example/page"

    @Test func `a page that answers is fine, and is asked for once, by its head alone`() async {
        let web = FakeWeb()
        #expect(await web.check(Self.page) == .fine)
        #expect(web.askedForPages == ["HEAD https://a.example/page"])
    }

    @Test(arguments: [404, 410, 500])
    func `an error of a head is believed only when the whole page answers with one`(_ status: Int) async {
        let wrong = FakeWeb(["HEAD \(Self.page)": [.status(status)]])
        #expect(await wrong.check(Self.page) == .fine)
        let right = FakeWeb(["HEAD \(Self.page)": [.status(status)], "GET \(Self.page)": [.status(status)]])
        guard case .broken(let reason)? = await right.check(Self.page) else {
            Issue.record("\(status) is an error")
            return
        }
        #expect(reason.contains("(\(status))"))
    }

    @Test(arguments: [401, 403, 405])
    func `a site that lets no programs in says nothing about the link`(_ status: Int) async {
        let web = FakeWeb(["HEAD \(Self.page)": [.status(status)], "GET \(Self.page)": [.status(status)]])
        #expect(await web.check(Self.page) == .unclear("it does not let programs in (\(status))"))
    }

    @Test func `what has moved for good is told with where it went`() async {
        let web = FakeWeb([
            "HEAD \(Self.page)": [.status(301, to: "https://a.example/new")],
            "HEAD https://a.example/new": [.status(308, to: "https://b.example/newest")],
        ])
        #expect(await web.check(Self.page) == .moved(to: "https://b.example/newest"))
    }

    @Test func `what is elsewhere for now is fine, and so is whatever stands behind it`() async {
        let web = FakeWeb([
            "HEAD \(Self.page)": [.status(302, to: "https://a.example/today")],
            "HEAD https://a.example/today": [.status(301, to: "https://a.example/monday")],
        ])
        #expect(await web.check(Self.page) == .fine)
    }

    @Test func `a move to a page that is not there is broken`() async {
        let web = FakeWeb([
            "HEAD \(Self.page)": [.status(301, to: "https://a.example/new")],
            "HEAD https://a.example/new": [.status(404)], "GET https://a.example/new": [.status(404)],
        ])
        #expect(await web.check(Self.page) == .broken("there is no such page (404)"))
    }

    @Test func `a circle of redirects ends`() async {
        let web = FakeWeb(["HEAD \(Self.page)": [.status(302, to: Self.page)]])
        #expect(await web.check(Self.page) == .broken("it sends readers on more than 5 times"))
        #expect(web.askedForPages.count == 6)
    }

    @Test func `a redirect to nowhere is broken`() async {
        let web = FakeWeb(["HEAD \(Self.page)": [.status(301)]])
        #expect(await web.check(Self.page) == .broken("it sends readers on, and does not say where to"))
    }

    @Test func `a server that is busy is asked again when it wants to be`() async {
        let web = FakeWeb(["HEAD \(Self.page)": [.status(429, retryAfter: "7"), .status(200)]])
        #expect(await web.check(Self.page) == .fine)
        #expect(web.pauses.contains(.seconds(7)))
    }

    @Test func `a server that wants to be left alone for long is left alone`() async {
        let web = FakeWeb(["HEAD \(Self.page)": [.status(429, retryAfter: "3600")]])
        #expect(await web.check(Self.page) == .unclear("it asks to come back later (429)"))
        #expect(web.askedForPages.count == 1)
    }

    @Test func `without a word about when, each wait is twice as long as the one before`() async {
        let web = FakeWeb(["HEAD \(Self.page)": [.failure(.timeout, detail: "")]])
        #expect(await web.check(Self.page) == .broken("it does not answer in time"))
        #expect(web.pauses.filter { $0 >= .seconds(1) } == [.seconds(1), .seconds(2)])
        #expect(web.askedForPages.count == 3)
    }

    @Test(arguments: [
        (WebResponse.Failure.unknownHost, "there is no such site"), (.refused, "nothing answers there"),
        (.certificate, "browsers will warn of it: it has expired"),
    ])
    func `what will not pass is not tried again`(_ failure: WebResponse.Failure, _ reason: String) async {
        let web = FakeWeb(["HEAD \(Self.page)": [.failure(failure, detail: "it has expired")]])
        #expect(await web.check(Self.page) == .broken(reason))
        #expect(web.askedForPages.count == 1)
    }

    @Test func `a host is asked one thing at a time, with a pause in between`() async {
        let web = FakeWeb()
        let results = await web.check((1...8).map { "https://a.example/\($0)" })
        #expect(results.count == 8 && results.values.allSatisfy { $0 == .fine })
        #expect(web.mostOpenOfOneHost == 1)
        #expect(web.pauses == Array(repeating: .milliseconds(500), count: 8))
    }

    @Test func `many hosts are asked at once, and one that they all lead to in turn`() async {
        let addresses = (1...8).map { "https://host\($0).example/" }
        let moved = addresses.map { ("HEAD \($0)", [WebResponse.status(302, to: "https://a.example/")]) }
        let web = FakeWeb(Dictionary(uniqueKeysWithValues: moved))
        let results = await web.check(addresses)
        #expect(results.values.allSatisfy { $0 == .fine })
        #expect(web.mostOpenOfOneHost == 1)
        #expect(web.mostOpen > 1)
    }

    @Test func `what robots_txt closes is not asked for`() async {
        let web = FakeWeb([
            "GET https://a.example/robots.txt": [.status(200, body: "User-agent: *\nDisallow: /page\n")]
        ])
        #expect(await web.check(Self.page) == .unclear("its robots.txt asks programs to stay away"))
        #expect(web.askedForPages.isEmpty)
    }

    @Test func `a robots_txt that cannot be read closes everything, and one that is not there nothing`() async {
        let broken = FakeWeb(["GET https://a.example/robots.txt": [.status(503)]])
        #expect(await broken.check(Self.page) == .unclear("its robots.txt cannot be read"))
        let moved = FakeWeb([
            "GET https://a.example/robots.txt": [.status(301, to: "https://a.example/r")],
            "GET https://a.example/r": [.status(200, body: "User-agent: signpost\nDisallow: /\n")],
        ])
        #expect(await moved.check(Self.page) == .unclear("its robots.txt asks programs to stay away"))
    }

    @Test(arguments: [WebResponse.Failure.timeout, .refused, .unknownHost, .certificate])
    func `a site that answers nobody is not asked for each of its links`(_ failure: WebResponse.Failure) async {
        let web = FakeWeb(["GET https://a.example/robots.txt": [.failure(failure, detail: "it has expired")]])
        let results = await web.check(["https://a.example/1", "https://a.example/2"])
        #expect(web.askedForPages.isEmpty && results.count == 2)
        for result in results.values {
            guard case .broken = result else {
                Issue.record("\(result)")
                continue
            }
        }
    }

    @Test func `robots_txt is read once for each site`() async {
        let web = FakeWeb()
        _ = await web.check(["https://a.example/1", "https://a.example/2", "http://a.example/3"])
        #expect(
            web.asked.filter { $0.hasSuffix("robots.txt") }.sorted() == [
                "GET http://a.example/robots.txt", "GET https://a.example/robots.txt",
            ])
    }
}
