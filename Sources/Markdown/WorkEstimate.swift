/// A look at the bytes before they are parsed that bounds what the parse may cost.
struct WorkEstimate {
    private(set) var excess: (Excess, line: Int)?

    init(_ source: SourceLines, _ limits: MarkdownParser.Limits) {
        guard source.bytes.count <= limits.sourceBytes else {
            excess = (.source(bytes: source.bytes.count, limit: limits.sourceBytes), 1)
            return
        }
    }
}
