/// Mustache's context stack, as known before any page exists.
///
/// A shape that is pushed again hides its earlier self entirely, since both have the same names. So the earlier one is
/// taken out, stacks cannot grow without end, and each shape needs one register.
struct Context {
    /// What decides which code a template becomes. Two contexts with equal keys share it.
    struct Key: Hashable {
        var shapes: [Int] = []
        var dot: Dot = .object
        var isInList = false
    }

    /// What `{{.}}` is.
    enum Dot: Hashable {
        /// The shape on top of the stack.
        case object
        case text, html
    }

    /// Where the value in a register comes from, seen from the start of the procedure.
    struct Origin: Hashable {
        let register: Int
        /// Whether it is a part of that register's first value, and so smaller than it.
        let isPart: Bool
    }

    private(set) var key: Key
    private(set) var origins: [Int: Origin]

    init(_ key: Key) {
        self.key = key
        origins = Dictionary(uniqueKeysWithValues: key.shapes.map { ($0, Origin(register: $0, isPart: false)) })
    }

    static let root = Key(shapes: [ShapeTable.root])

    /// From the innermost outwards.
    var shapes: some Sequence<Int> { key.shapes.reversed() }

    func pushing(_ shape: Int, from register: Int, isPart: Bool, inList: Bool) -> Context {
        var copy = self
        copy.key.shapes.removeAll { $0 == shape }
        copy.key.shapes.append(shape)
        copy.key.dot = .object
        copy.key.isInList = key.isInList || inList
        copy.origins[shape] = origins[register].map { Origin(register: $0.register, isPart: $0.isPart || isPart) }
        return copy
    }

    func pushing(_ dot: Dot, inList: Bool) -> Context {
        var copy = self
        copy.key.dot = dot
        copy.key.isInList = key.isInList || inList
        return copy
    }
}
