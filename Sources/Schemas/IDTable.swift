/// Where each of many ids stands in its list.
///
/// Nearly all ids are words of up to sixteen bytes, which are hashed and compared in one step here: a million rows of
/// attendance ask for one of a hundred thousand people each.
///
/// A class, although it never changes: all cores look into it at the same time, and as a value each look would count its
/// arrays up and down in memory that the cores share.
public final class IDTable: Sendable {
    /// Places of ids that have stood before, in order.
    public let repeated: [Int]

    /// Its length is a power of two, and half of it at least is empty.
    private let slots: [Slot]
    private let mask: Int
    /// Ids of more than sixteen bytes.
    private let long: [String: Int]

    private struct Slot {
        var id = ShortWord()
        /// -1 where there is none.
        var place: Int32 = -1
    }

    /// Where an id stands twice, the first one counts.
    public init(_ ids: [String]) {
        var size = 16
        while size < ids.count * 2 { size *= 2 }
        var slots = [Slot](repeating: Slot(), count: size)
        var long: [String: Int] = [:]
        var repeated: [Int] = []
        for (place, id) in ids.enumerated() {
            guard let word = ShortWord(id) else {
                if long[id] == nil { long[id] = place } else { repeated.append(place) }
                continue
            }
            var slot = word.slot(of: size)
            while slots[slot].place >= 0, slots[slot].id != word { slot = (slot + 1) & (size - 1) }
            if slots[slot].place < 0 {
                slots[slot] = Slot(id: word, place: Int32(place))
            } else {
                repeated.append(place)
            }
        }
        self.repeated = repeated
        self.slots = slots
        self.long = long
        mask = size - 1
    }

    public func place(of id: String) -> Int? { ShortWord(id).map(place) ?? long[id] }

    /// - Parameter id: UTF-8.
    public func place(of id: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let word = ShortWord(id) else { return long[String(decoding: id, as: UTF8.self)] }
        return place(of: word)
    }

    /// The places of many ids; -1 for those that are not there.
    ///
    /// A slot is nearly always in memory that no core has at hand. All of them are fetched before the first is looked
    /// at, so that the core waits for several at a time: for a million rows that is a quarter of the time of asking for
    /// one after the other.
    public func places(of words: [ShortWord]) -> [Int32] {
        let found = words.map { slots[$0.slot(of: mask + 1)] }
        return words.indices.map { index in
            let slot = found[index]
            if slot.place < 0 || slot.id == words[index] { return slot.place }
            return place(of: words[index]).map { Int32($0) } ?? -1
        }
    }

    public func place(of word: ShortWord) -> Int? {
        var slot = word.slot(of: mask + 1)
        while slots[slot].place >= 0 {
            if slots[slot].id == word { return Int(slots[slot].place) }
            slot = (slot + 1) & mask
        }
        return nil
    }
}
