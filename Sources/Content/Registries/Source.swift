public import CivilTime
import Diagnostics
public import Schemas

/// An entry of the bibliography.
public struct Source: Entity {
    public static let entity = EntityKind(noun: "source", home: "data/sources.yaml")

    public let id: ID<Source>
    public let title: String
    public let publisher: String
    public let year: Int
    public let link: Link?
    public let note: String?

    /// Where it can be read, and when somebody last looked.
    public struct Link: Sendable, Hashable {
        public var url: String { address.value }
        public let address: Located<String>
        public var accessed: CivilDate { looked.value }
        /// When somebody last looked, and where that stands.
        public let looked: Located<CivilDate>
    }

    public static let reader: Reader<Source> = .object(
        "source", "An entry of the bibliography.",
        required("id", .identifier(), "The name other files use for it."),
        required("title", .text, "Its title."),
        required("publisher", .text, "The organisation that published it."),
        required("year", .integer(1900...2100), "The year of publication."),
        link,
        optional("note", .text, "What a reader should know about it."),
        as: Source.init)

    private static let link: Fields<Link?> = fields(
        optional("url", Reader.webAddress.located, "Where it can be read."),
        optional("accessed", Reader.date.located, "The day on which somebody last looked there; needed with `url`."),
        as: { url, accessed in (url: url, accessed: accessed) }
    ).checked { given, location, reading in
        if (given.url == nil) != (given.accessed == nil) {
            reading.report(
                .missingKey, "\"url\" and \"accessed\" belong together, and one of them is missing", at: location,
                help: "give the address and the day on which somebody last looked there")
        }
    }.map { given in
        guard let url = given.url, let accessed = given.accessed else { return nil }
        return Link(address: url, looked: accessed)
    }
}
