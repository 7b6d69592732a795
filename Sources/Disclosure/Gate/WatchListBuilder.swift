import Content
import Schemas
import Training

/// Gathers the entries of a ``WatchList`` and their hashes.
struct WatchListBuilder {
    let fold = Fold(alphabet: Alphabet())
    private(set) var counts = WatchList.Counts()
    private(set) var letters: [UInt8] = []
    private(set) var entries: [WatchList.Entry] = []
    private(set) var heads: [UInt64] = []
    private(set) var joinedHeads: [UInt64] = []
    private(set) var prefixes: [UInt64] = []
    private(set) var longest = 0
    private(set) var addresses: [[UInt8]] = []
    private(set) var addressOwners: [Int32] = []
    private var hashes: [UInt64] = []

    init(_ people: Int) {
        letters.reserveCapacity(people * 48)
        entries.reserveCapacity(people * 3)
        hashes.reserveCapacity(people * 3)
        prefixes.reserveCapacity(people * 6)
        heads.reserveCapacity(people * 3)
        joinedHeads.reserveCapacity(people * 2)
        addresses.reserveCapacity(people)
        addressOwners.reserveCapacity(people)
    }

    mutating func addPhrase(_ text: String, _ owner: Int32) {
        let words = fold.words(text)
        if !words.isEmpty { add(WatchWords(words), .phrase, owner) }
    }

    mutating func addCanary(_ text: String, _ owner: Int32) {
        let words = fold.words(text)
        guard !words.isEmpty else { return }
        add(WatchWords(words), .canary, owner)
        counts.canaries += 1
    }

    /// A consenting champion's name may stand on the site; their address and their id may not.
    mutating func add(_ person: Person, _ owner: Int32, isNamed: Bool) {
        let isLookedFor = addName(person.name, isNamed ? .consent : .name, owner)
        if !isNamed {
            if isLookedFor { counts.names += 1 } else { counts.namesTooShort += 1 }
        }
        if let email = person.email {
            addresses.append(fold.reading(email))
            addressOwners.append(owner)
            counts.addresses += 1
        }
        if addID(person.id.text, owner) { counts.ids += 1 } else { counts.idsTooPlain += 1 }
    }

    /// Whether the name can be looked for.
    private mutating func addName(_ name: String, _ kind: WatchList.Kind, _ owner: Int32) -> Bool {
        if addPlainName(name, kind, owner) { return true }
        let variants = NameVariants(fold.words(name)).variants
        for variant in variants { add(variant, kind, owner) }
        return !variants.isEmpty
    }

    /// Whether the id can be looked for.
    private mutating func addID(_ id: String, _ owner: Int32) -> Bool {
        guard id.utf8.count >= 4 else { return false }
        let hasDigit = id.utf8.contains(where: \.isDigit)
        if hasDigit, id.utf8.allSatisfy(\.isDigit) { return false }
        if hasDigit, id.utf8.count <= UInt8.max, isPlainID(id.utf8) {
            addEntry(.id, owner) { $0 += id.utf8.lazy.map(Alphabet.lowered) }
            return true
        }
        let words = fold.words(id)
        guard hasDigit || words.count > 1 else { return false }
        add(WatchWords(words), .id, owner)
        return true
    }

    func index() -> HashIndex {
        var index = HashIndex(capacity: hashes.count)
        for hash in hashes { index.append(hash) }
        return index
    }

    func addressIndex() -> HashIndex {
        var index = HashIndex(capacity: addresses.count)
        for address in addresses { index.append(WatchList.hash(address)) }
        return index
    }
}

extension WatchListBuilder {
    /// Nearly everybody has two plain names, and there may be a hundred thousand people: what ``NameVariants`` makes of
    /// such a name is written down at once. Any other name is left to it.
    private mutating func addPlainName(_ name: String, _ kind: WatchList.Kind, _ owner: Int32) -> Bool {
        var name = name
        return name.withUTF8 { name in
            guard name.count <= UInt8.max, let space = name.firstIndex(of: UInt8(ascii: " ")) else { return false }
            let (first, last) = (name[..<space], name[(space + 1)...])
            guard first.count > 1, last.count > 1, first.allSatisfy(\.isPlainLetter),
                last.allSatisfy(\.isPlainLetter),
                !first.lazy.map(Alphabet.lowered).elementsEqual(last.lazy.map(Alphabet.lowered))
            else { return false }
            for (one, other) in [(first, last), (last, first)] {
                addEntry(kind, owner) { letters in
                    for byte in one { letters.append(Alphabet.lowered(byte)) }
                    letters.append(UInt8(ascii: " "))
                    for byte in other { letters.append(Alphabet.lowered(byte)) }
                }
            }
            return true
        }
    }

    /// Letters and digits with single hyphens between them, which ``Fold/words(_:)`` would find again as they are.
    private func isPlainID(_ id: String.UTF8View) -> Bool {
        var before = UInt8(ascii: "-")
        for byte in id {
            let isHyphen = byte == UInt8(ascii: "-")
            guard isHyphen ? before != byte : Alphabet.lowered(byte).isLetterOrDigit else { return false }
            before = byte
        }
        return before != UInt8(ascii: "-")
    }

    private mutating func add(_ words: WatchWords, _ kind: WatchList.Kind, _ owner: Int32) {
        guard words.bytes.count <= UInt8.max else { return }
        addEntry(kind, owner) { $0 += words.bytes }
    }

    /// Takes what is appended to the letters for a new entry.
    private mutating func addEntry(_ kind: WatchList.Kind, _ owner: Int32, _ write: (inout [UInt8]) -> Void) {
        let start = letters.count
        write(&letters)
        entries.append(
            WatchList.Entry(kind: kind, owner: owner, start: Int32(start), count: UInt8(letters.count - start)))
        noteHashes(from: start)
    }

    /// Of the letters of the last entry as a whole, and of all its first words.
    private mutating func noteHashes(from start: Int) {
        var word = Letters()
        /// Whether all letters up to here are of one kind, and whether only hyphens part them.
        var (isOneRun, isOneWord) = (true, true)
        var kind: Bool?
        for byte in letters[start...] {
            guard byte.isWord else {
                note(word, isStart: isOneRun)
                isOneWord = isOneWord && byte == UInt8(ascii: "-")
                continue
            }
            if let kind, kind != byte.isDigit {
                note(word, isStart: isOneRun)
                isOneRun = false
            }
            kind = byte.isDigit
            word.add(byte)
        }
        note(word, isStart: isOneRun && isOneWord)
        if isOneRun, !isOneWord { joinedHeads.append(word.head) }
        hashes.append(word.hash.value)
        longest = max(longest, word.count)
    }

    private mutating func note(_ word: Letters, isStart: Bool) {
        prefixes.append(word.hash.value)
        if isStart { heads.append(word.head) }
    }

    private struct Letters {
        private(set) var hash = LetterHash()
        private(set) var count = 0
        /// The first letters, as ``EightBytes/first(_:)`` has them.
        private(set) var head: UInt64 = 0

        mutating func add(_ byte: UInt8) {
            hash.add(byte)
            if count < EightBytes.count { head |= UInt64(byte) << UInt64(8 * count) }
            count += 1
        }
    }
}

extension UInt8 {
    fileprivate var isPlainLetter: Bool { Alphabet.lowered(self).isLetterOrDigit && !isDigit }
}
