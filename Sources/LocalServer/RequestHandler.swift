import NIOCore
import NIOHTTP1

/// Answers the requests of one connection.
final class RequestHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let preview: Preview
    private let hosts: TrustedHosts
    private let connection: Int
    private let limiter: ConnectionGuard
    private var head: HTTPRequestHead?
    private var heartbeat: RepeatedTask?

    init(_ preview: Preview, _ hosts: TrustedHosts, connection: Int, limiter: ConnectionGuard) {
        (self.preview, self.hosts, self.connection, self.limiter) = (preview, hosts, connection, limiter)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): self.head = head
        case .body: break
        case .end:
            guard let head else { return }
            self.head = nil
            limiter.enter(.answering)
            answer(head, context)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        heartbeat?.cancel()
        preview.dismiss(connection)
        context.fireChannelInactive()
    }

    /// A malformed request has had its answer from NIO's own handler; every other error ends the connection too.
    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let (site, version) = preview.current
        let answer = Router(site: site, version: version, hosts: hosts).answer(Router.Request(head))
        let isStream = answer.isEventStream && head.method == .GET
        var headers = HTTPHeaders(answer.headers.map { ($0.name, $0.value) })
        if !answer.isEventStream { headers.add(name: "Content-Length", value: "\(answer.body.count)") }
        if !head.isKeepAlive { headers.add(name: "Connection", value: "close") }
        let status = HTTPResponseStatus(statusCode: answer.status)
        context.write(
            wrapOutboundOut(.head(.init(version: head.version, status: status, headers: headers))), promise: nil)
        if isStream { return stream(context) }
        if head.method != .HEAD, !answer.body.isEmpty {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
        }
        finish(context, isKeepAlive: head.isKeepAlive)
    }

    private func finish(_ context: ChannelHandlerContext, isKeepAlive: Bool) {
        let sent = context.eventLoop.makePromise(of: Void.self)
        let (limiter, channel) = (NIOLoopBound(limiter, eventLoop: context.eventLoop), context.channel)
        sent.futureResult.whenSuccess {
            if isKeepAlive { limiter.value.enter(.idle) } else { channel.close(promise: nil) }
        }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: sent)
    }

    private func stream(_ context: ChannelHandlerContext) {
        limiter.enter(.streaming)
        let channel = context.channel
        let first = preview.listen(connection, channel)
        context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: first)))), promise: nil)
        let pause = TimeAmount(preview.limits.heartbeat)
        heartbeat = context.eventLoop.scheduleRepeatedTask(initialDelay: pause, delay: pause) { _ in
            Preview.send(Array(":\n\n".utf8), to: channel)
        }
    }
}

extension Router.Request {
    fileprivate init(_ head: HTTPRequestHead) {
        self.init(
            method: head.method.rawValue, target: head.uri, hosts: head.headers["Host"],
            origins: head.headers["Origin"], range: head.headers.first(name: "Range"))
    }
}
