public import CivilTime
public import Content
public import Schemas

public struct PublishedTraining: Sendable {
    public let runs: [PublishedRun]
    public let roster: PublishedRoster
    public func figures(from: CivilDate, to: CivilDate, course: ID<Course>?) -> PublishedFigures { preconditionFailure() }
}
public enum PublishableCount: Sendable { case exact(Int), hidden(String) 
  public var text: String { "" } }
public struct PublishedFigures: Sendable { public let runs: Int; public let people: PublishableCount; public let agencies: PublishableCount }
public struct PublishedRun: Sendable {
    public let id: String; public let course: ID<Course>; public let date: CivilDate; public let start: ClockTime; public let end: ClockTime
    public let venue: String?; public let places: Int; public let left: Int; public let isCancelled: Bool; public let sequence: Int
}
public struct PublishedRoster: Sendable {
}
