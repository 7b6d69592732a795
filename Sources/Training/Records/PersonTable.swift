import Schemas

/// The places of people in a list, by their ids as bytes.
///
/// A million rows name people. The standard library's dictionary takes its time to be safe against ids that were chosen
/// to collide; whoever chooses the ids here owns the records. An id of up to sixteen bytes stands in the table itself,
/// beside its place, so that a look-up is one step in memory.
///
/// A class, although it never changes: all cores look into it at the same time, and as a value each look would count its
/// arrays up and down in memory that the cores share.
final class PersonTable: Sendable {
    private let ids: [ID<Person>]
    /// Its length is a power of two, and half of it at least is empty.
    private let slots: [Slot]
    private let mask: Int
    /// Ids of more than sixteen bytes.
    private let long: [ID<Person>: Int]

    private struct Slot {
        var id = ShortWord()
        /// -1 where there is none.
        var place: Int32 = -1
    }

    /// Where an id stands twice, the first one counts.
    init(_ people: [Person]) {
        let ids = people.map(\.id)
        var size = 16
        while size < ids.count * 2 { size *= 2 }
        var slots = [Slot](repeating: Slot(), count: size)
        var long: [ID<Person>: Int] = [:]
        for (place, id) in ids.enumerated() {
            guard let word = ShortWord(id.text.utf8) else {
                if long[id] == nil { long[id] = place }
                continue
            }
            var slot = word.hash & (size - 1)
            while slots[slot].place >= 0, slots[slot].id != word { slot = (slot + 1) & (size - 1) }
            if slots[slot].place < 0 { slots[slot] = Slot(id: word, place: Int32(place)) }
        }
        self.ids = ids
        self.slots = slots
        self.long = long
        mask = size - 1
    }

    /// The id as the list holds it, so that a long one is stored once and not once for each row.
    subscript(place: Int) -> ID<Person> { ids[place] }

    func place(of id: ID<Person>) -> Int? {
        ShortWord(id.text.utf8).map(place) ?? long[id]
    }

    /// - Parameter id: UTF-8.
    func place(of id: ArraySlice<UInt8>) -> Int? {
        ShortWord(id).map(place) ?? long[ID(String(decoding: id, as: UTF8.self))]
    }

    private func place(of word: ShortWord) -> Int? {
        var slot = word.hash & mask
        while slots[slot].place >= 0 {
            if slots[slot].id == word { return Int(slots[slot].place) }
            slot = (slot + 1) & mask
        }
        return nil
    }
}
