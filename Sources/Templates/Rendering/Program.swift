/// A template turned into a flat list of instructions over registers. Nothing in it is a name.
struct Program: Sendable {
    var code: [Instruction] = []
    /// All literal text, end to end.
    var literals: [UInt8] = []
    /// All slot paths, end to end.
    var steps: [Int32] = []
    var registerCount = 0
}

/// Where a value is: a register, and the slots that lead down from it.
struct Place: Sendable {
    let register: Int32
    /// A range of `Program.steps`.
    let start: Int32
    let end: Int32
}

/// One step of rendering. Targets are indices into `Program.code`.
enum Instruction: Sendable {
    case literal(start: Int32, end: Int32)
    case text(Place)
    case html(Place)
    /// Prints the number of the present item.
    case index
    /// Goes to the target if the value's being filled is not as wanted.
    case require(Place, filled: Bool, else: Int32)
    case requireFirst(Bool, else: Int32)
    case requireLast(Bool, else: Int32)
    /// Puts a filled value into a register until `leave`.
    case enter(Place, register: Int32, else: Int32)
    case leave(register: Int32)
    /// Puts each item of a list into a register in turn.
    case each(Place, register: Int32, else: Int32)
    case next(register: Int32, body: Int32)
    case call(Int32)
    case finish
}
