/// What changes for readers from one release of a site to the next, most harmful first: a wrong telephone number sends a
/// frightened reader to a stranger, and a definition is what professionals act on.
public struct ReleaseChanges: Sendable {
    public let telephones: [TelephoneChange]
    /// Changed texts of definitions and glossaries, wherever else they stand.
    public let definitions: [TextChange]
    public let addedPages: [PageName]
    public let removedPages: [PageName]
    /// All other changed texts.
    public let texts: [TextChange]
    /// Pages whose bytes changed and whose text did not.
    public let otherwiseChangedPages: [PageName]
    /// Everything that is no page, by path.
    public let addedFiles: [String]
    public let removedFiles: [String]
    public let changedFiles: [String]

    public struct PageName: Sendable, Hashable {
        /// Such as `/parents/listen/`.
        public let address: String
        public let title: String
    }

    public init(from old: Release, to new: Release) {
        let common = Set(old.pages.keys).intersection(new.pages.keys)
        telephones = TelephoneChange.all(from: old, to: new, common)
        let changed = common.filter { old.pages[$0]?.digest != new.pages[$0]?.digest }.sorted()
        let pairs = changed.compactMap { address -> PagePair? in
            guard let before = old.pages[address]?.page, let after = new.pages[address]?.page else { return nil }
            return PagePair(name: PageName(address: address, title: after.title), before: before, after: after)
        }
        let changes = TextChange.all(pairs)
        let defining = Set(pairs.filter(\.isDefinition).map(\.name))
        // What most pages of the site share, such as the numbers at their top, is no definition.
        func isDefinition(_ change: TextChange) -> Bool {
            2 * change.pages.count <= max(common.count, 2) && !defining.isDisjoint(with: change.pages)
        }
        definitions = changes.filter(isDefinition)
        texts = changes.filter { !isDefinition($0) }
        let told = Set((definitions + texts).flatMap(\.pages).map(\.address))
        otherwiseChangedPages = changed.filter { !told.contains($0) }.map { new.name(of: $0) }
        addedPages = new.pages.keys.filter { old.pages[$0] == nil }.sorted().map(new.name)
        removedPages = old.pages.keys.filter { new.pages[$0] == nil }.sorted().map(old.name)
        addedFiles = new.files.keys.filter { old.files[$0] == nil }.sorted()
        removedFiles = old.files.keys.filter { new.files[$0] == nil }.sorted()
        changedFiles = new.files.keys.filter { path in
            old.files[path].map { $0.digest != new.files[path]?.digest } == true
        }.sorted()
    }

    /// Whether every file of the two is the same.
    public var isEmpty: Bool {
        isEmptyForReaders && otherwiseChangedPages.isEmpty && addedFiles.isEmpty && removedFiles.isEmpty
            && changedFiles.isEmpty
    }

    /// Whether no reader sees a difference in a page's text.
    public var isEmptyForReaders: Bool {
        telephones.isEmpty && definitions.isEmpty && addedPages.isEmpty && removedPages.isEmpty && texts.isEmpty
    }
}

extension Release {
    fileprivate func name(of address: String) -> ReleaseChanges.PageName {
        ReleaseChanges.PageName(address: address, title: pages[address]?.page?.title ?? "")
    }
}

/// One page in both releases.
struct PagePair {
    let name: ReleaseChanges.PageName
    let before: ReadablePage
    let after: ReadablePage

    var isDefinition: Bool { before.isDefinition || after.isDefinition }
}
