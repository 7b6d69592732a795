import CivilTime
import Content
import Languages
import Schemas
import Templates

/// Views of small things that many pages show.
enum Views {
    static let date = View<Seen<CivilDate>>(
        "date",
        [
            .text("iso", "The date for machines: 2026-11-21.") { $0.model.description },
            .text("text", "The date for people: 21 November 2026.") { $0.scene.words.date($0.model) },
        ])

    static let link = View<Seen<PageLink>>(
        "link",
        [
            .text("title", "The page's title, or its shorter title for menus.") { $0.model.title },
            .text("url", "Its address.") { $0.model.url },
            .optionalText("lang", "Its language, where that is not the page's.") { $0.model.language },
            .text("summary", "Its summary.") { $0.model.summary },
            .object("date", "The date of news.", date) { link in link.model.date.map(link.scene.seen) },
        ])

    /// A way to reach somebody, with the address that a tap opens.
    struct Way: Sendable {
        let text: String
        let url: String

        /// RFC 3966: digits, and a plus in front.
        static func phone(_ number: String, scheme: String = "tel") -> Way {
            Way(text: number, url: scheme + ":" + number.filter { $0 != " " })
        }

        /// The address without `https://` and a slash at the end, as people say it.
        static func web(_ url: String) -> Way {
            var text = Substring(url)
            for scheme in ["https://", "http://", "www."] where text.hasPrefix(scheme) {
                text = text.dropFirst(scheme.count)
            }
            return Way(text: String(text.hasSuffix("/") ? text.dropLast() : text), url: url)
        }
    }

    static let way = View<Way>(
        "way to reach somebody",
        [
            .text("text", "The number or address for people.") { $0.text },
            .text("url", "The address that a tap opens.") { $0.url },
        ])

    static let contactKind = View<Contact.Kind>(
        "kind of contact",
        Contact.Kind.allCases.map { kind in .flag(kind.rawValue, "Whether it is \(kind.rawValue).") { $0 == kind } })

    static let contact = View<Seen<Contact>>(
        "contact",
        [
            .text("id", "Its id, for anchors.") { $0.id.text },
            .text("name", "Its name.") { $0.words?.name ?? $0.name },
            .optionalText("lang", "The language of its words, where that is not the page's.") { it in
                it.isInPageLanguage ? nil : it.scene.plan.board.settings.languages.own.tag
            },
            .object("kind", "What sort of help it is.", contactKind) { $0.kind },
            .text("summary", "When to use it.") { $0.words?.summary ?? $0.summary },
            .object("phone", "Its telephone number.", way) { $0.ways.phone.map { .phone($0) } },
            .object("text_number", "Its number for text messages.", way) {
                $0.ways.textNumber.map { .phone($0, scheme: "sms") }
            },
            .object("email", "Its e-mail address.", way) { $0.ways.email.map { Way(text: $0, url: "mailto:" + $0) } },
            .object("web", "Its web page.", way) { $0.ways.url.map { .web($0) } },
            .optionalText("hours", "When it answers.") { $0.words?.hours ?? $0.hours },
            .optionalText("relay", "How to reach it with a hearing or speech impairment.") {
                $0.words?.relay ?? $0.relay
            },
            .object("verified", "When somebody last checked the entry.", date) { $0.scene.seen($0.verifiedOn) },
        ])

    static let source = View<Seen<Source>>(
        "source",
        [
            .text("id", "Its id, for anchors.") { $0.id.text },
            .text("title", "Its title.") { $0.title },
            .text("publisher", "Who published it.") { $0.publisher },
            .text("year", "The year of publication.") { String($0.year) },
            .optionalText("url", "Where it can be read.") { $0.link?.url },
            .object("accessed", "When somebody last looked there.", date) { source in
                source.link.map { source.scene.seen($0.accessed) }
            },
            .optionalText("note", "What a reader should know about it.") { $0.note },
        ])

    static let resource = View<Seen<Resource>>(
        "resource",
        [
            .text("id", "Its id, for anchors.") { $0.id.text },
            .text("title", "Its title.") { $0.title },
            .text("summary", "What it is good for.") { $0.summary },
            .text("publisher", "Who made it.") { $0.publisher },
            .text("format", "What sort of thing it is.") { $0.scene.words.word("resource", $0.format) },
            .optionalText("url", "Where it is; absent where it is only described.") { $0.url },
            .texts("phases", "The phases of education it suits.") { resource in
                resource.phases.map { resource.scene.words.word("phase", $0) }
            },
            .texts("audiences", "Whom it is for.") { resource in
                resource.readers.audiences.map { resource.scene.words[audience: $0] }
            },
        ])
}

extension Seen<Resource> {
    fileprivate var url: String? {
        switch model.place {
        case .web(let url): url.value
        case .page(let id): scene.link(to: id)?.url
        case .file(let path): scene.links.url(toFile: "files/" + path.value)
        case .described: nil
        }
    }
}
