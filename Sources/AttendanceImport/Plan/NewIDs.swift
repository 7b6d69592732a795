import Schemas
import Training

/// Ids for new people: the next numbers, in the style of those that are there. They hold nothing about anybody.
struct NewIDs: Sendable {
    private let prefix: String
    private let width: Int
    private var last: Int

    init(_ people: [Person]) {
        let numbered = people.compactMap { Self.parts($0.id.text) }
        prefix = numbered.last?.prefix ?? "p-"
        let alike = numbered.filter { [prefix] in $0.prefix == prefix }
        width = alike.last?.width ?? 4
        last = alike.map(\.number).max() ?? 0
    }

    mutating func next() -> ID<Person> {
        last += 1
        let digits = String(last)
        return ID(prefix + String(repeating: "0", count: max(0, width - digits.count)) + digits)
    }

    /// `p-` and 17 for `p-0017`.
    private static func parts(_ id: String) -> (prefix: String, number: Int, width: Int)? {
        let width = id.utf8.reversed().prefix { $0.isDigit }.count
        guard width > 0, width <= 9, let number = Int(String(id.suffix(width))) else { return nil }
        return (String(id.dropLast(width)), number, width)
    }
}
