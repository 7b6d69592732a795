public import Languages
public import Schemas

/// That a page is another one in another language.
public struct PageTranslation: Sendable, Hashable {
    public let language: Language
    /// The page in the site's own language.
    public let original: ID<Page>
    /// Whether the original's text has changed since it was translated.
    public let isStale: Bool
}

extension Page {
    /// Which page it is, whatever its language: the id of the original.
    public var subject: ID<Page> { translation?.original ?? id }
}
