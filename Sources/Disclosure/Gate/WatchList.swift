import CivilTime
import Content
import Schemas
import Training

/// Everything that is looked for in a site because it stands in the records, and the phrases that excuse it. Built once.
///
/// A class, although it never changes: all cores look into it at the same time, and as a value each look would count
/// its thirteen arrays up and down in memory that the cores share.
final class WatchList: Sendable {
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
    /// The first eight letters with which entries begin (``EightBytes``): few, because half of all people share a few
    /// hundred given names.
    private let heads: HashFilter
    /// Those of whole entries that may be written as one word, though spaces part theirs.
    private let joinedHeads: HashFilter
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
        var builder = WatchListBuilder(records.people.items.count)
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
        // Of people's first and last names, and most given names are those of many.
        heads = HashFilter(builder.heads, distinct: builder.heads.count / 2)
        joinedHeads = HashFilter(builder.joinedHeads)
        filter = HashFilter(builder.prefixes)
        longest = builder.longest
        addresses = builder.addresses
        addressOwners = builder.addressOwners
        addressIndex = builder.addressIndex()
    }

    /// The words of an entry, with a space or a hyphen between them.
    func words(_ entry: Entry) -> ArraySlice<UInt8> { letters[Int(entry.start)..<Int(entry.start) + Int(entry.count)] }

    /// Whether an entry may begin with a word that itself begins so. Asked of every word of a site: the filter of everything
    /// is larger than a processor's cache.
    @inline(__always)
    func mayStart(head: UInt64, length: Int) -> Bool {
        heads.mayContain(head) || length >= EntryMatch.fewestJoined && joinedHeads.mayContain(head)
    }

    /// Whose e-mail address this is, read in the folded alphabet.
    func owner(ofAddress address: [UInt8]) -> Int32? {
        for number in addressIndex.candidates(Self.hash(address)) where addresses[number] == address {
            return addressOwners[number]
        }
        return nil
    }

    static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = LetterHash()
        for byte in bytes { hash.add(byte) }
        return hash.value
    }
}
