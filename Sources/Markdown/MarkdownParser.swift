public import Diagnostics

/// Reads GitHub-flavoured Markdown.
///
/// The syntax is that of the GitHub Flavored Markdown Spec 0.29-gfm with tables, task lists, strikethrough, autolinks,
/// footnotes and alerts, as libcmark-gfm reads it. Beside it stand component fences, and rules that a public site
/// needs: see `Options` and the diagnostics SP040 to SP049.
///
/// Parsing is a pure function and may run on any number of threads.
public struct MarkdownParser: Sendable {
    public init() {}

    /// - Parameters:
    ///   - bytes: UTF-8.
    ///   - path: the file, for messages.
    ///   - firstLine: the line of the file on which `bytes` starts, after any front matter.
    /// - Returns: the document, and every fault that was found. Where the text passes a limit or is not UTF-8, the
    ///   document is empty.
    public func parse(
        _ bytes: ArraySlice<UInt8>, path: String, firstLine: Int = 1, options: Options = Options()
    ) -> (document: MarkdownDocument, diagnostics: [Diagnostic]) {
        if let fault = encodingFault(in: bytes, path: path, firstLine: firstLine) {
            return (MarkdownDocument(), [fault])
        }
        var source = SourceLines(Array(bytes), path: path, firstLine: firstLine)
        if let (excess, line) = WorkEstimate(source, options.limits).excess {
            return (MarkdownDocument(), [excess.diagnostic(at: source.location(ofLine: line))])
        }
        return CMark.library.withTree(of: source.bytes, smart: options.smartPunctuation) { root in
            var renderer = Renderer(source: source, options: options)
            renderer.render(root)
            return (renderer.document, renderer.diagnostics)
        }
    }

    private func encodingFault(in bytes: ArraySlice<UInt8>, path: String, firstLine: Int) -> Diagnostic? {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            let before = bytes.prefix(error.byteOffsets.lowerBound)
            let line = firstLine + before.count { $0 == .lineFeed }
            return Diagnostic(
                .notUTF8, "the file is not UTF-8 text",
                at: Location(path: path, start: Position(line: line, column: 1)),
                help: "open it in your editor and save it as UTF-8")
        }
    }
}
