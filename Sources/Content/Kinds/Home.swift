public import Schemas

/// The front page, with the ways in for each group of readers.
public struct Home: Sendable {
    public let doors: [Door]

    public struct Door: Sendable {
        public let title: String
        public let summary: String
        public let to: ID<Page>
    }

    static let fields: Fields<Home> = Schemas.fields(
        required("doors", .nonEmptyList(of: door), "The ways in: one for each group of readers."),
        as: Home.init)

    private static let door: Reader<Door> = .object(
        "door", "A way into the site for one group of readers.",
        required("title", .text, "What such a reader would say: I am worried about a child."),
        required("summary", .text, "What is behind the door."),
        required("to", .page, "The page it leads to."),
        as: Door.init)
}
