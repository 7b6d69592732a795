import Diagnostics

/// Builds the tree from the tokens, and takes away the lines that hold nothing but a tag.
///
/// The rules for such "standalone" lines are those of the Mustache specification. For parents and blocks, whose
/// opening and closing tags may share a line, they are those of its `~inheritance` part.
struct Parser {
    private let source: TemplateSource
    private let lines: TokenLines
    private var open: [Frame] = []
    /// The unfinished lists of nodes: the template's, and one for each open section.
    private var levels: [[Node]] = [[]]
    private var faults: [Diagnostic]
    /// How deep sections may be nested: far more than a page needs, and little enough for any stack.
    private static let deepest = 64
    /// Tokens before this one are done with.
    private var next = 0

    /// A section, parent or block whose end has not come yet.
    private struct Frame {
        let tag: Tag
        let index: Int
        let bodyBeginsInline: Bool
    }

    static func parse(_ source: TemplateSource) -> ParsedSource {
        var tokenizer = Tokenizer(source)
        tokenizer.run()
        var parser = Parser(source, tokenizer)
        parser.run()
        return ParsedSource(source: source, nodes: parser.levels.last ?? [], faults: parser.faults)
    }

    private init(_ source: TemplateSource, _ tokenizer: Tokenizer) {
        self.source = source
        lines = TokenLines(tokens: tokenizer.tokens, bytes: source.bytes)
        faults = tokenizer.faults
    }

    private mutating func run() {
        while next < lines.tokens.count {
            let index = next
            next += 1
            switch lines.tokens[index] {
            case .text(let range): append(.text(range, startsLine: lines.startsLine(index)))
            case .tag(let tag): read(tag, at: index)
            }
        }
        while let frame = open.last {
            faults.append(Fault.unclosedSection(frame.tag))
            close(frame, at: lines.tokens.count)
        }
    }

    private mutating func read(_ tag: Tag, at index: Int) {
        switch tag.kind {
        case .variable, .unescaped:
            markLineStart(index)
            append(.variable(tag.name, unescaped: tag.kind == .unescaped))
        case .comment, .delimiters: _ = takeLine(index)
        case .partial:
            let indentation = takeLine(index)
            append(.inclusion(Inclusion(name: tag.name, indentation: indentation, overrides: [])))
        case .section, .inverted: enter(tag, index, ownLine: takeLine(index) != nil)
        case .parent: enter(tag, index, ownLine: false)
        case .block: enterBlock(tag, index)
        case .close: readClose(tag, at: index)
        }
    }

    private mutating func enter(_ tag: Tag, _ index: Int, ownLine: Bool) {
        guard open.count < Self.deepest else {
            faults.append(Fault.tooDeep(tag, limit: Self.deepest))
            next = lines.tokens.count
            return
        }
        open.append(Frame(tag: tag, index: index, bodyBeginsInline: !ownLine))
        levels.append([])
    }

    /// A block outside a parent keeps its place on the line; one inside a parent only supplies its body.
    private mutating func enterBlock(_ tag: Tag, _ index: Int) {
        let ownLine: Bool
        if open.last?.tag.kind == .parent {
            ownLine = lines.isBlankAfter(index)
            if ownLine { next = lines.afterLine(index) }
        } else {
            ownLine = takeLine(index) != nil
        }
        enter(tag, index, ownLine: ownLine)
    }
}

// MARK: Closing

extension Parser {
    private mutating func readClose(_ tag: Tag, at index: Int) {
        guard let innermost = open.last else {
            _ = takeLine(index)
            return faults.append(Fault.strayClose(tag, open: nil))
        }
        guard let match = open.lastIndex(where: { $0.tag.name.text == tag.name.text }) else {
            _ = takeLine(index)
            faults.append(Fault.strayClose(tag, open: innermost.tag))
            // A near miss is the end that was meant; reading on without it would report the section a second time.
            let isSlip = Spelling.nearest(tag.name.text, in: [innermost.tag.name.text]) != nil
            return isSlip ? close(innermost, at: index) : ()
        }
        while open.count > match + 1, let inner = open.last {
            faults.append(Fault.unclosedSection(inner.tag))
            close(inner, at: index)
        }
        close(open[match], at: index)
    }

    private mutating func close(_ frame: Frame, at index: Int) {
        open.removeLast()
        let isOverride = frame.tag.kind == .block && open.last?.tag.kind == .parent
        switch frame.tag.kind {
        case .parent: closeParent(frame, at: index)
        case .block:
            if isOverride { dropClosingIndentation(index) } else { _ = takeLine(index) }
            let body = levels.removeLast()
            if frame.bodyBeginsInline { markLineStart(frame.index) }
            append(.block(block(frame, body, isOverride: isOverride)))
        default:
            _ = takeLine(index)
            let body = levels.removeLast()
            if frame.bodyBeginsInline { markLineStart(frame.index) }
            append(.section(Section(name: frame.tag.name, isInverted: frame.tag.kind == .inverted, body: body)))
        }
    }

    private func block(_ frame: Frame, _ body: [Node], isOverride: Bool) -> Block {
        let before = lines.blankBefore(frame.index)
        let placement: Block.Placement =
            if isOverride { .runningText } else {
                switch (before, frame.bodyBeginsInline) {
                case (let indentation?, false): .ownLine(indentation: indentation)
                case (let indentation?, true): .lineStart(indentation: indentation)
                case (nil, _): .runningText
                }
            }
        return Block(
            id: frame.index, name: frame.tag.name, placement: placement, beginsInline: frame.bodyBeginsInline,
            body: body)
    }

    /// Of what stands inside a parent only the blocks count, says the specification.
    private mutating func closeParent(_ frame: Frame, at index: Int) {
        let overrides = levels.removeLast().compactMap { node in if case .block(let block) = node { block } else { nil }
        }
        var indentation: Range<Int>?
        if let before = lines.blankBefore(frame.index), lines.isBlankAfter(index) {
            indentation = before
            dropText(before)
            next = max(next, lines.afterLine(index))
        } else {
            markLineStart(frame.index)
        }
        append(.inclusion(Inclusion(name: frame.tag.name, indentation: indentation, overrides: overrides)))
    }
}

// MARK: Lines

extension Parser {
    private mutating func append(_ node: Node) { levels[levels.count - 1].append(node) }

    /// Where the tag has the line to itself, takes the line away and returns the white space before the tag.
    private mutating func takeLine(_ index: Int) -> Range<Int>? {
        guard index < lines.tokens.count, let before = lines.blankBefore(index), lines.isBlankAfter(index) else {
            return nil
        }
        dropText(before)
        next = lines.afterLine(index)
        return before
    }

    private mutating func dropClosingIndentation(_ index: Int) {
        if let before = lines.blankBefore(index) { dropText(before) }
    }

    private mutating func dropText(_ range: Range<Int>) {
        let level = levels.count - 1
        if !range.isEmpty, case .text(range, _)? = levels[level].last { levels[level].removeLast() }
    }

    /// Marks the start of a line that begins with a tag.
    private mutating func markLineStart(_ index: Int) {
        guard let before = lines.blankBefore(index), before.isEmpty else { return }
        append(.text(before, startsLine: true))
    }
}
