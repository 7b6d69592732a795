import CivilTime
import Content
import JSONText
import Languages
import Markdown
import Schemas

/// The board's news for feed readers: Atom (RFC 4287) and JSON Feed 1.1.
struct Feeds {
    let plan: Plan

    /// How many of the newest items a feed holds.
    private static let longest = 30

    func files() -> [SiteFile] {
        guard plan.hasFeed else { return [] }
        return [
            SiteFile(path: "feed.xml", bytes: atom()), SiteFile(path: "feed.json", bytes: Array(json().utf8)),
        ]
    }

    private struct Item {
        let page: Page
        let date: CivilDate
        let url: String
    }

    private var items: [Item] {
        let all = plan.pages(of: .news).compactMap { page -> Item? in
            guard case .news(let news) = page.kind else { return nil }
            return Item(page: page, date: news.date, url: plan.base.url(of: Route(page.id)))
        }
        return Array(all.sorted { ($1.date, $0.page.id) < ($0.date, $1.page.id) }.prefix(Self.longest))
    }

    private var board: BoardSettings.Identity { plan.board.settings.board }

    private func atom() -> [UInt8] {
        var xml = XMLWriter()
        xml.open("feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", plan.language.tag)])
        xml.text("title", board.name)
        xml.text("id", plan.base.url)
        xml.empty("link", [("href", plan.base.url)])
        xml.empty("link", [("rel", "self"), ("href", plan.base.url + "feed.xml")])
        xml.text("updated", Self.moment(items.map(\.date).max() ?? plan.today))
        xml.open("author")
        xml.text("name", board.name)
        xml.close("author")
        for item in items {
            xml.open("entry")
            xml.text("title", item.page.front.title)
            xml.text("id", item.url)
            xml.empty("link", [("href", item.url)])
            xml.text("updated", Self.moment(item.date))
            xml.text("summary", item.page.front.summary)
            xml.close("entry")
        }
        xml.close("feed")
        return xml.bytes
    }

    private func json() -> String {
        let entries = items.map { item -> JSONValue in
            [
                "id": .string(item.url), "url": .string(item.url), "title": .string(item.page.front.title),
                "summary": .string(item.page.front.summary), "content_text": .string(item.page.front.summary),
                "date_published": .string(Self.moment(item.date)),
            ]
        }
        let feed: JSONValue = [
            "version": "https://jsonfeed.org/version/1.1", "title": .string(board.name),
            "home_page_url": .string(plan.base.url), "feed_url": .string(plan.base.url + "feed.json"),
            "language": .string(plan.language.tag), "authors": [["name": .string(board.name)]],
            "items": .array(entries),
        ]
        return feed.text(indented: true)
    }

    /// RFC 3339. News has a day and no hour.
    private static func moment(_ date: CivilDate) -> String { "\(date)T00:00:00Z" }
}

/// Writes XML, escaped.
struct XMLWriter {
    private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)

    mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
        tag(name, attributes, end: ">\n")
    }

    mutating func empty(_ name: String, _ attributes: [(String, String)]) {
        tag(name, attributes, end: "/>\n")
    }

    mutating func close(_ name: String) { bytes += "</\(name)>\n".utf8 }

    mutating func text(_ name: String, _ text: String) {
        bytes += "<\(name)>".utf8
        HTMLEscape.append(text.utf8, to: &bytes)
        bytes += "</\(name)>\n".utf8
    }

    private mutating func tag(_ name: String, _ attributes: [(String, String)], end: String) {
        bytes += "<\(name)".utf8
        for (key, value) in attributes {
            bytes += " \(key)=\"".utf8
            HTMLEscape.append(value.utf8, to: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes += end.utf8
    }
}
