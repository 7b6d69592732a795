/// A text whose words changed, piece by piece.
public struct WordChange: Sendable, Hashable {
    public let pieces: [Piece]

    public enum Piece: Sendable, Hashable {
        case same(String)
        case removed(String)
        case added(String)
    }

    /// The shortest way from one text to the other, in words (Myers, "An O(ND) difference algorithm and its
    /// variations", Algorithmica 1, 1986, as the standard library has it).
    public init(from old: String, to new: String) {
        let (before, after) = (old.split(separator: " "), new.split(separator: " "))
        var (removed, added) = (Set<Int>(), Set<Int>())
        for change in after.difference(from: before) {
            switch change {
            case .remove(let place, _, _): removed.insert(place)
            case .insert(let place, _, _): added.insert(place)
            }
        }
        var pieces = Pieces()
        var (i, j) = (0, 0)
        while i < before.count || j < after.count {
            if i < before.count, removed.contains(i) {
                pieces.removed.append(before[i])
                i += 1
            } else if j < after.count, added.contains(j) {
                pieces.added.append(after[j])
                j += 1
            } else {
                pieces.close()
                pieces.same.append(before[i])
                (i, j) = (i + 1, j + 1)
            }
        }
        pieces.close()
        pieces.closeSame()
        self.pieces = pieces.all
    }

    /// Runs of words, what was removed before what was added.
    private struct Pieces {
        var all: [Piece] = []
        var same: [Substring] = []
        var removed: [Substring] = []
        var added: [Substring] = []

        mutating func close() {
            guard !removed.isEmpty || !added.isEmpty else { return }
            closeSame()
            if !removed.isEmpty { all.append(.removed(removed.joined(separator: " "))) }
            if !added.isEmpty { all.append(.added(added.joined(separator: " "))) }
            (removed, added) = ([], [])
        }

        mutating func closeSame() {
            if !same.isEmpty { all.append(.same(same.joined(separator: " "))) }
            same = []
        }
    }
}
