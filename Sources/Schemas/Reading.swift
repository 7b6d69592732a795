public import Diagnostics
import YAMLData

/// What comes up while values are read: faults, and which ids are declared and used where.
public struct Reading: Sendable {
    public var diagnostics: [Diagnostic] = []
    public internal(set) var declarations: [Mention] = []
    public internal(set) var references: [Mention] = []
    /// What one file declares or uses in great number.
    public internal(set) var declaredLists: [MentionList] = []
    public internal(set) var referredLists: [MentionList] = []
    /// Kinds of things whose file could not be read: what refers to them is not held against anybody.
    public internal(set) var unread: Set<EntityKind> = []

    public init() {}

    /// An id at a place in a file.
    public struct Mention: Sendable, Hashable {
        public let entity: EntityKind
        public let id: String
        public let location: Location
    }

    public mutating func report(
        _ code: DiagnosticCode, _ message: String, at location: Location, label: String? = nil,
        notes: [Diagnostic.Note] = [], help: String? = nil
    ) {
        diagnostics.append(Diagnostic(code, message, at: location, label: label, notes: notes, help: help))
    }

    /// Says that the items of a list behind a faulty one were not looked at.
    mutating func reportRest(_ count: Int, after node: YAMLNode) {
        guard count > 0 else { return }
        diagnostics.append(
            Diagnostic(
                .moreOfTheKind, "the \(count) items behind this one were not read", at: node.location,
                help: "put the first of them right, and run the command again"))
    }

    public mutating func declare(_ entity: EntityKind, _ id: String, at location: Location) {
        declarations.append(Mention(entity: entity, id: id, location: location))
    }

    public mutating func refer(to entity: EntityKind, _ id: String, at location: Location) {
        references.append(Mention(entity: entity, id: id, location: location))
    }

    public mutating func declare(_ list: MentionList) { declaredLists.append(list) }

    public mutating func refer(to list: MentionList) { referredLists.append(list) }

    /// What it declares alone, for checking the references of others against it.
    public var declarationsOnly: Reading {
        var reading = Reading()
        reading.declarations = declarations
        reading.declaredLists = declaredLists
        reading.unread = unread
        return reading
    }

    /// Notes that the file which declares such things could not be read.
    public mutating func couldNotRead(_ entity: EntityKind) { unread.insert(entity) }

    /// Takes in what another reading found, in order.
    public mutating func merge(_ other: Reading) {
        diagnostics += other.diagnostics
        declarations += other.declarations
        references += other.references
        declaredLists += other.declaredLists
        referredLists += other.referredLists
        unread.formUnion(other.unread)
    }
}
