import Content

/// The addresses and telephone numbers that a board publishes on purpose: those in `data/contacts.yaml`, and the
/// board's own in `signpost.yaml`. Whatever else looks like one may be somebody's own.
///
/// An address that a page writes down by itself is not among them: typing it is how it gets out.
struct PublishedContacts: Sendable {
    private var addresses: Set<[UInt8]> = []
    private var telephones: Set<[UInt8]> = []

    init(contacts: [Contact], boardAddress: String?) {
        let fold = Fold(alphabet: Alphabet())
        for address in contacts.compactMap(\.ways.email) + [boardAddress].compactMap(\.self) {
            addresses.insert(fold.reading(address))
        }
        for telephone in contacts.flatMap({ [$0.ways.phone, $0.ways.textNumber] }).compactMap(\.self) {
            telephones.insert(Self.digits(telephone))
        }
    }

    /// The same, and what a school tells of its own staff.
    func adding(_ posts: [School.Post]) -> PublishedContacts {
        let fold = Fold(alphabet: Alphabet())
        var all = self
        all.addresses.formUnion(posts.compactMap(\.email).map(fold.reading))
        all.telephones.formUnion(posts.compactMap(\.phone).map(Self.digits))
        return all
    }

    var count: Int { addresses.count + telephones.count }

    func contains(_ address: AddressReading.Candidate) -> Bool { addresses.contains(address.text) }

    func contains(telephone digits: [UInt8]) -> Bool { telephones.contains(digits) }

    /// With a 0 in the place of +44.
    private static func digits(_ telephone: String) -> [UInt8] {
        let digits = telephone.utf8.filter(\.isDigit)
        guard telephone.hasPrefix("+44") else { return digits }
        return [UInt8(ascii: "0")] + digits.dropFirst(2)
    }
}
