import Diagnostics
import Templates
import Testing

@Suite struct RecursionTests {
    struct Entry: Sendable {
        let title: String
        var children: [Entry] = []
    }

    static let entryView = View<Entry>(
        "entry",
        [
            .text("title", "The entry's words") { $0.title },
            .children("children", "The entries below it") { $0.children },
        ])

    static let siteShape = Shape(
        "site", [.init("nav", .list(entryView.shape), "The menu"), .init("home", .object(entryView.shape), "")])

    private func menu(_ entries: [Entry]) -> Value {
        .object([.list(entries.map(Self.entryView.value(of:))), .absent])
    }

    @Test func `a partial that goes down into its children ends`() {
        let tree = [Entry(title: "a", children: [Entry(title: "b", children: [Entry(title: "c")])]), Entry(title: "d")]
        let sources = [
            "main": "{{#nav}}{{>entry}}{{/nav}}", "entry": "{{title}}({{#children}}{{>entry}}{{/children}})",
        ]
        #expect(render(sources, Self.siteShape, menu(tree)) == "a(b(c()))d()")
    }

    @Test func `a menu of thirty entries, two deep, is whole`() {
        let tree = (1...5).map { i in
            Entry(title: "\(i)", children: (1...5).map { Entry(title: "\(i).\($0)") })
        }
        let entry =
            "<li>{{title}}{{#children}}{{#-first}}<ul>{{/-first}}{{>entry}}{{#-last}}</ul>{{/-last}}{{/children}}</li>"
        let expected = (1...5).map { i in
            "<li>\(i)<ul>\((1...5).map { "<li>\(i).\($0)</li>" }.joined())</ul></li>"
        }
        let sources = ["main": "{{#nav}}{{>entry}}{{/nav}}", "entry": entry]
        #expect(render(sources, Self.siteShape, menu(tree)) == expected.joined())
    }

    @Test func `an indented partial that includes itself keeps its first indentation`() {
        let tree = [Entry(title: "a", children: [Entry(title: "b", children: [Entry(title: "c")])])]
        let sources = [
            "main": "{{#nav}}\n  {{>entry}}\n{{/nav}}\n",
            "entry": "{{title}}\n{{#children}}\n  {{>entry}}\n{{/children}}\n",
        ]
        #expect(render(sources, Self.siteShape, menu(tree)) == "  a\n  b\n  c\n")
    }

    @Test(arguments: [
        ["main": "{{>main}}"],
        ["main": "{{>a}}", "a": "{{>b}}", "b": "{{>a}}"],
        // The menu of the site is the same in each round, however deep.
        ["main": "{{>a}}", "a": "{{#nav}}{{>a}}{{/nav}}"],
        ["main": "{{>a}}", "a": "{{^nav}}{{>a}}{{/nav}}"],
        // One way goes down, the other does not.
        ["main": "{{#nav}}{{>a}}{{/nav}}", "a": "{{#children}}{{>b}}{{/children}}{{>b}}", "b": "{{>a}}"],
        ["main": "{{>a}}", "a": "{{<b}}{{$x}}{{>a}}{{/x}}{{/b}}", "b": "{{$x}}{{/x}}"],
    ])
    func `a template that comes back to where it was is refused`(_ sources: [String: String]) {
        let (template, faults) = compile(sources, Self.siteShape)
        #expect(template == nil)
        #expect(Set(faults.map(\.code.id)) == ["SP065"])
    }

    @Test func `two ways down that take turns end`() {
        let sources = [
            "main": "{{#nav}}{{>a}}{{/nav}}", "a": "{{title}}{{#children}}{{>b}}{{/children}}",
            "b": "-{{#children}}{{>a}}{{/children}}",
        ]
        let tree = [Entry(title: "a", children: [Entry(title: "b", children: [Entry(title: "c")])])]
        #expect(render(sources, Self.siteShape, menu(tree)) == "a-c")
    }
}
