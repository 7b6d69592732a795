import Content
import Schemas
import Templates

extension Views {
    static let agency = View<Seen<Agency>>(
        "agency",
        [
            .text("id", "Its id, for anchors.") { $0.id.text },
            .text("name", "Its name.") { $0.name },
            .text("kind", "What sort of organisation it is.") { $0.scene.words.word("agency", $0.sector) },
            .optionalText("url", "Its website.") { $0.url },
            .optionalText("reports", "How it reports to the board.") { $0.reports },
        ])

    static let service = View<Seen<Service>>(
        "service",
        [
            .text("id", "Its id, for anchors.") { $0.id.text },
            .text("name", "Its name.") { $0.name },
            .text("provider", "The agency that provides it.") { $0.scene.plan.board.agencies[$0.provider].name },
            .text("for", "Whom it is for.") { $0.forWhom },
            .text("offers", "What it does.") { $0.offers },
            .text("area", "Where it works.") { $0.area },
            .optionalText("sector", "Whether it is statutory or voluntary.") { it in
                it.sector.map { it.scene.words.word("service", $0) }
            },
            .list("contacts", "How to reach it.", contact) { $0.scene.contacts($0.contacts) },
        ])

    static let term = View<Seen<GlossaryEntry>>(
        "glossary entry",
        [
            .text("id", "Its id, for anchors.") { $0.id.text },
            .text("term", "The word.") { $0.term },
            .text("meaning", "What it means.") { $0.meaning },
            .texts("also", "Other spellings of it.") { $0.also },
            .optionalText("url", "Its place in the glossary, where the site has one.") {
                $0.scene.directoryURL(.glossary, entry: $0.id.text)
            },
        ])

    /// Entries that start with one letter.
    struct Letter<Entry: Sendable>: Sendable {
        let letter: String
        let entries: [Entry]

        /// Sorts entries by their names, without regard to capitals, and groups them by their first letters.
        static func groups(_ entries: [Entry], by name: (Entry) -> String) -> [Letter] {
            let sorted = entries.map { (name($0).lowercased(), $0) }.sorted { $0.0 < $1.0 }
            // Entries are appended where they are: a copy of the group for each took a quarter of a large build.
            return sorted.reduce(into: [(letter: String, entries: [Entry])]()) { groups, pair in
                let letter = pair.0.first.map { $0.isLetter ? $0.uppercased() : "0-9" } ?? "0-9"
                if groups.last?.letter != letter { groups.append((letter, [])) }
                groups[groups.count - 1].entries.append(pair.1)
            }.map { Letter(letter: $0.letter, entries: $0.entries) }
        }
    }

    static let glossaryLetter = View<Seen<Letter<GlossaryEntry>>>(
        "letter of the glossary",
        [
            .text("letter", "The letter.") { $0.letter },
            .list("entries", "Its words.", term) { $0.scene.seen($0.entries) },
        ])

    static let directory = View<Seen<Directory>>(
        "directory",
        [
            .list("agencies", "The agencies, where the page shows them.", agency) { $0.entries(.agencies, \.agencies) },
            .list("contacts", "The contacts, where the page shows them.", contact) {
                $0.entries(.contacts, \.contacts)
            },
            .list("services", "The services, where the page shows them.", service) {
                $0.entries(.services, \.services)
            },
            .list("sources", "The bibliography, where the page shows it.", source) { $0.entries(.sources, \.sources) },
            .list("letters", "The glossary by letters, where the page shows it.", glossaryLetter) { it in
                guard it.of == .glossary else { return [] }
                return it.scene.seen(Letter.groups(it.scene.plan.board.glossary.items) { $0.term })
            },
            .list("resources", "The resources, where the page shows them.", resource) {
                $0.of == .resources ? $0.scene.seen($0.scene.plan.resources.items) : []
            },
            .list("campaigns", "The campaigns, where the page shows them.", campaign) {
                $0.entries(.campaigns, \.campaigns)
            },
        ])

    static let indexLetter = View<Seen<Letter<PlannedPage>>>(
        "letter of the index",
        [
            .text("letter", "The letter.") { $0.letter },
            .list("pages", "Its pages.", link) { it in it.scene.seen(it.entries.map(it.scene.link(to:))) },
        ])

    /// All pages from A to Z.
    struct Index: Sendable {}

    static let index = View<Seen<Index>>(
        "index",
        [
            .list("letters", "The letters with their pages.", indexLetter) { it in
                it.scene.seen(Letter.groups(it.scene.plan.pages.map(PlannedPage.init)) { $0.navTitle })
            }
        ])

    static let audience = View<Seen<Audience>>(
        "audience",
        [
            .text("title", "The audience.") { $0.scene.words[audience: $0.model] },
            .list("pages", "Its pages.", link) { it in
                it.scene.seen(it.scene.plan.pages(for: it.model).map(it.scene.link(to:)))
            },
        ])
}

extension Seen<Directory> {
    /// The entries of a registry, where this page is the one that shows it.
    fileprivate func entries<Item>(
        _ listing: Directory.Listing, _ registry: KeyPath<Board, Registry<Item>>
    ) -> [Seen<Item>] {
        model.of == listing ? scene.seen(scene.plan.board[keyPath: registry].items) : []
    }
}
