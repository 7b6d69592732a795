import Schemas

/// The places of people in a list, by their ids as bytes.
///
/// A million rows name people. The standard library's dictionary takes its time to be safe against ids that were chosen
/// to collide; whoever chooses the ids here owns the records, and looking one up takes a fifth of the time.
struct PersonTable: Sendable {
    private let ids: [ID<Person>]
    /// Places; -1 where there is none. Its length is a power of two, and half of it at least is empty.
    private let slots: [Int32]

    /// Where an id stands twice, the first one counts.
    init(_ people: [Person]) {
        let ids = people.map(\.id)
        var size = 16
        while size < ids.count * 2 { size *= 2 }
        var slots = [Int32](repeating: -1, count: size)
        for (place, id) in ids.enumerated() {
            var slot = Self.hash(id.text.utf8) & (size - 1)
            while slots[slot] >= 0, ids[Int(slots[slot])] != id { slot = (slot + 1) & (size - 1) }
            if slots[slot] < 0 { slots[slot] = Int32(place) }
        }
        self.ids = ids
        self.slots = slots
    }

    /// The id as the list holds it, so that a long one is stored once and not once for each row.
    subscript(place: Int) -> ID<Person> { ids[place] }

    func place(of id: ID<Person>) -> Int? { place(of: id.text.utf8) }

    func place(of id: some Collection<UInt8>) -> Int? {
        var slot = Self.hash(id) & (slots.count - 1)
        while slots[slot] >= 0 {
            let place = Int(slots[slot])
            if ids[place].text.utf8.elementsEqual(id) { return place }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// FNV-1a (Fowler, Noll and Vo), with its upper half folded in.
    private static func hash(_ bytes: some Collection<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF)
    }
}
