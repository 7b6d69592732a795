/// A finished page as its readers have it: what they see, ring and follow, without how it looks.
public struct ReadablePage: Sendable, Hashable {
    /// What stands on the tab of a browser, without the name of the site, which follows behind a dash.
    public let title: String
    /// Paragraphs, headings, items of lists and cells in their order, then a line for each address outside of the site
    /// that the page leads to.
    public let blocks: [String]
    /// Numbers that can be rung from the page, in digits, with the words of the link: `08001111: Childline`.
    public let telephones: [String: String]
    /// Whether the page is a definition or a glossary (`DefinedTerm`, `DefinedTermSet` of schema.org).
    public let isDefinition: Bool

    init(title: String = "", blocks: [String], telephones: [String: String] = [:], isDefinition: Bool = false) {
        self.title = title
        self.blocks = blocks
        self.telephones = telephones
        self.isDefinition = isDefinition
    }

    /// - Parameter html: A page of a finished site.
    public init(html: [UInt8]) {
        var reader = PageReader()
        for piece in HTMLPieces(html) {
            switch piece {
            case .text(let text): reader.read(text)
            case .tag(let name, let attributes): reader.read(tag: name, attributes)
            }
        }
        reader.endBlock()
        title = reader.title.withoutSiteName
        blocks = reader.blocks + reader.destinations.map { "→ \($0)" }
        telephones = reader.telephones
        isDefinition = Self.names(html, "DefinedTerm")
    }

    private static func names(_ html: [UInt8], _ type: String) -> Bool {
        let mark = Array("\"@type\":\"\(type)".utf8)
        return html.indices.contains { html[$0] == mark[0] && html[$0...].starts(with: mark) }
    }
}

/// Gathers what readers see while the pieces of a page go by.
private struct PageReader {
    private(set) var title = ""
    private(set) var blocks: [String] = []
    private(set) var telephones: [String: String] = [:]
    private(set) var destinations: [String] = []

    private var block = ""
    private var link: (number: String, words: String)?
    private var isInHead = false
    private var isInTitle = false

    mutating func read(_ text: String) {
        if isInTitle { title += text }
        guard !isInHead else { return }
        block += text
        link?.words += text
    }

    mutating func read(tag name: String, _ attributes: [String: String]) {
        switch name {
        case "head": isInHead = true
        case "/head": isInHead = false
        case "title": isInTitle = isInHead
        case "/title": isInTitle = false
        case "a": openLink(attributes["href"] ?? "")
        case "/a": closeLink()
        case "img":
            if let text = attributes["alt"], !text.isEmpty { block += " [picture: \(text)] " }
        case _ where Self.inline.contains(name.first == "/" ? String(name.dropFirst()) : name): break
        default: endBlock()
        }
    }

    mutating func endBlock() {
        let words = block.split(whereSeparator: \.isWhitespace)
        if !words.isEmpty { blocks.append(words.joined(separator: " ")) }
        block = ""
        link?.words += " "
    }

    private mutating func openLink(_ destination: String) {
        if destination.hasPrefix("tel:") {
            link = (String(destination.dropFirst(4)), "")
        } else if ["http:", "https:", "mailto:", "sms:"].contains(where: destination.hasPrefix),
            !destinations.contains(destination)
        {
            destinations.append(destination)
        }
    }

    private mutating func closeLink() {
        guard let (number, words) = link else { return }
        link = nil
        // A link may say the number, the name, or both; a name is worth more.
        let label = words.split(whereSeparator: \.isWhitespace)
            .filter { !$0.allSatisfy { $0.isNumber || "+()-".contains($0) } }.joined(separator: " ")
        if (telephones[number] ?? "").isEmpty { telephones[number] = label }
    }

    private static let inline: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
        "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "svg", "path", "img",
    ]
}

extension String {
    /// `The 2017 definition – Northmere SCP` is "The 2017 definition".
    fileprivate var withoutSiteName: String {
        let words = split(whereSeparator: \.isWhitespace)
        guard let dash = words.lastIndex(of: "–"), dash > 0 else { return words.joined(separator: " ") }
        return words[..<dash].joined(separator: " ")
    }
}
