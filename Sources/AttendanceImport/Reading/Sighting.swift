import Training

/// What one row of a file says: somebody was there, or has a place.
struct Sighting: Sendable, Hashable {
    /// The row's number in the file.
    let row: Int
    /// As they are shown, and as they are registered where the file has both. Empty where it has none.
    let names: [String]
    /// In small letters.
    let email: String?
    let agency: String?
    /// A person's id, where the file has such a column.
    let id: String?
    let presence: Presence

    enum Presence: Sendable, Hashable {
        /// From joining to leaving.
        case session(Moment, Moment)
        /// So many seconds, at some time.
        case time(Int)
        /// What the file itself says became of the place.
        case word(Attendance.Status)
    }
}

/// A row that cannot be used, and why.
struct RejectedRow: Sendable, Hashable {
    let row: Int
    /// For the preview only.
    let name: String
    let reason: String
    /// Nobody has to decide anything about it.
    var isOfNoConcern = false
}
