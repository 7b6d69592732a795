import Diagnostics
public import Schemas
import YAMLData

/// Whom something is for, in the words of front matter.
public enum Audience: String, Sendable, CaseIterable {
    case everyone, parents
    case youngPeople = "young-people"
    case professionals, schools, businesses, trainers
}

/// The readers of a page, and with them the editions it may stand in.
///
/// `trainers` is not one audience among others: it keeps a page out of everything that is published. So it stands
/// alone, and a page for "parents and trainers" cannot be written.
public enum Readership: Sendable, Hashable {
    /// For the public; at least one audience, none of them `trainers`.
    case published([Audience])
    /// For the training team's internal site only.
    case trainers

    public var audiences: [Audience] {
        switch self {
        case .published(let audiences): audiences
        case .trainers: [.trainers]
        }
    }
}

extension Reader where Value == Readership {
    /// `audience: [parents, schools]`
    public static var readership: Reader<Readership> {
        let words = Reader<[Audience]>.nonEmptyList(of: .word("audience"))
        return Reader<Readership>(words.shape) { node, reading in
            guard let audiences = words.value(of: node, &reading) else { return nil }
            guard audiences.contains(.trainers) else { return .published(audiences) }
            if audiences.count == 1 { return .trainers }
            reading.report(
                .trainersNotAlone, "\"trainers\" cannot be mixed with audiences of the public site",
                at: node.location,
                help: "write `audience: [trainers]` to keep the page internal, or leave \"trainers\" out")
            return nil
        }
    }
}
