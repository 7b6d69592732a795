public import Diagnostics

/// Ids of one kind in one file, in a few bytes each.
///
/// A ``Reading/Mention`` says of each id which kind of thing it names and in which file it stands. In a list of a hundred
/// thousand people that is said four hundred thousand times, and would take more memory than the people. Most of them
/// name the same few agencies, so each id is kept once and mentioned by its number. In a list of what a file declares,
/// every id is mentioned once, in order.
public struct MentionList: Sendable {
    public let entity: EntityKind
    public let path: String
    /// Each id that was added.
    public private(set) var ids: [String] = []
    /// The number of the id, and where it stands.
    private var numbers: [Int32] = []
    private var spots: [Spot] = []
    /// Where each id stands among those of a list that declares them, where whoever made the list knows.
    public var table: IDTable?

    public init(of entity: EntityKind, in path: String) {
        self.entity = entity
        self.path = path
    }

    /// Makes room for as many ids, mentioned once each.
    public mutating func reserve(_ count: Int) {
        ids.reserveCapacity(count)
        numbers.reserveCapacity(count)
        spots.reserveCapacity(count)
    }

    /// Takes in an id to be mentioned.
    ///
    /// - Returns: Its number.
    public mutating func add(_ id: String) -> Int {
        ids.append(id)
        return ids.count - 1
    }

    /// - Parameters:
    ///   - number: Of the id, by ``add(_:)``.
    ///   - spot: In the file of this list.
    public mutating func mention(_ number: Int, at spot: Spot) {
        numbers.append(Int32(number))
        spots.append(spot)
    }

    /// Puts what follows in the same file behind it.
    public mutating func append(_ next: MentionList) {
        let before = Int32(ids.count)
        ids += next.ids
        numbers += next.numbers.map { $0 + before }
        spots += next.spots
        table = nil
    }

    /// The same as single mentions, in order.
    public var mentions: [Reading.Mention] { numbers.indices.map(mention) }

    func mention(_ index: Int) -> Reading.Mention {
        Reading.Mention(entity: entity, id: ids[Int(numbers[index])], location: spots[index].location(in: path))
    }

    /// Mentions of ids of which something is true.
    func mentions(where isWanted: (String) -> Bool) -> [Reading.Mention] {
        let wanted = ids.map(isWanted)
        guard wanted.contains(true) else { return [] }
        return numbers.indices.filter { wanted[Int(numbers[$0])] }.map(mention)
    }
}

/// A stretch of a line of a file that is known, in a few bytes.
public struct Spot: Sendable, Hashable {
    private let line: Int32
    private let column: Int32
    private let length: Int32

    /// All as in ``Location``.
    public init(line: Int, column: Int, length: Int) {
        self.line = Int32(line)
        self.column = Int32(column)
        self.length = Int32(length)
    }

    public init(_ location: Location) {
        self.init(line: location.start.line, column: location.start.column, length: location.length)
    }

    public func location(in path: String) -> Location {
        Location(path: path, start: Position(line: Int(line), column: Int(column)), length: Int(length))
    }
}
