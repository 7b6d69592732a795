import CivilTime
import Content

/// Which of the three sites is built from one board.
public enum Edition: String, Sendable, CaseIterable {
    /// For parents, young people, businesses, everybody.
    case `public`
    /// A copy that a school hosts itself and opens from `file://`.
    case school
    /// The training team's internal site.
    case trainer

    /// Whether pages for these readers stand in this edition. What is left out here never reaches a template.
    func shows(_ readership: Readership) -> Bool {
        switch readership {
        case .published: true
        case .trainers: self == .trainer
        }
    }
}
