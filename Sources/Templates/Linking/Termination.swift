/// Finds templates that include themselves without coming nearer to an end.
///
/// Including oneself is fine while each round works on a smaller part of the data, as a menu does with the entries
/// below an entry: data is finite. This is the size-change principle of C. S. Lee, N. D. Jones and A. M. Ben-Amram,
/// "The size-change principle for program termination" (POPL 2001): a program ends if every infinite path of calls
/// would make some value smaller for ever. It does exactly if each call from a procedure to itself that is made up of
/// calls, and that repeated changes nothing more, makes some register smaller.
struct Termination {
    /// A call, with what the callee's registers hold in terms of the caller's.
    struct Call: Hashable {
        let caller: Int
        let callee: Int
        let origins: [Int: Context.Origin]

        /// This call and then that one, seen as one.
        func then(_ next: Call) -> Call {
            let joined = next.origins.compactMapValues { step in
                origins[step.register].map {
                    Context.Origin(register: $0.register, isPart: $0.isPart || step.isPart)
                }
            }
            return Call(caller: caller, callee: next.callee, origins: joined)
        }

        var isEndless: Bool {
            caller == callee && then(self) == self && !origins.contains { $1.isPart && $1.register == $0 }
        }
    }

    /// The calls that an endless path begins with.
    static func endlessCalls(among calls: Set<Call>) -> Set<Call> {
        let circular = callsInCircles(calls)
        var first: [Call: Call] = [:]
        for call in circular { first[call] = call }
        var waiting = Array(circular)
        while let path = waiting.popLast() {
            for call in circular where call.caller == path.callee {
                let longer = path.then(call)
                guard first[longer] == nil else { continue }
                first[longer] = first[path]
                waiting.append(longer)
            }
        }
        return Set(first.filter { $0.key.isEndless }.values)
    }

    /// Leaves out calls from procedures that nobody calls and to procedures that call nobody, until none is left.
    private static func callsInCircles(_ calls: Set<Call>) -> Set<Call> {
        var rest = calls
        while true {
            let callers = Set(rest.map(\.caller))
            let callees = Set(rest.map(\.callee))
            let kept = rest.filter { callees.contains($0.caller) && callers.contains($0.callee) }
            if kept.count == rest.count { return rest }
            rest = kept
        }
    }
}
