public import Markdown

extension Strings {
    /// The words that the HTML of a text needs, such as the title of a warning; English where the theme has none.
    public var markdownWording: MarkdownParser.Wording {
        var wording = MarkdownParser.Wording()
        for (key, path) in Self.markdownWords where has(key) { wording[keyPath: path] = self[key] }
        return wording
    }

    private static let markdownWords: [(String, WritableKeyPath<MarkdownParser.Wording, String> & Sendable)] = [
        ("note", \.note), ("tip", \.tip), ("important", \.important), ("warning", \.warning), ("caution", \.caution),
        ("footnotes", \.footnotes), ("footnote", \.footnote), ("back_to_text", \.backToText), ("table", \.table),
        ("task", \.task),
    ]
}
