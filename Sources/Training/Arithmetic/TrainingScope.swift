public import Content
public import Schemas

/// What of a board its training is measured by. It holds no personal data.
public struct TrainingScope: Sendable {
    public let agencies: Registry<Agency>
    public let courses: Registry<Course>
    /// Levels, groups of staff, kinds of site and their rules; `nil` where the board has none.
    public let framework: TrainingFramework?

    public init(agencies: Registry<Agency>, courses: Registry<Course>, framework: TrainingFramework?) {
        self.agencies = agencies
        self.courses = courses
        self.framework = framework
    }

    public init(_ board: Board) {
        self.init(agencies: board.agencies, courses: board.courses, framework: board.training)
    }

    /// Training that runs out within so many days is due.
    public var dueWithinDays: Int { framework?.dueWithinDays ?? TrainingFramework.usualDueWithinDays }

    var levels: [TrainingLevel] { framework?.levels.items ?? [] }
    var roleGroups: [RoleGroup] { framework?.roleGroups.items ?? [] }
    var siteKinds: [SiteKind] { framework?.siteKinds.items ?? [] }
}

extension TrainingScope {
    /// The level that a group of staff needs: its own, or the lowest.
    public func level(of group: RoleGroup) -> ID<TrainingLevel>? { group.level ?? levels.first?.id }
}
