import Testing

@testable import LinkChecking

struct RobotsRulesTests {
    private static let text = """
        # Everybody
        User-agent: *
        Disallow: /private   # not for programs
        Allow: /private/map
        Disallow: /*.pdf$
        Disallow:

        User-Agent: Other
        User-agent: signpost
        Disallow: /no
        """

    @Test(arguments: [
        ("/", true), ("/private", false), ("/private/x", false), ("/private/map?x=1", true), ("/a/b.pdf", false),
        ("/a/b.pdf?x", true), ("/no", true),
    ])
    func `the longest rule that fits decides`(_ path: String, _ isAllowed: Bool) {
        #expect(RobotsRules(Self.text, for: "somebody").allow(path) == isAllowed)
    }

    @Test(arguments: [("/no/where", false), ("/private", true)])
    func `rules that name us stand in place of those for all`(_ path: String, _ isAllowed: Bool) {
        #expect(RobotsRules(Self.text, for: "Signpost").allow(path) == isAllowed)
    }

    @Test(arguments: ["", "Disallow: /", "User-agent: x\nDisallow: /", "<html>", "User-agent: *\nDisallow"])
    func `what says nothing to us closes nothing`(_ text: String) {
        #expect(RobotsRules(text, for: "signpost").allow("/page"))
    }

    @Test func `a rule of many stars is over soon`() {
        let rule = String(repeating: "*a", count: 500)
        let path = "/" + String(repeating: "a", count: 400) + "b"
        #expect(RobotsRules("User-agent: *\nDisallow: /\(rule)$", for: "signpost").allow(path))
    }
}
