public import Schemas

/// What one school adds to its copy of the site, and to no other: see docs/schools.md.
public struct SchoolOverlay: Sendable {
    public let school: ID<School>
    /// Pages below `our-school/`, translations included; all of kind `page`.
    public let pages: [Page]
    /// Pictures for these pages, by the paths that they would have in the content folder.
    public let media: [String: MediaFile]
    public let logo: MediaFile?

    /// The folder of a school's own pages, as it stands in the school's copy.
    public static let folder = ID<Page>("our-school")
}
