/// From words of pages to pages of words, as the file of an index holds both.
struct InvertedIndex: Sendable {
    /// All words: see ``FrontCoding``.
    let words: [UInt8]
    /// For each word, in the same order, the pages it stands on, with spaces between words: see ``Posting``.
    let hits: [UInt8]

    /// - Parameter pages: In the order of their numbers.
    init(_ pages: [SearchWords.Weighted]) {
        let lists = PostingLists(pages)
        let order = lists.words.order
        words = FrontCoding.bytes(order.map { lists.words[$0] })
        var hits: [UInt8] = []
        for (place, word) in order.enumerated() {
            if place > 0 { hits.append(UInt8(ascii: " ")) }
            Posting.append(lists[word], to: &hits)
        }
        self.hits = hits
    }
}

/// The postings of all words, end to end in one array: millions of them for ten thousand pages, of which most words have
/// one or two.
private struct PostingLists {
    let words: WordList
    private let postings: [Posting]
    /// Where those of a word end.
    private let ends: [Int]

    subscript(word: Int) -> ArraySlice<Posting> { postings[(word == 0 ? 0 : ends[word - 1])..<ends[word]] }

    init(_ pages: [SearchWords.Weighted]) {
        var table = WordTable()
        var (found, counts): ([Int32], [Int]) = ([], [])
        found.reserveCapacity(pages.reduce(0) { $0 + $1.weights.count })
        for page in pages {
            for index in page.weights.indices {
                let word = page.words.withWord(index) { table.place(of: $0) }
                if word == counts.count { counts.append(0) }
                counts[word] += 1
                found.append(Int32(word))
            }
        }
        var next = 0
        // Where the next posting of a word goes; behind the last one stands the end.
        var places = counts.map { count in
            defer { next += count }
            return next
        }
        var postings = [Posting](repeating: Posting(page: 0, impact: 0), count: found.count)
        var at = 0
        for (number, page) in pages.enumerated() {
            for weight in page.weights {
                let word = Int(found[at])
                postings[places[word]] = Posting(page: number, weight: weight)
                places[word] += 1
                at += 1
            }
        }
        (words, self.postings, ends) = (table.words, postings, places)
    }
}

extension WordList {
    /// The places of the words in their order: see ``FrontCoding/areInOrder(_:_:)``.
    ///
    /// Most are told apart by their first eight bytes, which one comparison of numbers does.
    fileprivate var order: [Int] {
        let heads = (0..<count).map { place in (head: withWord(place, FrontCoding.head), place: place) }
        return heads.sorted { a, b in
            a.head == b.head ? FrontCoding.areInOrder(self[a.place], self[b.place]) : a.head < b.head
        }.map(\.place)
    }
}
