/// A run, and where in the list of people those of its rows stand.
struct PlacedRun: Sendable, Hashable {
    let run: Run
    /// The place of each row's person; -1 where there is no such person, which the check of ids reports.
    let people: [Int32]
}
