/// Lets one request at a time through to each host.
actor HostTurns {
    private var busy: Set<String> = []
    private var known: Set<String> = []
    private var waiting: [String: [CheckedContinuation<Void, Never>]] = [:]

    /// Waits for our turn.
    ///
    /// - Returns: Whether the host has been asked before, so that it is owed a pause.
    func begin(_ host: String) async -> Bool {
        if !busy.insert(host).inserted {
            await withCheckedContinuation { waiting[host, default: []].append($0) }
        }
        return !known.insert(host).inserted
    }

    /// Hands the turn on.
    func end(_ host: String) {
        guard let next = waiting[host]?.first else {
            busy.remove(host)
            return
        }
        waiting[host]?.removeFirst()
        next.resume()
    }
}
