public import CivilTime

extension Run {
    /// How many places are taken.
    public var placesTaken: Int { attendance.count { $0.status.takesPlace } }

    /// How many places are left; none where more came than there are places.
    public var placesLeft: Int { max(0, places - placesTaken) }

    /// Whether its day is still to come. A run of today is to come: it counts as held from tomorrow on.
    public func isUpcoming(asOf date: CivilDate) -> Bool { self.date >= date }

    /// Whether it took place: its day has passed, and it was not cancelled.
    public func wasHeld(asOf date: CivilDate) -> Bool { self.date < date && !isCancelled }
}

extension TrainingRecords {
    /// Runs to come, the cancelled ones among them, so that readers and calendars learn that they are off.
    public func upcomingRuns(asOf date: CivilDate) -> [Run] { runs.filter { $0.isUpcoming(asOf: date) } }

    public func heldRuns(asOf date: CivilDate) -> [Run] { runs.filter { $0.wasHeld(asOf: date) } }
}
