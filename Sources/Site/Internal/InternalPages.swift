public import Templates

/// Leave to add pages that hold personal data. Only the options of the trainer edition give it.
public struct InternalUse: Sendable {
    fileprivate init() {}
}

extension SiteOptions {
    /// `nil` in every edition that people outside of the training team read.
    public var internalUse: InternalUse? { edition == .trainer ? InternalUse() : nil }
}

/// Pages and files that are made outside of this module, for the trainer edition alone.
///
/// This module has no type for a person. What such a page shows comes as finished values for a layout of its own, from
/// whoever has the records; no other layout is ever given them, and nobody who builds another edition can make this.
public struct InternalPages: Sendable {
    let layouts: [InternalLayout]
    let pages: [InternalPage]
    let files: [SiteFile]

    /// - Parameters:
    ///   - use: Proof that it is the trainer edition.
    ///   - pages: The first is the one that all pages of the edition lead to.
    ///   - files: Downloads; each under the path of a page.
    public init(for use: InternalUse, layouts: [InternalLayout], pages: [InternalPage], files: [SiteFile]) {
        self.layouts = layouts
        self.pages = pages
        self.files = files
    }
}

/// A layout that only internal pages use. It sees `site`, `page`, `t`, and an object of its own.
public struct InternalLayout: Sendable {
    public let name: String
    /// What layouts call the object.
    public let object: String
    public let shape: Shape

    public init(_ name: String, _ object: String, _ shape: Shape) {
        self.name = name
        self.object = object
        self.shape = shape
    }
}

/// A page for the training team.
public struct InternalPage: Sendable {
    /// Where it is, with a slash at the end: `desk/runs/`.
    public let path: String
    public let title: String
    public let summary: String
    /// One of the layouts that are handed over with it.
    public let layout: String
    /// The internal pages above it, the topmost first.
    public let above: [Crumb]
    /// The layout's own object, of the layout's shape.
    let value: @Sendable (InternalScene) -> Value

    /// A page as breadcrumbs name it.
    public struct Crumb: Sendable {
        public let title: String
        public let path: String

        public init(title: String, path: String) {
            self.title = title
            self.path = path
        }
    }

    public init(
        path: String, title: String, summary: String, layout: String, above: [Crumb],
        value: @escaping @Sendable (InternalScene) -> Value
    ) {
        self.path = path
        self.title = title
        self.summary = summary
        self.layout = layout
        self.above = above
        self.value = value
    }
}
