public import Schemas

/// What became of one person's place on one run.
public struct Attendance: Sendable, Hashable {
    public let person: ID<Person>
    public let status: Status
    private let storedMinutes: UInt16?
    /// The number of the certificate they were given.
    public let certificate: String?

    /// How long they were there, in minutes, where somebody noted it.
    public var minutes: Int? { storedMinutes.map(Int.init) }

    /// A day has no more minutes than this.
    public static let mostMinutes = 24 * 60

    /// - Parameter minutes: at most ``mostMinutes``.
    public init(person: ID<Person>, status: Status, minutes: Int? = nil, certificate: String? = nil) {
        self.person = person
        self.status = status
        storedMinutes = minutes.map(UInt16.init)
        self.certificate = certificate
    }

    public enum Status: String, Sendable, CaseIterable {
        /// Has a place on a run to come.
        case booked
        /// Was there to the end.
        case attended
        /// Left early or came late. That is non-attendance: it counts in no figure of people trained.
        case part
        /// Had a place and did not come.
        case noShow = "no-show"
        /// Gave the place back in time.
        case cancelled
        /// Gave the place back so late that a board may charge for it.
        case lateCancelled = "late-cancelled"
        /// Waits for a place.
        case waiting
        /// Came without a booking, and was there to the end.
        case walkIn = "walk-in"
    }
}

extension Attendance.Status {
    /// Whether the person was trained.
    public var countsAsAttended: Bool { self == .attended || self == .walkIn }

    /// Whether the person had booked, whatever came of it.
    public var wasBooked: Bool { self != .walkIn && self != .waiting }

    /// Whether the place is gone for others. A place given back, even late, can be taken by somebody else.
    public var takesPlace: Bool {
        switch self {
        case .booked, .attended, .part, .noShow, .walkIn: true
        case .cancelled, .lateCancelled, .waiting: false
        }
    }

    /// Whether it can only be said of a run that took place.
    var saysThatRunTookPlace: Bool {
        switch self {
        case .attended, .part, .noShow, .walkIn: true
        case .booked, .cancelled, .lateCancelled, .waiting: false
        }
    }
}
