public import CivilTime
public import Content
public import Diagnostics
import Schemas

/// Everything of a board that somebody has to look at again, and by when.
public struct ReviewCalendar: Sendable {
    /// The next one due stands first.
    public let items: [Item]
    public let today: CivilDate
    let noticeDays: Int

    public struct Item: Sendable, Hashable {
        public let kind: Kind
        /// Its title, for people.
        public let name: String
        /// Its id, unique among those of its kind.
        public let id: String
        /// The post that answers for it, where one is named.
        public let owner: String?
        public let due: CivilDate
        /// Where the date stands that it follows from.
        public let location: Location
    }

    public enum Kind: String, Sendable, CaseIterable {
        case page, contact, source, strategy
    }

    /// How urgent an item is.
    public enum State: String, Sendable {
        case overdue
        case soon = "due soon"
        case later
    }

    /// - Parameter today: An item is overdue from the day after its date on.
    public init(_ board: Board, today: CivilDate) {
        let rules = board.settings.reviews
        let pages = board.pages.items.filter { $0.isKept(on: today) }
        let all: [[Item]] = [
            pages.compactMap(Item.init(page:)), pages.compactMap(Item.init(strategy:)),
            board.contacts.items.map { Item($0, rules) }, board.sources.items.compactMap { Item($0, rules) },
        ]
        items = all.flatMap(\.self).sorted { ($0.due, $0.kind.rawValue, $0.id) < ($1.due, $1.kind.rawValue, $1.id) }
        self.today = today
        noticeDays = rules.noticeDays
    }

    public func state(of item: Item) -> State {
        if item.due < today { return .overdue }
        return item.due <= today.adding(days: noticeDays) ? .soon : .later
    }
}

extension Page {
    /// Whether somebody must keep it right: translations go with their originals, what has expired is gone, and what
    /// was replaced stays as it was.
    func isKept(on day: CivilDate) -> Bool {
        translation == nil && !front.isDraft && front.succession.replacedBy == nil
            && front.expiresOn.map { day < $0 } ?? true
    }
}

extension ReviewCalendar.Item {
    fileprivate init?(page: Page) {
        guard let review = page.front.review else { return nil }
        self.init(
            kind: .page, name: page.front.title, id: page.id.text, owner: page.front.owner, due: review.value,
            location: review.location)
    }

    fileprivate init?(strategy page: Page) {
        guard case .strategy(let strategy) = page.kind, strategy.document.status != .superseded else { return nil }
        self.init(
            kind: .strategy, name: page.front.title, id: page.id.text, owner: page.front.owner,
            due: strategy.period.to, location: .wholeFile(page.shownPath))
    }

    fileprivate init(_ contact: Contact, _ rules: Reviews) {
        self.init(
            kind: .contact, name: contact.name, id: contact.id.text, owner: nil,
            due: contact.verifiedOn.adding(days: rules.contactDays), location: contact.verified.location)
    }

    fileprivate init?(_ source: Source, _ rules: Reviews) {
        guard let link = source.link else { return nil }
        self.init(
            kind: .source, name: source.title, id: source.id.text, owner: nil,
            due: link.accessed.adding(days: rules.sourceDays), location: link.looked.location)
    }
}
