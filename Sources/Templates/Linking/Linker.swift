import Diagnostics

/// Turns a syntax tree into a program for one root shape, and finds what cannot mean anything there.
///
/// Every name is resolved to a register and a path of slots. Included templates become procedures, linked one after the
/// other from a waiting list, so that templates may include themselves.
struct Linker {
    let library: TemplateLibrary
    let shapes: ShapeTable
    private(set) var program = Program()
    private(set) var faults: [Diagnostic] = []
    var environments = Environments()
    /// Where in the page's HTML the code that is being written stands.
    var html = HTMLState.content
    /// The next line begins in the middle of a line of the page.
    var skipsIndentation = false

    private(set) var procedures: [Procedure] = []
    private var numbers: [Procedure.Key: Int] = [:]
    private(set) var current = 0
    private var calls: [Termination.Call: Name] = [:]
    private var reported: Set<Diagnostic> = []
    /// Literals before this instruction must not grow: something jumps behind them.
    private var barrier = 0

    init(_ library: TemplateLibrary, root: Shape) {
        self.library = library
        shapes = ShapeTable(root: root)
    }

    mutating func link(_ source: Int) {
        let key = Procedure.Key(
            source: source, context: Context.root, environment: Environments.empty, margin: .none, html: .content)
        _ = procedure(key, inclusion: nil)
        while current < procedures.count {
            linkProcedure()
            current += 1
        }
        program.registerCount = shapes.count + 1
        aimCalls()
        for call in Termination.endlessCalls(among: Set(calls.keys)) {
            if let name = calls[call] { report(Fault.endless(name)) }
        }
    }

    /// The register of `{{.}}` where that is a text.
    var dotRegister: Int { shapes.count }

    private mutating func linkProcedure() {
        let key = procedures[current].key
        let parsed = library.sources[key.source]
        faults += parsed.faults
        procedures[current].entry = mark()
        html = key.html
        skipsIndentation = false
        emit(parsed.nodes, in: Scope(key))
        if html.settled != key.html, parsed.faults.isEmpty {
            let subject = "the template \"\(parsed.source.name)\""
            let place = Location(path: parsed.source.path, start: .start)
            report(Fault.unevenHTML(subject, from: key.html, to: html, at: place))
        }
        add(.finish)
    }

    /// Calls are written with the procedure's number, because its place is not known yet.
    private mutating func aimCalls() {
        for i in program.code.indices {
            if case .call(let number) = program.code[i] {
                program.code[i] = .call(Int32(procedures[Int(number)].entry))
            }
        }
    }
}

/// Where in the sources the linker is, and what the names there mean.
struct Scope {
    var source: Int
    var environment: Int
    var context: Context
    var margin: Margin

    init(_ key: Procedure.Key) {
        source = key.source
        environment = key.environment
        context = Context(key.context)
        margin = key.margin
    }
}

// MARK: Procedures

extension Linker {
    private mutating func procedure(_ key: Procedure.Key, inclusion: Name?) -> Int {
        if let known = numbers[key] ?? enclosing(key) { return known }
        numbers[key] = procedures.count
        procedures.append(Procedure(key: key, parent: inclusion == nil ? nil : current, inclusion: inclusion))
        return procedures.count - 1
    }

    /// The same procedure further out, but for its indentation: a template that includes itself, indented, would need
    /// new code for each round. Its indentation stays that of the first.
    private func enclosing(_ key: Procedure.Key) -> Int? {
        var next: Int? = procedures.isEmpty ? nil : current
        while let number = next {
            var outer = procedures[number].key
            outer.margin = key.margin
            if outer == key { return number }
            next = procedures[number].parent
        }
        return nil
    }

    mutating func call(_ key: Procedure.Key, by name: Name, from context: Context) {
        let callee = procedure(key, inclusion: name)
        let call = Termination.Call(caller: current, callee: callee, origins: context.origins)
        if calls[call] == nil { calls[call] = name }
        add(.call(Int32(callee)))
    }

    mutating func report(_ fault: Diagnostic) {
        if reported.insert(fault).inserted { faults.append(fault) }
    }

    /// Reports a fault of meaning, with the tag that brought the template here.
    mutating func report(_ fault: Diagnostic, in scope: Scope) {
        guard let inclusion = procedures[current].inclusion else { return report(fault) }
        let note = Diagnostic.Note("where \"\(inclusion.text)\" is included here", at: inclusion.location)
        let known = reported.contains {
            $0.code == fault.code && $0.location == fault.location && $0.message == fault.message
        }
        guard !known else { return }
        report(
            Diagnostic(
                fault.code, fault.message, at: fault.location, severity: fault.severity, label: fault.label,
                notes: fault.notes + [note], help: fault.help))
    }
}

// MARK: Code

extension Linker {
    mutating func add(_ instruction: Instruction) { program.code.append(instruction) }

    /// The place of the next instruction, as a target.
    mutating func mark() -> Int {
        barrier = program.code.count
        return barrier
    }

    /// Adds an instruction that is replaced as soon as its target is known.
    mutating func reserve() -> Int {
        add(.finish)
        return program.code.count - 1
    }

    mutating func fill(_ reserved: Int, with instruction: Instruction) { program.code[reserved] = instruction }

    mutating func addLiteral(_ bytes: some Collection<UInt8>) {
        guard !bytes.isEmpty else { return }
        html.read(bytes)
        let start = Int32(program.literals.count)
        program.literals += bytes
        let end = Int32(program.literals.count)
        if program.code.count > barrier, case .literal(let first, start)? = program.code.last {
            program.code[program.code.count - 1] = .literal(start: first, end: end)
        } else {
            add(.literal(start: start, end: end))
        }
    }

    mutating func place(_ register: Int, _ path: [Int]) -> Place {
        let start = Int32(program.steps.count)
        program.steps += path.map(Int32.init)
        return Place(register: Int32(register), start: start, end: Int32(program.steps.count))
    }
}
