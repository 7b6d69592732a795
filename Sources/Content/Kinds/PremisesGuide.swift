public import Schemas

/// "Say something if you see something" guidance for one sector.
public struct PremisesGuide: Sendable {
    public let sector: Sector
    public let signs: [String]
    public let say: [String]
    public let call: [ID<Contact>]
    public let poster: Poster

    public enum Sector: String, Sendable, CaseIterable {
        case hotels, taxis, pubs, takeaways
    }

    public struct Poster: Sendable {
        public let headline: String
        public let lines: [String]
    }

    static let fields: Fields<PremisesGuide> = Schemas.fields(
        required("sector", .word("sector"), "The sort of premises."),
        required("signs", .nonEmptyList(of: .text), "What staff may notice."),
        required("say", .nonEmptyList(of: .text), "What to say and do."),
        required("call", .nonEmptyList(of: .reference()), "Who to call, in order."),
        required("poster", poster, "The poster for the staff room."),
        as: PremisesGuide.init)

    private static let poster: Reader<Poster> = .object(
        "poster", "A poster that prints on one page.",
        required("headline", .text, "Its headline."),
        required("lines", .nonEmptyList(of: .text), "Its lines; few and short."),
        as: Poster.init)
}
