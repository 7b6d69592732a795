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
    var inOrder: [Int] { (0..<words.count).sorted { FrontCoding.areInOrder(words[$0], words[$1]) } }

    /// In bytes, with a space behind each list.
    var size: Int { lists.reduce(0) { $0 + $1.hits.count + 1 } }

    /// See ``Posting/append(_:to:)``.
    subscript(word: Int) -> [UInt8] { lists[word].hits }

    /// Adds the next page.
    mutating func add(_ page: SearchWords.Weighted) {
        for (place, weight) in page.weights.enumerated() {
            let word = table.place(of: page.words[place])
            if word == lists.count { lists.append(List()) }
            let posting = Posting(page: pageCount, weight: weight)
            posting.append(to: &lists[word].hits, after: lists[word].last)
            lists[word].last = pageCount
        }
        pageCount += 1
    }
}
