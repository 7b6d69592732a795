import CivilTime
import Content
import Schemas
import Training

/// Everything that is looked for in a site because it stands in the records, and the phrases that excuse it. Built once.
struct WatchList: Sendable {
    /// What an entry is.
    enum Kind: UInt8, Sendable {
        case name, id
        /// Planted words, which nothing excuses.
        case canary
        /// The name of somebody who agreed to be named: it excuses names that stand in it.
        case consent
        /// A phrase that the board allowed: it excuses whatever stands in it.
        case phrase
    }

    struct Entry: Sendable {
        let kind: Kind
        /// The place in ``people``, ``canaries`` or ``phrases``.
        let owner: Int32
        let start: Int32
        let count: UInt8
    }

    let alphabet: Alphabet
    let people: [ID<Person>]
    let canaries: [ID<Canary>]
    let phrases: [BoardSettings.AllowedPhrase]
    let counts: Counts
    /// Champions whose names may stand on the site.
    let consents: Int

    private let letters: [UInt8]
    let entries: [Entry]
    let index: HashIndex
    /// Whatever may be the first words of an entry, and every whole entry.
    let filter: HashFilter
    /// No entry has more letters.
    let longest: Int

    private let addresses: [[UInt8]]
    private let addressOwners: [Int32]
    private let addressIndex: HashIndex

    /// How many identifiers are looked for, and how many cannot be.
    struct Counts: Sendable, Hashable {
        var names = 0
        var addresses = 0
        var ids = 0
        var canaries = 0
        /// Names of one word, or of initials and one word.
        var namesTooShort = 0
        /// Ids such as `7` or `jo`, which would be found in every page.
        var idsTooPlain = 0
    }

    init(records: TrainingRecords, phrases: [BoardSettings.AllowedPhrase], asOf date: CivilDate) {
        var builder = Builder(records.people.items.count)
        let consenting = records.servingChampions(asOf: date).filter { $0.mayBeNamed(on: date) }.map(\.person)
        let named = Set(consenting)
        for (owner, phrase) in phrases.enumerated() { builder.addPhrase(phrase.text, Int32(owner)) }
        for (owner, canary) in records.canaries.enumerated() { builder.addCanary(canary.text, Int32(owner)) }
        for (owner, person) in records.people.items.enumerated() {
            builder.add(person, Int32(owner), isNamed: named.contains(person.id))
        }
        alphabet = builder.fold.alphabet
        people = records.people.items.map(\.id)
        canaries = records.canaries.map(\.id)
        self.phrases = phrases
        consents = consenting.count
        counts = builder.counts
        letters = builder.letters
        entries = builder.entries
        index = builder.index()
        filter = HashFilter(builder.prefixes)
        longest = builder.longest
        addresses = builder.addresses
        addressOwners = builder.addressOwners
        addressIndex = builder.addressIndex()
    }

    /// The words of an entry, with a space or a hyphen between them.
    func words(_ entry: Entry) -> ArraySlice<UInt8> { letters[Int(entry.start)..<Int(entry.start) + Int(entry.count)] }

    /// Whose e-mail address this is, read in the folded alphabet.
    func owner(ofAddress address: [UInt8]) -> Int32? {
        for number in addressIndex.candidates(Self.hash(address)) where addresses[number] == address {
            return addressOwners[number]
        }
        return nil
    }

    private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = LetterHash()
        for byte in bytes { hash.add(byte) }
        return hash.value
    }
}

extension WatchList {
    /// Gathers entries and their hashes.
    private struct Builder {
        let fold = Fold(alphabet: Alphabet())
        var counts = Counts()
        var letters: [UInt8] = []
        var entries: [Entry] = []
        var hashes: [UInt64] = []
        var prefixes: [UInt64] = []
        var longest = 0
        var addresses: [[UInt8]] = []
        var addressOwners: [Int32] = []

        init(_ people: Int) {
            letters.reserveCapacity(people * 48)
            entries.reserveCapacity(people * 3)
            hashes.reserveCapacity(people * 3)
            prefixes.reserveCapacity(people * 6)
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
            let variants = NameVariants(fold.words(person.name)).variants
            for variant in variants { add(variant, isNamed ? .consent : .name, owner) }
            if !isNamed {
                if variants.isEmpty { counts.namesTooShort += 1 } else { counts.names += 1 }
            }
            if let email = person.email {
                addresses.append(fold.reading(email))
                addressOwners.append(owner)
                counts.addresses += 1
            }
            addID(person.id.text, owner)
        }

        private mutating func addID(_ id: String, _ owner: Int32) {
            let words = fold.words(id)
            let hasDigit = id.utf8.contains(where: \.isDigit)
            let isDistinct = id.utf8.count >= 4 && (hasDigit ? !id.utf8.allSatisfy(\.isDigit) : words.count > 1)
            guard isDistinct else {
                counts.idsTooPlain += 1
                return
            }
            counts.ids += 1
            add(WatchWords(words), .id, owner)
        }

        private mutating func add(_ words: WatchWords, _ kind: Kind, _ owner: Int32) {
            guard words.bytes.count <= UInt8.max else { return }
            var (hash, length) = (LetterHash(), 0)
            var wasDigit: Bool?
            for byte in words.bytes {
                if !byte.isWord || wasDigit.map({ $0 != byte.isDigit }) == true { prefixes.append(hash.value) }
                wasDigit = byte.isWord ? byte.isDigit : nil
                if byte.isWord {
                    hash.add(byte)
                    length += 1
                }
            }
            prefixes.append(hash.value)
            hashes.append(hash.value)
            entries.append(
                Entry(kind: kind, owner: owner, start: Int32(letters.count), count: UInt8(words.bytes.count)))
            letters += words.bytes
            longest = max(longest, length)
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
}
