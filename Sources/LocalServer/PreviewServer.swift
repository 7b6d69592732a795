import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix

/// Serves a site from memory on this computer, and tells open pages when it changes.
///
/// It reads no files, runs nothing, and writes nothing. It listens on the loopback address unless told otherwise, and
/// answers only to requests that name it as their host.
public actor PreviewServer {
    /// Why the server cannot start.
    public enum Failure: Error, Sendable, Hashable {
        /// Another program listens at this port.
        case portTaken(Int)
        /// Ports below 1024 are kept for the system.
        case portForbidden(Int)
        /// The host is not an address of this computer, or cannot be listened on for the reason given.
        case cannotListen(host: String, reason: String)
        case isRunning
    }

    private let host: String
    private let port: Int
    private let preview: Preview
    private var listener: (any Channel)?

    /// - Parameter port: 0 takes any port that is free.
    public init(
        _ site: ServedSite = ServedSite(files: [:]), host: String = "127.0.0.1", port: Int = 0,
        limits: PreviewLimits = PreviewLimits()
    ) {
        (self.host, self.port) = (host, port)
        preview = Preview(site, limits.fitting(openFiles: Self.openFiles))
    }

    /// How many files this program may have open at once (getrlimit(2)).
    private static var openFiles: Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 256 }
        return Int(clamping: limit.rlim_cur)
    }

    /// Starts listening.
    ///
    /// - Returns: the port.
    public func start() async throws(Failure) -> Int {
        guard listener == nil else { throw .isRunning }
        do {
            let channel = try await bootstrap().bind(host: host, port: port).get()
            listener = channel
            return channel.localAddress?.port ?? port
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw .portTaken(port)
        } catch let error as IOError where error.errnoCode == EACCES {
            throw .portForbidden(port)
        } catch {
            throw .cannotListen(host: host, reason: "\(error)")
        }
    }

    /// Stops listening and closes every connection.
    public func stop() async {
        try? await listener?.close()
        listener = nil
        preview.closeAll()
    }

    /// Serves this site from now on, and reloads the pages that are open.
    ///
    /// - Parameter changedPaths: what differs from before, where it is known. Where nothing does, pages stay as they are.
    public nonisolated func publish(_ site: ServedSite, changedPaths: [String]? = nil) {
        preview.publish(site, isChanged: changedPaths?.isEmpty != true)
    }

    /// Shows `problems`, plain text, over every page that is open or opened, until the next `publish`; `nil` takes them
    /// away.
    public nonisolated func report(problems: String?) { preview.report(problems) }

    private func bootstrap() -> ServerBootstrap {
        let (preview, host) = (preview, host)
        return ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 256)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let hosts = TrustedHosts(host: host, port: channel.localAddress?.port ?? 0)
                    try Self.furnish(channel, preview, hosts)
                }
            }
    }

    private static func furnish(_ channel: any Channel, _ preview: Preview, _ hosts: TrustedHosts) throws {
        let pipeline = channel.pipeline.syncOperations
        let limiter = ConnectionGuard(preview.limits)
        try pipeline.addHandler(limiter)
        try pipeline.configureHTTPServerPipeline(withPipeliningAssistance: true, withErrorHandling: true)
        let id = preview.admit(channel)
        try pipeline.addHandler(RequestHandler(preview, hosts, connection: id, limiter: limiter))
    }
}
