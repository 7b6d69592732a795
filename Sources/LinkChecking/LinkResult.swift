/// What became of one address.
public enum LinkResult: Sendable, Hashable {
    /// It leads somewhere.
    case fine
    /// It leads somewhere else for good, and readers should be sent there at once.
    case moved(to: String)
    /// Readers get an error.
    case broken(String)
    /// It could not be found out, which says nothing about the address.
    case unclear(String)
}
