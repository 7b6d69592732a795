import Glibc
import Synchronization

/// Says on a terminal what is going on, where it goes on for longer than a second. Elsewhere it is silent.
struct Progress {
    private let start = ContinuousClock.now
    private var steps: [Step] = []
    private let line = Console.errorsGoToTerminal ? ProgressLine() : nil
    /// Looks at the clock while the step's own work keeps its core busy.
    private var watch: Task<Void, Never>?

    private struct Step {
        let name: String
        let start = ContinuousClock.now
        /// Of all processors until then.
        let work = Progress.work
        let parts: [PartOfStep]
    }

    /// - Parameter parts: What goes on at the same time and is worth telling apart.
    mutating func stage(_ name: String, parts: [PartOfStep] = []) {
        steps.append(Step(name: name, parts: parts))
        watch?.cancel()
        guard let line else { return }
        line.begin(name)
        watch = Task { [start] in
            var seconds = 1
            while !Task.isCancelled {
                // Quick work needs no comment.
                try? await Task.sleep(until: start + .seconds(seconds), clock: .continuous)
                let elapsed = start.duration(to: .now)
                if elapsed >= .seconds(1) { line.show(name, after: elapsed) }
                seconds = Int(elapsed.components.seconds) + 1
            }
        }
    }

    /// Takes the line away again.
    mutating func end() {
        watch?.cancel()
        watch = nil
        line?.end()
    }

    var elapsed: Duration { start.duration(to: .now) }

    /// What each step took: by the clock, and in time of all processors, of the user and of the system. Of its parts,
    /// which go on at the same time as the rest of it, there is only the processors' time.
    var timings: String {
        let ends = steps.dropFirst().map { ($0.start, $0.work) } + [(.now, Self.work)]
        let rows = zip(steps, ends).flatMap { step, end in
            [(step.name, step.start.duration(to: end.0).seconds, (end.1 - step.work).seconds)]
                + step.parts.map { ("  of it \($0.name)", "", $0.work.seconds) }
        }
        let (widest, widestTime) = (rows.map(\.0.count).max() ?? 0, rows.map(\.1.count).max() ?? 0)
        return rows.map { name, clock, work in
            let gap = String(repeating: " ", count: widest - name.count + widestTime - clock.count)
            return "\(name)  \(gap)\(clock)  \(work) of processors' time\n"
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

/// One line of a terminal that is written over and over. Whoever comes too late for a step writes nothing.
private final class ProgressLine: Sendable {
    private struct State {
        var step: String?
        var isShown = false
    }

    private let state = Mutex(State())

    func begin(_ step: String) {
        state.withLock { state in
            state.step = step
            if state.isShown { Console.note("\r\u{1B}[K\(step)…") }
        }
    }

    func show(_ step: String, after elapsed: Duration) {
        state.withLock { state in
            guard state.step == step else { return }
            state.isShown = true
            Console.note("\r\u{1B}[K\(step)… \(elapsed.components.seconds) s")
        }
    }

    func end() {
        state.withLock { state in
            if state.isShown { Console.note("\r\u{1B}[K") }
            state = State()
        }
    }
}

extension Duration {
    /// `12 ms`
    var milliseconds: String { "\(Int((self / .milliseconds(1)).rounded())) ms" }

    /// `0.42 s`
    var seconds: String {
        let hundredths = (self / .milliseconds(10)).rounded()
        let whole = Int(hundredths)
        return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100) s"
    }
}
