/// Finds what a person most likely meant to type.
public enum Spelling {
    /// The candidate nearest to `word`, or `nil` where none is near enough to be worth suggesting.
    ///
    /// Near enough is a distance of at most a third of the word's length, and never more than 3. Ties go to the
    /// candidate that stands first. Letter case counts as half a reason: an exact match in another case always wins.
    public static func nearest(_ word: String, in candidates: some Sequence<String>) -> String? {
        let typed = Array(word.lowercased().unicodeScalars)
        let limit = min(3, max(1, typed.count / 3))
        var best: (distance: Int, word: String)?
        for candidate in candidates where candidate != word {
            let other = Array(candidate.lowercased().unicodeScalars)
            guard abs(other.count - typed.count) <= limit else { continue }
            let found = distance(typed, other)
            if found <= limit, found < best?.distance ?? .max { best = (found, candidate) }
        }
        return best?.word
    }

    /// What to say of it in a message: `did you mean "trainers"?`.
    public static func suggestion(for word: String, in candidates: some Sequence<String>) -> String? {
        nearest(word, in: candidates).map { "did you mean \"\($0)\"?" }
    }

    /// Optimal string alignment distance: insertions, deletions, substitutions, and swaps of two neighbours, the four
    /// slips that F. J. Damerau found behind 80 % of misspellings (CACM 7(3), 1964).
    static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        guard !a.isEmpty else { return b.count }
        guard !b.isEmpty else { return a.count }
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [i] + [Int](repeating: 0, count: b.count)
            for j in 1...b.count {
                let cost = a[i - 1] == b[j - 1] ? 0 : 1
                row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    row[j] = min(row[j], beforeLast[j - 2] + 1)
                }
            }
            beforeLast = last
            last = row
        }
        return last[b.count]
    }
}
