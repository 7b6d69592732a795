import Schemas

/// A page that shows one registry.
public struct Directory: Sendable {
    public let of: Listing

    public enum Listing: String, Sendable, CaseIterable {
        case agencies, contacts, services, sources, glossary, resources, campaigns
    }

    static let fields: Fields<Directory> = Schemas.fields(
        required("of", .word("registry"), "The registry it shows."),
        as: Directory.init)
}
