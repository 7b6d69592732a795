/// The elements that raw HTML may use where a board allows it: they mark up meaning that Markdown has no sign for, and
/// can neither load anything, nor run anything, nor take input, nor cover the page.
///
/// The names are those of the HTML Standard, section 4; `style`, `class`, `id` and every `on…` attribute stay out, as
/// they reach into the theme or run scripts.
public enum HTMLAllowList {
    public struct Element: Sendable, Hashable {
        public let name: String
        /// Why a text may need it.
        public let reason: String
        /// Attributes beside the global ones.
        public let attributes: [String]
        public let kind: Kind

        public enum Kind: Sendable, Hashable {
            /// Stands inside a line of text.
            case phrasing
            /// Stands between blocks only.
            case block
            /// Has no content and no end tag.
            case void
        }

        init(_ name: String, _ kind: Kind, _ attributes: [String] = [], because reason: String) {
            (self.name, self.kind, self.attributes, self.reason) = (name, kind, attributes, reason)
        }
    }

    /// Language and direction of a quotation, and a short explanation.
    public static let globalAttributes = ["dir", "lang", "title"]

    public static let elements: [Element] = [
        Element("abbr", .phrasing, because: "an abbreviation and what it stands for"),
        Element("b", .phrasing, because: "a key word without further weight"),
        Element("bdi", .phrasing, because: "a name in a script of the other direction"),
        Element("bdo", .phrasing, because: "text whose direction must be set by hand"),
        Element("br", .void, because: "a line break inside a table's cell"),
        Element("cite", .phrasing, because: "the title of a work"),
        Element("code", .phrasing, because: "code that holds marks of Markdown"),
        Element("dd", .block, because: "a definition list's explanation"),
        Element("del", .phrasing, ["datetime"], because: "removed text, with its date"),
        Element("details", .block, ["open"], because: "a part that the reader opens"),
        Element("dfn", .phrasing, because: "the place where a term is defined"),
        Element("div", .block, because: "a part in another language"),
        Element("dl", .block, because: "a definition list"),
        Element("dt", .block, because: "a definition list's term"),
        Element("em", .phrasing, because: "stress inside a word, where * does not work"),
        Element("i", .phrasing, because: "a term from another language"),
        Element("ins", .phrasing, ["datetime"], because: "added text, with its date"),
        Element("kbd", .phrasing, because: "keys to press"),
        Element("mark", .phrasing, because: "the part that matters in a quotation"),
        Element("q", .phrasing, because: "a quotation inside a line"),
        Element("s", .phrasing, because: "what no longer holds"),
        Element("samp", .phrasing, because: "what a program shows"),
        Element("small", .phrasing, because: "small print"),
        Element("span", .phrasing, because: "words in another language"),
        Element("strong", .phrasing, because: "importance inside a word, where ** does not work"),
        Element("sub", .phrasing, because: "CO₂ and its like"),
        Element("summary", .block, because: "the line of a part that the reader opens"),
        Element("sup", .phrasing, because: "the th of 5th, squares"),
        Element("time", .phrasing, ["datetime"], because: "a date that machines can read"),
        Element("var", .phrasing, because: "a variable"),
        Element("wbr", .void, because: "where a long word may break"),
    ]

    static let byName = Dictionary(uniqueKeysWithValues: elements.map { ($0.name, $0) })
}
