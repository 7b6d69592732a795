/// Asks web servers. The network is behind this door, so that everything else can be tried without one.
public protocol WebFetching: Sendable {
    /// One request, without following redirects.
    func fetch(_ request: WebRequest) async -> WebResponse
}

/// One request to a web server.
public struct WebRequest: Sendable, Hashable {
    public let method: Method
    public let address: String
    /// How many bytes of the answer's body are wanted.
    public let bodyLimit: Int

    public enum Method: Sendable {
        case head, get
    }

    public init(_ method: Method, _ address: String, bodyLimit: Int = 0) {
        self.method = method
        self.address = address
        self.bodyLimit = bodyLimit
    }
}

/// What came back.
public enum WebResponse: Sendable, Hashable {
    case answer(Answer)
    case failure(Failure, detail: String)

    public struct Answer: Sendable, Hashable {
        /// As HTTP numbers them (RFC 9110, section 15).
        public let status: Int
        /// Where a redirect leads, as a whole address.
        public let location: String?
        /// `Retry-After` as it was sent (RFC 9110, section 10.2.3).
        public let retryAfter: String?
        public let body: [UInt8]

        public init(status: Int, location: String? = nil, retryAfter: String? = nil, body: [UInt8] = []) {
            self.status = status
            self.location = location
            self.retryAfter = retryAfter
            self.body = body
        }
    }

    /// Why there was no answer.
    public enum Failure: Sendable, Hashable {
        case unknownHost, refused, timeout, reset, certificate, other
    }
}
