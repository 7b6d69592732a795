/// A stretch of text that changed in the same way on one page or many: what stands in a menu is told once.
public struct TextChange: Sendable, Hashable {
    /// Where, by address.
    public let pages: [ReleaseChanges.PageName]
    public let pieces: [WordChange.Piece]

    /// The changes of some pages: first what only one page has, page by page, then what many have.
    static func all(_ pairs: [PagePair]) -> [TextChange] {
        var order: [[WordChange.Piece]] = []
        var pages: [[WordChange.Piece]: [ReleaseChanges.PageName]] = [:]
        for pair in pairs {
            var seen: Set<[WordChange.Piece]> = []
            for pieces in changes(from: pair.before.blocks, to: pair.after.blocks) where seen.insert(pieces).inserted {
                if pages[pieces] == nil { order.append(pieces) }
                pages[pieces, default: []].append(pair.name)
            }
        }
        let all = order.map { TextChange(pages: pages[$0] ?? [], pieces: $0) }
        return all.filter { $0.pages.count == 1 } + all.filter { $0.pages.count > 1 }
    }

    /// Paragraphs are compared as wholes first; those that gave way to others are then compared word by word.
    private static func changes(from old: [String], to new: [String]) -> [[WordChange.Piece]] {
        var (removed, added) = ([Int: String](), [Int: String]())
        for change in new.difference(from: old) {
            switch change {
            case .remove(let place, let block, _): removed[place] = block
            case .insert(let place, let block, _): added[place] = block
            }
        }
        var changes: [[WordChange.Piece]] = []
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            if let gone = removed[i], let come = added[j], let pieces = rewritten(gone, come) {
                changes.append(pieces)
                (i, j) = (i + 1, j + 1)
            } else if let gone = removed[i] {
                changes.append([.removed(gone)])
                i += 1
            } else if let come = added[j] {
                changes.append([.added(come)])
                j += 1
            } else {
                (i, j) = (i + 1, j + 1)
            }
        }
        return changes
    }

    /// The change from one paragraph to another, if they have so much in common that it is one paragraph for a reader.
    private static func rewritten(_ old: String, _ new: String) -> [WordChange.Piece]? {
        let pieces = WordChange(from: old, to: new).pieces
        let kept = pieces.reduce(0) { count, piece in
            if case .same(let text) = piece { count + text.split(separator: " ").count } else { count }
        }
        let words = max(old.split(separator: " ").count, new.split(separator: " ").count)
        return 3 * kept >= words ? pieces : nil
    }
}
