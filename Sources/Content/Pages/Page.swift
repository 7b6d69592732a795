public import Markdown
public import Schemas

/// One page as its author wrote it: front matter and text. Nothing here depends on an edition or on other pages.
///
/// A class, although it never changes: a page has forty parts that are counted by reference, and the plan hands pages
/// around. As a value, copying them took a third of the time of drawing 10,000 pages.
public final class Page: Entity {
    public static let entity = EntityKind(noun: "page", home: "the content folder")

    public let id: ID<Page>
    /// Its file, from the content folder: `models/online.md`.
    public let path: String
    /// The same path as the user would type it, for messages.
    public let shownPath: String
    public let front: FrontMatter
    public let kind: PageKind
    /// Of which page in the site's own language it is a translation, where it is one.
    public let translation: PageTranslation?
    public let body: MarkdownDocument
    /// What stands in the component holes of `body`, in their order.
    public let components: [ComponentUse]
    /// The names of the figures that its text takes from the data.
    public let figures: [Located<String>]

    init(
        id: ID<Page>, path: String, shownPath: String, front: FrontMatter, kind: PageKind,
        translation: PageTranslation? = nil, body: MarkdownDocument, components: [ComponentUse],
        figures: [Located<String>] = []
    ) {
        self.id = id
        self.path = path
        self.shownPath = shownPath
        self.front = front
        self.kind = kind
        self.translation = translation
        self.body = body
        self.components = components
        self.figures = figures
    }

    /// The title to use in menus.
    public var navTitle: String { front.navTitle ?? front.title }
}
