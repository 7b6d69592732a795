import Diagnostics
public import Schemas

/// Something to use or pass on: a lesson, a film, a toolkit.
public struct Resource: Entity {
    public static let entity = EntityKind(noun: "resource", home: "data/resources.yaml")

    public let id: ID<Resource>
    public let title: String
    public let summary: String
    public let publisher: String
    public let readers: Readership
    public let place: Place
    public let format: Format
    public let phases: [Phase]
    public let source: ID<Source>?

    public enum Format: String, Sendable, CaseIterable {
        case web, film, lesson, leaflet, toolkit, book
    }

    /// The phases of education it suits.
    public enum Phase: String, Sendable, CaseIterable {
        case primary, secondary, college
    }

    /// Where it is. Some resources are only described.
    public enum Place: Sendable, Hashable {
        case web(Located<String>)
        case page(ID<Page>)
        /// A path below `content/files/`.
        case file(Located<String>)
        case described
    }

    public static let reader: Reader<Resource> = .object(
        "resource", "Something to use or pass on.",
        required("id", .identifier(), "The name other files use for it."),
        required("title", .text, "Its title."),
        required("summary", .text, "What it is good for."),
        required("publisher", .text, "Who made it."),
        required("audience", .readership, "Whom it is for; `trainers` stands alone."),
        place,
        required("format", .word("format"), "What sort of thing it is."),
        list("phases", .word("phase of education"), "The phases of education it suits."),
        optional("source", .reference(), "Its entry in the bibliography."),
        as: Resource.init)

    private static let place: Fields<Place> = fields(
        optional(
            "url", Reader.webAddress.located, "Where it is on the web. Give one of `url`, `page` and `file`, or none."),
        optional("page", .page, "The page of this site that it is."),
        optional("file", Reader.text.located, "The download, as a path below `files/`."),
        as: { url, page, file in [url.map(Place.web), page.map(Place.page), file.map(Place.file)].compactMap(\.self) }
    ).checked { places, location, reading in
        if places.count > 1 {
            reading.report(
                .conflictingKeys, "a resource is in one place: give one of \"url\", \"page\" and \"file\"", at: location
            )
        }
    }.map { $0.first ?? .described }
}
