/// What the server says to one request, before any of it is on the wire.
struct Answer: Sendable {
    var status: Int
    var headers: [(name: String, value: String)] = []
    var body: ArraySlice<UInt8> = []
    /// True for the event stream, which has no end.
    var isEventStream = false

    /// A short answer in words.
    static func plain(_ status: Int, _ text: String, headers: [(name: String, value: String)] = []) -> Answer {
        Answer(
            status: status, headers: [("Content-Type", "text/plain; charset=utf-8")] + headers,
            body: Array((text + "\n").utf8)[...])
    }

    static func redirect(_ status: Int, to location: String) -> Answer {
        plain(status, "See \(location)", headers: [("Location", location)])
    }
}
