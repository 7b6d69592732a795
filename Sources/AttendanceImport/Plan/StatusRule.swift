import Training

/// What a run's line becomes when a file says something about the person.
struct StatusRule: Sendable {
    let knowsBookings: Bool
    let overwrites: Bool

    enum Verdict: Sendable, Hashable {
        case same
        case becomes(Attendance.Status)
        /// A person wrote something else, and that stays.
        case differs(Attendance.Status)
    }

    func verdict(before: Attendance.Status?, file: Attendance.Status) -> Verdict {
        let after = !knowsBookings && !(before?.isBooking ?? false) ? file.withoutBooking : file
        guard let before else { return .becomes(after) }
        if before == after || before.saysMore(than: after) { return .same }
        if before.isProvisional || overwrites { return .becomes(after) }
        return .differs(after)
    }
}

extension Attendance.Status {
    /// Whether the person had a place.
    fileprivate var isBooking: Bool { self == .booked || self == .attended || self == .part || self == .noShow }

    fileprivate var withoutBooking: Attendance.Status { self == .attended ? .walkIn : self }

    /// Whether it was true before the run, and something else may be true after it.
    fileprivate var isProvisional: Bool {
        switch self {
        case .booked, .waiting, .cancelled, .lateCancelled: true
        case .attended, .part, .noShow, .walkIn: false
        }
    }

    /// Whether it says all that `other` says, and more. A booking says nothing about the day; who came without a
    /// booking came; who gave a place back late gave it back.
    fileprivate func saysMore(than other: Attendance.Status) -> Bool {
        switch (self, other) {
        case (.attended, .booked), (.part, .booked), (.noShow, .booked), (.walkIn, .booked): true
        case (.walkIn, .attended), (.attended, .walkIn), (.lateCancelled, .cancelled): true
        case (.cancelled, .booked), (.lateCancelled, .booked): true
        default: false
        }
    }

    /// Of several things that a file says of one person, the one that counts most.
    var rank: Int {
        switch self {
        case .attended: 7
        case .walkIn: 6
        case .part: 5
        case .noShow: 4
        case .booked: 3
        case .waiting: 2
        case .lateCancelled: 1
        case .cancelled: 0
        }
    }
}
