public import Content
public import Diagnostics
import Markdown
import Schemas
import Theming

/// Every address outside the site that readers of a board's pages can be sent to.
public struct ExternalLinks: Sendable {
    /// In the order of the files and places in them.
    public let uses: [Use]

    /// An address, and one place that leads to it.
    public struct Use: Sendable, Hashable {
        public let address: String
        public let kind: Kind
        /// The title of the page, or the name of the entry.
        public let name: String
        /// The post that answers for the page, where one is named.
        public let owner: String?
        public let location: Location
    }

    public enum Kind: String, Sendable, CaseIterable {
        case page, contact, source, resource, campaign
        case exit = "way off the site"
    }

    public init(_ board: Board) {
        let all: [[Use]] = [
            [
                Use(
                    address: board.settings.exitURL, kind: .exit, name: "Exit this page", owner: nil,
                    location: .wholeFile(board.settingsPath))
            ],
            board.pages.items.filter { !$0.front.isDraft }.flatMap(Self.uses),
            board.contacts.items.compactMap { contact in
                contact.ways.web.map { Use($0, .contact, contact.name) }
            },
            board.sources.items.compactMap { source in source.link.map { Use($0.address, .source, source.title) } },
            board.resources.items.compactMap { resource in
                if case .web(let url) = resource.place { Use(url, .resource, resource.title) } else { nil }
            },
            board.campaigns.items.compactMap { campaign in campaign.web.map { Use($0, .campaign, campaign.title) } },
        ]
        uses = all.flatMap(\.self).filter { Self.leadsOut($0.address) }.sorted {
            ($0.location, $0.address) < ($1.location, $1.address)
        }
    }

    /// Links of the text, links of the components in it, and the film in British Sign Language.
    private static func uses(of page: Page) -> [Use] {
        func use(_ url: Located<String>) -> Use { Use(url, .page, page.front.title, page.front.owner) }
        let links = page.body.links.map { use(Located($0.destination, at: $0.location)) }
        let inComponents = page.components.flatMap { $0.arguments.flatMap(Self.links) }.map(use)
        guard case .link(let film)? = page.front.bsl?.place else { return links + inComponents }
        return links + inComponents + [use(Located(film, at: .wholeFile(page.shownPath)))]
    }

    private static func links(in argument: Argument) -> [Located<String>] {
        switch argument {
        case .link(let url): [url]
        case .list(let items): items.flatMap { $0.flatMap(links) }
        case .markdown(let text): text.links.map { Located($0.destination, at: $0.location) }
        default: []
        }
    }

    private static func leadsOut(_ address: String) -> Bool {
        let start = address.prefix(8).lowercased()
        return start.hasPrefix("https://") || start.hasPrefix("http://")
    }
}

extension ExternalLinks.Use {
    fileprivate init(_ url: Located<String>, _ kind: ExternalLinks.Kind, _ name: String, _ owner: String? = nil) {
        self.init(address: url.value, kind: kind, name: name, owner: owner, location: url.location)
    }
}
