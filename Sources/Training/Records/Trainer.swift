public import CivilTime
public import Content
import Diagnostics
public import Schemas

/// Somebody who was trained to train: one link of the cascade.
public struct Trainer: Sendable, Hashable {
    public let person: ID<Person>
    /// The trainer who trained them; `nil` for whoever was trained elsewhere.
    public let trainedBy: ID<Person>?
    public let trained: CivilDate
    /// The last day on which they may train; `nil` where there is no end.
    public let validTo: CivilDate?
    /// The courses that they may give; none listed means all.
    public let courses: [ID<Course>]

    /// Whether they may train on this day.
    public func isValid(on date: CivilDate) -> Bool { trained <= date && validTo.map { date <= $0 } ?? true }

    /// Whether they may give this course.
    public func mayGive(_ course: ID<Course>) -> Bool { courses.isEmpty || courses.contains(course) }

    /// One row of `trainers.yaml`, with its place.
    static let reader: Reader<Located<Trainer>> = Reader<Trainer>.object(
        "trainer", "Somebody who was trained to train.",
        fields(
            required("person", .reference(), "Who."),
            optional("trained_by", .reference(), "The trainer who trained them."),
            required("trained", .date, "When they were trained to train."),
            optional("valid_to", .date, "The last day on which they may train."),
            list("courses", .reference(), "The courses that they may give. (default: all)"),
            as: Trainer.init
        ).checked { trainer, location, reading in
            guard let end = trainer.validTo, end < trainer.trained else { return }
            reading.report(
                .datesOutOfOrder, "\"\(trainer.person)\" was trained on \(trainer.trained), and may train until \(end)",
                at: location, help: "`valid_to` is the last day on which they may train")
        }
    ).located
}
