/// What one client may cost the preview server.
public struct PreviewLimits: Sendable {
    /// The largest request, head and body together, in bytes. Browsers send under 4 KiB without cookies.
    public var requestBytes = 32 << 10
    /// Connections at once; beyond it, the oldest is closed. Browsers hold at most six to a host.
    public var connections = 256
    /// Pages at once that listen for changes; beyond it, the oldest is closed.
    public var listeners = 64
    /// How long a request may take to arrive once its first byte is there.
    public var arrival: Duration = .seconds(10)
    /// How long a connection may stand without a request.
    public var idle: Duration = .seconds(60)
    /// How long a client may take to read its answer.
    public var answer: Duration = .seconds(120)
    /// The pause between two signs of life to a page that listens, so that gone pages are noticed.
    public var heartbeat: Duration = .seconds(15)

    public init() {}

    /// The same, with no more connections than leave the rest of the program half of the files that it may open. A
    /// server without a file handle left cannot even turn a client away.
    func fitting(openFiles: Int) -> PreviewLimits {
        var fitting = self
        fitting.connections = max(1, min(connections, (openFiles - Self.ownFiles) / 2))
        return fitting
    }

    /// What the program holds open itself: event loops, watched folders, a build.
    private static let ownFiles = 32
}
