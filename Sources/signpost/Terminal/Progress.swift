import Glibc

/// Says on a terminal what is going on, where it goes on for longer than a second. Elsewhere it is silent.
struct Progress {
    private let start = ContinuousClock.now
    private var steps: [(name: String, start: ContinuousClock.Instant, work: Duration)] = []
    private let isShown = Console.errorsGoToTerminal
    private var hasPrinted = false

    /// Quick work needs no comment.
    private static let patience: Duration = .seconds(1)

    mutating func stage(_ name: String) {
        steps.append((name, .now, Self.work))
        guard isShown, start.duration(to: .now) > Self.patience else { return }
        hasPrinted = true
        Console.note("\r\u{1B}[K\(name)…")
    }

    /// Takes the line away again.
    mutating func end() {
        if hasPrinted { Console.note("\r\u{1B}[K") }
        hasPrinted = false
    }

    var elapsed: Duration { start.duration(to: .now) }

    /// What each step took: by the clock, and in time of all processors, of the user and of the system.
    var timings: String {
        let ends = steps.dropFirst().map { ($0.start, $0.work) } + [(.now, Self.work)]
        let rows = zip(steps, ends).map { step, end in
            (step.name, step.start.duration(to: end.0).seconds, (end.1 - step.work).seconds)
        }
        let widest = rows.map(\.0.count).max() ?? 0
        return rows.map { name, clock, work in
            name + String(repeating: " ", count: widest - name.count) + "  \(clock)  \(work) of processors' time\n"
        }.joined()
    }

    /// How long processors have worked for this process so far.
    private static var work: Duration {
        var usage = rusage()
        getrusage(.init(RUSAGE_SELF.rawValue), &usage)
        let times = [usage.ru_utime, usage.ru_stime]
        return times.reduce(.zero) { $0 + .seconds($1.tv_sec) + .microseconds(Int64($1.tv_usec)) }
    }
}

extension Duration {
    /// `0.42 s`
    var seconds: String {
        let hundredths = (self / .milliseconds(10)).rounded()
        let whole = Int(hundredths)
        return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100) s"
    }
}
