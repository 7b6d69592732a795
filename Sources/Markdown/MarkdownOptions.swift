extension MarkdownParser {
    /// What may differ between boards and languages.
    public struct Options: Sendable, Hashable {
        public var rawHTML: RawHTML
        /// The level of the highest headings a text may use. The page's title is its only `h1`, so a body starts at 2.
        public var topHeadingLevel: Int
        /// Turns straight quotes into curly ones, `--` into –, `---` into —, `...` into …; never in code. The quotes
        /// are those of English and Welsh.
        public var smartPunctuation: Bool
        public var wording: Wording
        public var limits: Limits
        /// Whether the document keeps its text without markup beside its HTML.
        public var keepsText: Bool

        public init(
            rawHTML: RawHTML = .off, topHeadingLevel: Int = 2, smartPunctuation: Bool = true,
            wording: Wording = Wording(), limits: Limits = Limits(), keepsText: Bool = false
        ) {
            self.rawHTML = rawHTML
            self.topHeadingLevel = topHeadingLevel
            self.smartPunctuation = smartPunctuation
            self.wording = wording
            self.limits = limits
            self.keepsText = keepsText
        }
    }

    /// What happens to HTML tags in the text. Comments are dropped in either case.
    public enum RawHTML: Sendable, Hashable {
        /// Every tag is an error.
        case off
        /// The harmless elements of `HTMLAllowList` pass, every other tag is an error.
        case filtered
    }

    /// The words that the HTML itself needs, in the language of the page.
    public struct Wording: Sendable, Hashable {
        public var note = "Note"
        public var tip = "Tip"
        public var important = "Important"
        public var warning = "Warning"
        public var caution = "Caution"
        /// Names the section of footnotes.
        public var footnotes = "Footnotes"
        /// Stands before the number where the text refers to a footnote.
        public var footnote = "Footnote"
        /// Names the link from a footnote back to the text.
        public var backToText = "Back to the text"
        /// Stands before the number in the name of a wide table.
        public var table = "Table"
        /// Names a tick box that has no text of its own.
        public var task = "Task"

        public init() {}
    }
}
