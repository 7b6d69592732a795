public import Markdown
public import Schemas

/// One page as its author wrote it: front matter and text. Nothing here depends on an edition or on other pages.
public struct Page: Entity {
    public static let entity = EntityKind(noun: "page", home: "the content folder")

    public let id: ID<Page>
    /// Its file, from the content folder: `models/online.md`.
    public let path: String
    /// The same path as the user would type it, for messages.
    public let shownPath: String
    public let front: FrontMatter
    public let kind: PageKind
    public let body: MarkdownDocument
    /// What stands in the component holes of `body`, in their order.
    public let components: [ComponentUse]

    /// The title to use in menus.
    public var navTitle: String { front.navTitle ?? front.title }
}
