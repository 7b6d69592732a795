import NIOCore

/// Bounds what a connection may send and how long it may take; it stands before the HTTP decoder and sees raw bytes.
final class ConnectionGuard: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundOut = ByteBuffer

    enum Phase { case idle, arriving, answering, streaming }

    private let limits: PreviewLimits
    private var phase = Phase.idle
    private var deadline: Scheduled<Void>?
    private var bytes = 0
    private var context: ChannelHandlerContext?

    init(_ limits: PreviewLimits) { self.limits = limits }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        enter(.idle)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        deadline?.cancel()
        self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        bytes += unwrapInboundIn(data).readableBytes
        guard bytes <= limits.requestBytes else {
            let answer =
                "HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: answer)), promise: nil)
            return context.close(promise: nil)
        }
        if phase == .idle { enter(.arriving) }
        context.fireChannelRead(data)
    }

    /// Starts a phase, with its own time to last. Called on the channel's event loop only.
    func enter(_ next: Phase) {
        phase = next
        deadline?.cancel()
        if next == .answering { bytes = 0 }
        guard let channel = context?.channel, let time = time(of: next) else { return }
        deadline = channel.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }

    private func time(of phase: Phase) -> TimeAmount? {
        switch phase {
        case .idle: TimeAmount(limits.idle)
        case .arriving: TimeAmount(limits.arrival)
        case .answering: TimeAmount(limits.answer)
        case .streaming: nil
        }
    }
}
