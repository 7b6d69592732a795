/// An event of a Server-Sent Events stream (HTML Living Standard, section 9.2).
struct ServerEvent: Sendable, Hashable {
    let name: String
    let data: String

    /// The bytes on the wire. A line break of any kind in the data starts a new `data` line, so that no text can end
    /// the event early.
    var bytes: [UInt8] {
        var text = "event: \(name)\n"
        for line in data.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            text += "data: \(line)\n"
        }
        return Array((text + "\n").utf8)
    }

    /// Which state of the site the server is at; the first event of each stream.
    static func hello(_ version: String) -> ServerEvent { ServerEvent(name: "hello", data: version) }
    static func reload(_ version: String) -> ServerEvent { ServerEvent(name: "reload", data: version) }
    static func problems(_ text: String) -> ServerEvent { ServerEvent(name: "problems", data: text) }
    static let solved = ServerEvent(name: "solved", data: "")
}
