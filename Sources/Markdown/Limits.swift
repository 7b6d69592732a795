import Diagnostics

extension MarkdownParser {
    /// How much one text may ask for. The defaults are far above what people write; they stop files that were put
    /// there by mistake or by malice from holding up a build.
    public struct Limits: Sendable, Hashable {
        /// Of Markdown. A long report of 150,000 words has 1 MB.
        public var sourceBytes = 1 << 20
        /// Of HTML. One long link definition that is used often makes gigabytes out of kilobytes.
        public var outputBytes = 16 << 20
        /// Lists in quotations in lists, and markup inside them.
        public var nesting = 100
        public var tableColumns = 100
        /// Of one table: 2,000 rows of 100 columns.
        public var tableCells = 200_000

        public init() {}
    }
}

/// A limit that a text passes.
enum Excess: Equatable {
    case source(bytes: Int, limit: Int)
    case output(limit: Int)
    case nesting(limit: Int)
    case columns(Int, limit: Int)
    case cells(limit: Int)
    case marks(String)

    func diagnostic(at location: Location) -> Diagnostic {
        switch self {
        case .source(let bytes, let limit):
            Diagnostic(
                .markdownLimit, "the text has \(bytes) bytes, and at most \(limit) are read", at: location,
                help: "split it into several pages")
        case .output(let limit):
            Diagnostic(
                .markdownLimit, "the text makes more than \(limit) bytes of HTML", at: location,
                help: "split it into several pages, or shorten the link definitions that it repeats")
        case .nesting(let limit):
            Diagnostic(
                .markdownLimit, "lists, quotations or emphasis nest deeper than \(limit) levels", at: location,
                help: "make the text flatter")
        case .columns(let count, let limit):
            Diagnostic(
                .markdownLimit, "the table has \(count) columns, and at most \(limit) are read", at: location,
                help: "split the table")
        case .cells(let limit):
            Diagnostic(
                .markdownLimit, "the table has more than \(limit) cells", at: location,
                help: "split the table, or offer the data as a file to download")
        case .marks(let mark):
            Diagnostic(
                .markdownLimit, "one block holds so many \"\(mark)\" that reading it would take too long", at: location,
                help: "put blank lines between paragraphs, or put the text into a code block")
        }
    }
}
