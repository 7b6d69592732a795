/// Runs a program once.
struct Machine {
    private let program: Program
    private var registers: [Value]
    /// What `leave` and the last `next` put back.
    private var saved: [Value] = []
    private var outerLoops: [Loop] = []
    private var loop = Loop()
    private var returns: [Int] = []

    private struct Loop {
        var items: [Value] = []
        var index = 0
    }

    init(_ program: Program, root: Value) {
        self.program = program
        registers = Array(repeating: .absent, count: program.registerCount)
        registers[ShapeTable.root] = root
    }

    mutating func run(into out: inout [UInt8]) {
        // Both are borrowed for the whole run: the pages that are drawn on all cores share them, and taking hold of them
        // for each instruction would make the cores wait for each other.
        let program = program
        program.code.withUnsafeBufferPointer { code in
            program.literals.withUnsafeBufferPointer { literals in run(code, literals, into: &out) }
        }
    }

    /// One line for each instruction: cut up, the loop would be slower and no plainer.
    private mutating func run(
        _ code: UnsafeBufferPointer<Instruction>, _ literals: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]
    ) {
        var at = 0
        while true {
            switch code[at] {
            case .literal(let start, let end):
                out.append(contentsOf: UnsafeBufferPointer(rebasing: literals[Int(start)..<Int(end)]))
            case .text(let place): if case .text(let text) = value(at: place) { out.append(escaping: text) }
            case .html(let place): if case .html(let bytes) = value(at: place) { out.append(contentsOf: bytes) }
            case .index: out.append(contentsOf: String(loop.index + 1).utf8)
            case .require(let place, let filled, let other):
                if value(at: place).isFilled != filled { at = Int(other); continue }
            case .requireFirst(let wanted, let other):
                if (loop.index == 0) != wanted { at = Int(other); continue }
            case .requireLast(let wanted, let other):
                if (loop.index + 1 == loop.items.count) != wanted { at = Int(other); continue }
            case .enter(let place, let register, let other):
                if !enter(value(at: place), Int(register)) { at = Int(other); continue }
            case .leave(let register): registers[Int(register)] = saved.removeLast()
            case .each(let place, let register, let other):
                if !begin(value(at: place), Int(register)) { at = Int(other); continue }
            case .next(let register, let body):
                if advance(Int(register)) { at = Int(body); continue }
            case .call(let procedure):
                returns.append(at + 1)
                at = Int(procedure)
                continue
            case .finish:
                guard let back = returns.popLast() else { return }
                at = back
                continue
            }
            at += 1
        }
    }

    @inline(__always)
    private func value(at place: Place) -> Value {
        var value = registers[Int(place.register)]
        for step in place.start..<place.end {
            guard case .object(let slots) = value else { return .absent }
            value = slots[Int(program.steps[Int(step)])]
        }
        return value
    }

    private mutating func enter(_ value: Value, _ register: Int) -> Bool {
        guard value.isFilled else { return false }
        saved.append(registers[register])
        registers[register] = value
        return true
    }

    private mutating func begin(_ value: Value, _ register: Int) -> Bool {
        guard case .list(let items) = value, let first = items.first else { return false }
        saved.append(registers[register])
        registers[register] = first
        outerLoops.append(loop)
        loop = Loop(items: items)
        return true
    }

    private mutating func advance(_ register: Int) -> Bool {
        loop.index += 1
        if loop.index < loop.items.count {
            registers[register] = loop.items[loop.index]
            return true
        }
        registers[register] = saved.removeLast()
        loop = outerLoops.removeLast()
        return false
    }
}
