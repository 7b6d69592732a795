public import Markdown

extension Strings {
    /// The words that the HTML of a text needs, such as the title of a warning; English where the theme has none.
    public var markdownWording: MarkdownParser.Wording {
        var wording = MarkdownParser.Wording()
        wording.note = text("note", wording.note)
        wording.tip = text("tip", wording.tip)
        wording.important = text("important", wording.important)
        wording.warning = text("warning", wording.warning)
        wording.caution = text("caution", wording.caution)
        wording.footnotes = text("footnotes", wording.footnotes)
        wording.footnote = text("footnote", wording.footnote)
        wording.backToText = text("back_to_text", wording.backToText)
        wording.table = text("table", wording.table)
        wording.task = text("task", wording.task)
        return wording
    }

    private func text(_ key: String, _ fallback: String) -> String { has(key) ? self[key] : fallback }
}
