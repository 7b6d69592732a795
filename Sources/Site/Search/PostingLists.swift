/// From words of pages to pages of words, as an index holds them: a digit or two for each posting, of which ten thousand
/// pages have millions.
struct PostingLists: Sendable {
    private var table = WordTable()
    private var lists: [List] = []
    private var pageCount: Int32 = 0

    private struct List {
        var hits: [UInt8] = []
        /// The page of the last posting.
        var last: Int32 = -1
    }

    var words: WordList { table.words }

    /// The places of the words, in the order of an index.
    ///
    /// Most are told apart by their first eight bytes, which one comparison of numbers does.
    var inOrder: [Int] {
        let words = words
        let heads = (0..<words.count).map { (head: words.withWord($0, FrontCoding.head), place: $0) }
        return heads.sorted { a, b in
            a.head == b.head ? FrontCoding.areInOrder(words[a.place], words[b.place]) : a.head < b.head
        }.map(\.place)
    }

    /// In bytes, with a space behind each list.
    var size: Int { lists.reduce(0) { $0 + $1.hits.count + 1 } }

    /// See ``Posting/append(_:to:)``.
    subscript(word: Int) -> [UInt8] { lists[word].hits }

    /// Adds the next page.
    mutating func add(_ page: SearchWords.Weighted) {
        for (place, weight) in page.weights.enumerated() {
            let word = page.words.withWord(place) { table.place(of: $0) }
            if word == lists.count { lists.append(List()) }
            let posting = Posting(page: pageCount, weight: weight)
            posting.append(to: &lists[word].hits, after: lists[word].last)
            lists[word].last = pageCount
        }
        pageCount += 1
    }
}
