public import Diagnostics

/// A kind of thing that has ids: agencies, contacts, pages.
public struct EntityKind: Sendable, Hashable {
    /// One word for messages: `contact`.
    public let noun: String
    /// Where such things are declared: `data/contacts.yaml`.
    public let home: String

    public init(noun: String, home: String) {
        self.noun = noun
        self.home = home
    }
}

/// Something that other values refer to by id.
public protocol Entity: Sendable {
    static var entity: EntityKind { get }
    var id: ID<Self> { get }
}

/// The id of one kind of thing. An `ID<Agency>` cannot be used where an `ID<Contact>` is wanted.
public struct ID<Of>: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let text: String

    public init(_ text: String) { self.text = text }

    public var description: String { text }

    public static func < (a: ID, b: ID) -> Bool { a.text < b.text }
}

/// A value with the place it was read from.
public struct Located<Value> {
    public let value: Value
    public let location: Location

    public init(_ value: Value, at location: Location) {
        self.value = value
        self.location = location
    }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}

/// All things of one kind, in the order of their file.
public struct Registry<Item: Entity>: Sendable {
    public let items: [Item]
    private let table: IDTable

    /// Where an id stands twice the first one counts; ``ReferenceCheck`` has reported it by then.
    public init(_ items: [Item]) { self.init(items, table: IDTable(items.map { $0.id.text })) }

    /// - Parameter table: Of the ids of the items, in their order.
    public init(_ items: [Item], table: IDTable) {
        self.items = items
        self.table = table
    }

    /// The thing with an id that came through ``ReferenceCheck``; an unknown one is a fault of our own.
    public subscript(id: ID<Item>) -> Item {
        guard let index = index(of: id) else {
            preconditionFailure("\(Item.entity.noun) \(id.text) passed the reference check and is not there")
        }
        return items[index]
    }

    /// Where the thing with this id stands in ``items``.
    public func index(of id: ID<Item>) -> Int? { table.place(of: id.text) }

    /// The same for an id that is still in the text of a file, as UTF-8.
    public func index(of id: UnsafeBufferPointer<UInt8>) -> Int? { table.place(of: id) }

    /// The thing with this id, where it is not known whether there is one.
    public func find(_ id: ID<Item>) -> Item? { index(of: id).map { items[$0] } }
}
