import NIOCore
import NIOHTTP1
import Synchronization

/// What all connections share: the site, its state, and who is connected.
final class Preview: Sendable {
    private struct State {
        var site: ServedSite
        var version = 0
        var problems: String?
        var lastConnection = 0
        var connections: [Int: any Channel] = [:]
        var listeners: [Int: any Channel] = [:]
    }

    let limits: PreviewLimits
    /// Differs between two runs of the server, so that a page from before a restart reloads.
    private let run = String(UInt32.random(in: .min ... .max), radix: 36)
    private let state: Mutex<State>

    init(_ site: ServedSite, _ limits: PreviewLimits) {
        self.limits = limits
        state = Mutex(State(site: site))
    }

    /// The site as it stands, and the name of its state.
    var current: (site: ServedSite, version: String) {
        state.withLock { ($0.site, "\(run)-\($0.version)") }
    }

    /// - Parameter isChanged: false where every byte is as before; then open pages only drop the list of problems.
    func publish(_ site: ServedSite, isChanged: Bool) {
        let event = state.withLock { state in
            state.site = site
            state.problems = nil
            if isChanged { state.version += 1 }
            return isChanged ? ServerEvent.reload("\(run)-\(state.version)") : .solved
        }
        send(event)
    }

    func report(_ problems: String?) {
        state.withLock { $0.problems = problems }
        send(problems.map { .problems($0) } ?? .solved)
    }

    private func send(_ event: ServerEvent) {
        let bytes = event.bytes
        for channel in state.withLock({ Array($0.listeners.values) }) { Self.send(bytes, to: channel) }
    }

    static func send(_ bytes: [UInt8], to channel: any Channel) {
        // Whoever does not read what it is sent must not fill the memory.
        guard channel.isWritable else { return channel.close(promise: nil) }
        let part = HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(bytes: bytes)))
        channel.writeAndFlush(part, promise: nil)
    }
}

extension Preview {
    /// Counts a new connection in, at the cost of the oldest one where there are too many.
    func admit(_ channel: any Channel) -> Int {
        let (id, oldest) = state.withLock { state in
            state.lastConnection += 1
            state.connections[state.lastConnection] = channel
            let isFull = state.connections.count > limits.connections
            let waiting = state.connections.keys.filter { state.listeners[$0] == nil }
            let oldest = isFull ? (waiting.min() ?? state.connections.keys.min()) : nil
            return (state.lastConnection, oldest.flatMap { state.connections.removeValue(forKey: $0) })
        }
        oldest?.close(promise: nil)
        return id
    }

    func dismiss(_ id: Int) {
        state.withLock { state in
            state.connections[id] = nil
            state.listeners[id] = nil
        }
    }

    /// Makes a connection a listener.
    ///
    /// - Returns: what it must be told first. The lock makes sure that it misses nothing from then on.
    func listen(_ id: Int, _ channel: any Channel) -> [UInt8] {
        let (events, oldest) = state.withLock { state in
            state.listeners[id] = channel
            let isFull = state.listeners.count > limits.listeners
            let oldest = isFull ? state.listeners.keys.min().flatMap { state.listeners.removeValue(forKey: $0) } : nil
            let hello = ServerEvent.hello("\(run)-\(state.version)")
            return ([hello] + (state.problems.map { [.problems($0)] } ?? []), oldest)
        }
        oldest?.close(promise: nil)
        // A server that is started again is back within half a second.
        return Array("retry: 500\n".utf8) + events.flatMap(\.bytes)
    }

    func closeAll() {
        for channel in state.withLock({ Array($0.connections.values) }) { channel.close(promise: nil) }
    }
}
