/// Where the walk is inside the source while it goes through the inlines of a block.
///
/// cmark's own positions of inlines miss line ends inside links and after backslashes, and give a table's header row
/// the line of the paragraph before it. Blocks are right, so lines are counted from the start of the block.
struct InlinePlace {
    /// Counted from 1 in the source.
    var line = 1
    /// The byte up to which the line has been recognised.
    var cursor = 0
}

extension Renderer {
    /// Goes to the start of the text of a paragraph, a heading or a table cell.
    mutating func startInlines(onLine line: Int) {
        place.line = line
        let range = source.line(line)
        if place.cursor < range.lowerBound || place.cursor > range.upperBound { place.cursor = range.lowerBound }
        text.endWord()
    }

    mutating func nextLine(by count: Int = 1) {
        guard count > 0 else { return }
        place.line += count
        place.cursor = source.line(place.line).lowerBound
    }

    /// The line on which the text of a paragraph or heading starts.
    ///
    /// Two things stand in the way: link definitions in front of the text belong to the block in cmark's count, and a
    /// paragraph that ran into a table has no position at all, but its table still has the paragraph's.
    func firstTextLine(of block: Node) -> Int {
        guard block.startLine > 0 else { return block.next?.startLine ?? 1 }
        guard block.endLine > block.startLine, mayStartWithDefinition(block) else { return block.startLine }
        let underline = block.kind == .heading ? 1 : 0
        return max(block.startLine, block.endLine - underline - lineEnds(in: block))
    }

    private func mayStartWithDefinition(_ block: Node) -> Bool {
        let text = source.bytes[source.line(block.startLine)].dropFirst(block.startColumn - 1)
        guard text.first == UInt8(ascii: "["), let close = text.firstIndex(of: UInt8(ascii: "]")) else { return false }
        return text[close...].dropFirst().first == UInt8(ascii: ":")
    }

    /// How many line ends the inlines of a block hold.
    func lineEnds(in block: Node) -> Int {
        var count = 0
        block.walk { side, node in
            guard side == .enter else { return true }
            switch node.kind {
            case .softBreak, .lineBreak: count += 1
            case .code, .htmlInline: count += max(0, node.endLine - node.startLine)
            default: break
            }
            return true
        }
        return count
    }

    /// The next place on the line where `text` stands without a backslash before it.
    func findUnescaped(_ text: String) -> Range<Int>? {
        var text = text
        let line = source.line(place.line)
        let start = max(place.cursor, line.lowerBound)
        guard start <= line.upperBound else { return nil }
        let found = text.withUTF8 { source.first($0, in: start..<min(line.upperBound, start + Renderer.searchWindow)) }
        guard let found, found == line.lowerBound || source.bytes[found - 1] != UInt8(ascii: "\\") else { return nil }
        return found..<found + text.utf8.count
    }

    /// How far to look for something on a line: columns help people, and no line that people write is much longer.
    /// Without an end to the search a line of a megabyte full of links would take minutes.
    static let searchWindow = 4096
}
