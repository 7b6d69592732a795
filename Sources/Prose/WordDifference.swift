/// How a quotation differs from what it quotes, word by word.
public struct WordDifference: Sendable, Hashable {
    /// In the order of the quotation; none where it is a passage of the original, word for word.
    public let changes: [Change]

    public enum Change: Sendable, Hashable {
        /// Words of the original that the quotation lacks, and the words before them in the quotation.
        case missing([String], after: [String])
        /// Words that the original does not have, and the words before them.
        case added([String], after: [String])
        /// Words that stand where the original has others.
        case replaced([String], by: [String])
    }

    /// The words of a text. The form of quotation marks and apostrophes is the printer's, so it does not count.
    public static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map { word in
            String(
                word.map { character in
                    switch character {
                    case "\u{2018}", "\u{2019}": "'"
                    case "\u{201C}", "\u{201D}": "\""
                    default: character
                    }
                })
        }
    }

    /// Compares with the passage that is most like the quotation.
    ///
    /// The fewest words to add, drop or exchange, by dynamic programming; the passage may begin and end anywhere in the
    /// original (Sellers, "The theory and computation of evolutionary distances", J. Algorithms 1, 1980).
    ///
    /// - Complexity: The product of both lengths; a definition has some hundred words.
    public init(of quotation: [String], from original: [String]) {
        var costs = [[Int]](repeating: [Int](repeating: 0, count: original.count + 1), count: quotation.count + 1)
        for row in 0..<quotation.count {
            costs[row + 1][0] = row + 1
            for column in 0..<original.count {
                let same = costs[row][column] + (quotation[row] == original[column] ? 0 : 1)
                costs[row + 1][column + 1] = min(same, costs[row][column + 1] + 1, costs[row + 1][column] + 1)
            }
        }
        let last = costs[quotation.count]
        // Of passages that are equally like it, the last: a word that is missing says more than one that is too much.
        let end = last.indices.min { (last[$0], -$0) < (last[$1], -$1) } ?? 0
        changes = Self.changes(Self.steps(quotation, original, costs, from: end), quotation)
    }

    /// One step of the way from the original to the quotation.
    private enum Step {
        case kept
        case dropped(String)
        case added(String)
        case exchanged(String, String)
    }

    private static func steps(
        _ quotation: [String], _ original: [String], _ costs: [[Int]], from end: Int
    ) -> [Step] {
        var (row, column) = (quotation.count, end)
        var steps: [Step] = []
        while row > 0 {
            let cost = costs[row][column]
            if column > 0, quotation[row - 1] == original[column - 1], costs[row - 1][column - 1] == cost {
                steps.append(.kept)
                (row, column) = (row - 1, column - 1)
            } else if column > 0, costs[row][column - 1] + 1 == cost {
                steps.append(.dropped(original[column - 1]))
                column -= 1
            } else if costs[row - 1][column] + 1 == cost {
                steps.append(.added(quotation[row - 1]))
                row -= 1
            } else {
                steps.append(.exchanged(original[column - 1], quotation[row - 1]))
                (row, column) = (row - 1, column - 1)
            }
        }
        return steps.reversed()
    }

    /// Neighbouring steps as one change.
    private static func changes(_ steps: [Step], _ quotation: [String]) -> [Change] {
        var changes: [Change] = []
        var (dropped, added, at): ([String], [String], Int) = ([], [], 0)
        func end() {
            defer { (dropped, added) = ([], []) }
            let before = Array(quotation[..<(at - added.count)].suffix(3))
            switch (dropped.isEmpty, added.isEmpty) {
            case (true, true): break
            case (false, true): changes.append(.missing(dropped, after: before))
            case (true, false): changes.append(.added(added, after: before))
            case (false, false): changes.append(.replaced(dropped, by: added))
            }
        }
        for step in steps {
            switch step {
            case .kept:
                end()
                at += 1
            case .dropped(let word): dropped.append(word)
            case .added(let word):
                added.append(word)
                at += 1
            case .exchanged(let old, let new):
                dropped.append(old)
                added.append(new)
                at += 1
            }
        }
        end()
        return changes
    }
}
