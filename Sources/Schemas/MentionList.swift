public import Diagnostics

/// Ids of one kind in one file, in a few bytes each.
///
/// A ``Reading/Mention`` says of each id which kind of thing it names and in which file it stands. In a list of a hundred
/// thousand people that is said four hundred thousand times, and would take more memory than the people.
public struct MentionList: Sendable {
    public let entity: EntityKind
    let path: String
    private(set) var ids: [String] = []
    private var spots: [Spot] = []

    /// A stretch of a line.
    private struct Spot {
        let line: Int32
        let column: Int32
        let length: Int32
    }

    public init(of entity: EntityKind, in path: String) {
        self.entity = entity
        self.path = path
    }

    /// - Parameter location: In the file of this list.
    public mutating func append(_ id: String, at location: (start: Position, length: Int)) {
        ids.append(id)
        spots.append(
            Spot(
                line: Int32(location.start.line), column: Int32(location.start.column),
                length: Int32(location.length)))
    }

    /// Puts what follows in the same file behind it.
    public mutating func append(_ next: MentionList) {
        ids += next.ids
        spots += next.spots
    }

    func location(_ index: Int) -> Location {
        let spot = spots[index]
        return Location(
            path: path, start: Position(line: Int(spot.line), column: Int(spot.column)), length: Int(spot.length))
    }

    /// The same as single mentions.
    public var mentions: [Reading.Mention] {
        ids.indices.map { Reading.Mention(entity: entity, id: ids[$0], location: location($0)) }
    }
}
