/// Where the HTML of documents is put aside until it is drawn, so that it need not wait in memory.
///
/// Parsing knows nothing of disks: whoever has one hands in how bytes are put there and brought back.
public final class HTMLStore: Sendable {
    private let put: @Sendable ([UInt8]) -> Int?
    fileprivate let bytes: @Sendable (_ place: Int, _ count: Int) -> [UInt8]

    /// - Parameters:
    ///   - put: Takes bytes, from many tasks at once, and says where they are; `nil` where it does not take them.
    ///   - bytes: So many bytes from a place.
    public init(
        put: @escaping @Sendable ([UInt8]) -> Int?, bytes: @escaping @Sendable (_ place: Int, _ count: Int) -> [UInt8]
    ) {
        self.put = put
        self.bytes = bytes
    }

    func taking(_ html: [UInt8]) -> HTMLAside? {
        put(html).map { HTMLAside(store: self, place: $0, count: html.count) }
    }
}

/// HTML that was put aside.
final class HTMLAside: Sendable {
    private let store: HTMLStore
    private let place: Int
    private let count: Int

    fileprivate init(store: HTMLStore, place: Int, count: Int) {
        (self.store, self.place, self.count) = (store, place, count)
    }

    var bytes: [UInt8] { store.bytes(place, count) }
}

/// HTML in memory, or put aside.
enum KeptHTML: Sendable {
    case here([UInt8])
    case aside(HTMLAside)

    var bytes: [UInt8] {
        switch self {
        case .here(let bytes): bytes
        case .aside(let place): place.bytes
        }
    }
}

// By what it says, wherever it is.
extension KeptHTML: Hashable {
    static func == (a: KeptHTML, b: KeptHTML) -> Bool { a.bytes == b.bytes }

    func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
