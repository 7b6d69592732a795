/// Texts from the records in the same alphabet as the readings of files: by the same code, so that both always agree.
struct Fold {
    let alphabet: Alphabet

    /// A text as a reading shows it.
    func reading(_ text: String) -> [UInt8] {
        let input = Array(text.utf8)
        if let plain = simple(input) { return plain }
        return input.withUnsafeBufferPointer { input in
            let room = PlainReader.room(for: input.count)
            return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * room) { space in
                let text = UnsafeMutableBufferPointer(rebasing: space[..<room])
                let tags = UnsafeMutableBufferPointer(rebasing: space[room...])
                return alphabet.simple.withUnsafeBufferPointer { simple in
                    var reader = PlainReader(input, alphabet, simple, .none, into: (text, tags))
                    reader.readAll()
                    return Array(reader.text.bytes)
                }
            }
        }
    }

    /// Most names are plain ASCII.
    private func simple(_ input: [UInt8]) -> [UInt8]? {
        var plain = input
        for place in plain.indices {
            let read = alphabet.simple[Int(plain[place])]
            guard read != 0 else { return nil }
            plain[place] = read
        }
        return plain
    }

    /// The words of a text.
    func words(_ text: String) -> [WatchWords.Word] {
        let reading = reading(text)
        var words: [WatchWords.Word] = []
        var (at, isLoose) = (0, false)
        while at < reading.count {
            let start = at
            while at < reading.count, reading[at].isWord { at += 1 }
            if at > start { words.append(.init(letters: Array(reading[start..<at]), isLoose: isLoose)) }
            isLoose = !words.isEmpty
            while at < reading.count, !reading[at].isWord {
                if reading[at] != UInt8(ascii: "-"), reading[at] != UInt8(ascii: "'") { isLoose = false }
                at += 1
            }
        }
        return words
    }
}
