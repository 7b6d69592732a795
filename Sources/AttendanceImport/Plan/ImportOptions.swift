public import Content
public import Schemas
public import Training

/// What the user says about an import, beyond the file and the run.
public struct ImportOptions: Sendable {
    /// The format that was asked for; `nil` to find out.
    public var format: ExportFormat?
    public var mapping = ColumnMapping.none
    /// The heading of the run's session, in a file that has one for each.
    public var session: String?
    /// Minutes that somebody may miss and still count as there to the end. A quarter of an hour on a full day is what
    /// some boards allow.
    public var grace = 15
    /// The grade from which a course in Moodle counts as done; `nil` for any.
    public var passMark: Double?
    /// Who is in a row, by the row's number.
    public var people: [Int: ID<Person>] = [:]
    /// Rows to leave out.
    public var skipped: Set<Int> = []
    /// Whether people nobody knows are added to the records.
    public var addsPeople = false
    /// Where new people work, where the file does not say.
    public var agency: ID<Agency>?
    public var roleGroup: ID<RoleGroup>?
    /// Whether those who had a place and are not in the file did not come.
    public var marksNoShows = false
    /// Whether the file counts more than what a person has written down.
    public var overwrites = false

    public init() {}
}
