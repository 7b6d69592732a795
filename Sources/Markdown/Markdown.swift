// The room for Markdown.
