/// A template whose every name is known to mean something. Rendering it cannot fail.
public struct Template: Sendable {
    /// The name of the source it was compiled from.
    public let name: String
    let program: Program

    /// Appends the page for `value`, which is to be of the shape that the template was compiled against.
    public func render(_ value: Value, into out: inout [UInt8]) {
        var machine = Machine(program, root: value)
        machine.run(into: &out)
    }

    /// The page for `value`.
    public func render(_ value: Value) -> [UInt8] {
        var out: [UInt8] = []
        render(value, into: &out)
        return out
    }
}
