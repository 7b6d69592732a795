/// A look at the bytes before the parse that bounds what the parse may cost.
///
/// cmark is linear on what people write, but some patterns make it quadratic: each of many marks may look at the whole
/// block it stands in. No option of cmark's bounds this. So blocks are guessed from the lines, always too large rather
/// than too small, and each one's marks are multiplied by its bytes. The weights were measured on the worst input of
/// each kind (cmark-gfm 0.29.0.gfm.6); a unit is about a tenth of a nanosecond of a 2020s processor.
struct WorkEstimate {
    /// About a second.
    static let budget = 10_000_000_000
    /// A text of at most this many bytes stays within the budget whatever its marks are, so they are not counted.
    static let harmless = 8192
    /// Bytes that link definitions may grow into where they are used.
    static let amplification = 64 << 20

    /// The first limit that is passed, and the line on which it is.
    private(set) var excess: (Excess, line: Int)?

    private let source: SourceLines
    private let limits: MarkdownParser.Limits
    private var block = Block(firstLine: 1)
    private var work = 0
    private var definition: Definition?
    private var longestDefinition = 0
    private var brackets = 0

    init(_ source: SourceLines, _ limits: MarkdownParser.Limits) {
        self.source = source
        self.limits = limits
        guard source.bytes.count <= limits.sourceBytes else {
            excess = (.source(bytes: source.bytes.count, limit: limits.sourceBytes), 1)
            return
        }
        source.bytes.withUnsafeBufferPointer { bytes in
            for number in 1...source.count where excess == nil {
                add(Line(bytes, source.line(number)), number, bytes)
            }
        }
        if excess == nil { closeBlock(before: source.count) }
        if excess == nil, longestDefinition * brackets > WorkEstimate.amplification {
            excess = (.output(limit: limits.outputBytes), 1)
        }
    }

    private mutating func add(_ line: Line, _ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
        guard !line.isBlank else {
            closeBlock(before: number)
            block = Block(firstLine: number + 1)
            return
        }
        guard line.containers <= limits.nesting else { return excess = (.nesting(limit: limits.nesting), number) }
        if line.startsBlock || block.isRow(line) {
            closeBlock(before: number)
            block.restart(at: number)
        }
        addTableLine(line, number, bytes)
        block.length += line.range.count + 1
        block.previousPipes = line.isPiped ? line.pipes(bytes) : nil
        if bytes.count > WorkEstimate.harmless { block.marks.count(in: bytes, line.range) }
        noteDefinition(line, bytes)
    }

    /// A row of dashes makes cmark read all of the block before it as a possible header.
    private mutating func addTableLine(_ line: Line, _ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
        if let columns = line.delimiterColumns(bytes) {
            guard columns <= limits.tableColumns else {
                return excess = (.columns(columns, limit: limits.tableColumns), number)
            }
            block.columns = max(block.columns, columns)
            block.marks.headerBytes += block.length
            block.isTable =
                block.isTable || block.line == 2 && line.isPiped && line.pipes(bytes) == block.previousPipes
        } else if !line.isPiped {
            block.isTable = false
        }
        block.line += 1
        block.cells += block.columns
        if block.cells > limits.tableCells { excess = (.cells(limit: limits.tableCells), number) }
    }

    /// Anything that may be a link definition, with all its lines.
    private mutating func noteDefinition(_ line: Line, _ bytes: UnsafeBufferPointer<UInt8>) {
        if bytes[line.text] == UInt8(ascii: "[") {
            definition = Definition(length: 0, isCertain: false)
        }
        guard definition != nil else { return }
        definition?.length += line.range.count
        let hasColon = line.range.dropLast().contains {
            bytes[$0] == UInt8(ascii: "]") && bytes[$0 + 1] == UInt8(ascii: ":")
        }
        if hasColon { definition?.isCertain = true }
        if let definition, definition.isCertain { longestDefinition = max(longestDefinition, definition.length) }
    }

    private mutating func closeBlock(before line: Int) {
        definition = nil
        brackets += block.marks.brackets
        work += block.marks.work(over: block.length)
        if work > WorkEstimate.budget { excess = (.marks(block.marks.heaviest), block.firstLine) }
    }
}

extension WorkEstimate {
    private struct Definition {
        var length: Int
        /// Whether `]:` has been seen.
        var isCertain: Bool
    }

    /// Lines that may belong to one block of the document.
    private struct Block {
        var firstLine: Int
        var length = 0
        var marks = Marks()
        /// Counts from 1 the lines since the last blank one.
        var line = 1
        var columns = 0
        var cells = 0
        var previousPipes: Int?
        /// A header row, right after a blank line, and a row of dashes with as many pipes: surely a table.
        var isTable = false

        init(firstLine: Int) { self.firstLine = firstLine }

        /// Cells of a table's rows are blocks of their own.
        func isRow(_ line: Line) -> Bool { isTable && line.isPiped }

        mutating func restart(at line: Int) {
            firstLine = line
            length = 0
            marks = Marks()
        }
    }

    /// Marks that may look at the whole of their block.
    private struct Marks {
        var brackets = 0
        private var emphasis = 0
        private var declarations = 0
        private var addresses = 0
        private var quotes = 0
        /// For each closing bracket, the bytes of the word that it ends: autolinks weigh each against all of them.
        private var closers = 0
        var headerBytes = 0

        mutating func count(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
            var (wordStart, closersInWord) = (range.lowerBound, 0)
            for i in range {
                switch bytes[i] {
                case UInt8(ascii: "["): brackets += 1
                case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): emphasis += 1
                case UInt8(ascii: "<"):
                    if i + 1 < range.upperBound, bytes[i + 1] == UInt8(ascii: "?") || bytes[i + 1] == UInt8(ascii: "!")
                    {
                        declarations += 1
                    }
                case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "@"): addresses += isAddress(bytes, i) ? 1 : 0
                case UInt8(ascii: ")"): closersInWord += 1
                case UInt8(ascii: "'"), UInt8(ascii: "\""): quotes += 1
                case UInt8(ascii: " "), UInt8(ascii: "\t"):
                    closers += closersInWord * (i - wordStart)
                    (wordStart, closersInWord) = (i + 1, 0)
                default: continue
                }
            }
            closers += closersInWord * (range.upperBound - wordStart)
        }

        /// Whether a `www.`, a `://` or an `@` ends here.
        private func isAddress(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
            switch bytes[i] {
            case UInt8(ascii: "."): i > 0 && bytes[i - 1] | 0x20 == UInt8(ascii: "w")
            case UInt8(ascii: ":"): i + 1 < bytes.count && bytes[i + 1] == UInt8(ascii: "/")
            default: true
            }
        }

        private func weights(over length: Int) -> [(mark: String, work: Int)] {
            [
                ("[", 3 * brackets * length), ("*", emphasis * length), ("<!", 4 * declarations * length),
                ("www.", 16 * addresses * length), ("\"", 10 * quotes * length), (")", 3 * closers),
                ("|-|", 1600 * headerBytes),
            ]
        }

        func work(over length: Int) -> Int {
            isEmpty ? 0 : weights(over: length).reduce(0) { $0 + $1.work }
        }

        /// As in nearly every block, for those of a harmless text are not counted.
        private var isEmpty: Bool {
            brackets | emphasis | declarations | addresses | quotes | closers | headerBytes == 0
        }

        var heaviest: String { weights(over: 1 << 20).max { $0.work < $1.work }?.mark ?? "" }
    }
}

extension WorkEstimate {
    /// What the start of a line tells.
    private struct Line {
        let range: Range<Int>
        /// Where the text starts after the marks of lists and quotations.
        let text: Int
        /// How many marks of lists and quotations it starts with.
        let containers: Int
        /// Whether it starts a block whatever stood before: with a bullet or a heading's mark, and not so far indented
        /// that it could continue a paragraph.
        let startsBlock: Bool
        let isBlank: Bool
        /// Whether it starts like the row of a table that stands in no list and no quotation.
        let isPiped: Bool

        init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
            self.range = range
            var (at, containers) = (range.lowerBound, 0)
            func skipBlanks() { while at < range.upperBound, bytes[at].isBlank { at += 1 } }
            skipBlanks()
            let indent = at - range.lowerBound
            isBlank = at == range.upperBound
            let first = isBlank ? 0 : bytes[at]
            while let end = Line.containerEnd(bytes, at..<range.upperBound) {
                containers += 1
                at = end
                skipBlanks()
            }
            text = min(at, max(range.lowerBound, range.upperBound - 1))
            self.containers = containers
            let isNear =
                indent <= 3 && !bytes[range.lowerBound..<range.lowerBound + indent].contains(UInt8(ascii: "\t"))
            isPiped = isNear && first == UInt8(ascii: "|")
            startsBlock = isNear && containers > 0 && first.isBullet && at < range.upperBound
        }

        /// The end of a quotation's or list item's mark that starts the range.
        private static func containerEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
            guard let first = range.first else { return nil }
            if bytes[first] == UInt8(ascii: ">") { return first + 1 }
            var end = first
            if bytes[first].isBullet {
                end += 1
            } else {
                while end < range.upperBound, bytes[end] >= UInt8(ascii: "0"), bytes[end] <= UInt8(ascii: "9") {
                    end += 1
                }
                guard end > first, end < range.upperBound,
                    bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")")
                else { return nil }
                end += 1
            }
            return end == range.upperBound || bytes[end].isBlank ? end : nil
        }

        /// How many columns a row such as `|---|:-:|` has; `nil` for any other line.
        func delimiterColumns(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
            var (columns, isInDashes) = (0, false)
            for byte in bytes[text..<range.upperBound] {
                switch byte {
                case UInt8(ascii: "-"):
                    columns += isInDashes ? 0 : 1
                    isInDashes = true
                case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"): isInDashes = false
                default: return nil
                }
            }
            return columns > 0 ? columns : nil
        }

        /// How many pipes stand on it that no backslash hides.
        func pipes(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
            range.count {
                bytes[$0] == UInt8(ascii: "|") && ($0 == range.lowerBound || bytes[$0 - 1] != UInt8(ascii: "\\"))
            }
        }
    }
}

extension UInt8 {
    /// The mark of an unordered list's item.
    fileprivate var isBullet: Bool {
        self == UInt8(ascii: "-") || self == UInt8(ascii: "+") || self == UInt8(ascii: "*")
    }
}
