/// Says on a terminal what is going on, where it goes on for longer than a second. Elsewhere it is silent.
struct Progress {
    private let start = ContinuousClock.now
    private let isShown = Console.errorsGoToTerminal
    private var hasPrinted = false

    /// Quick work needs no comment.
    private static let patience: Duration = .seconds(1)

    mutating func stage(_ name: String) {
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
}

extension Duration {
    /// `0.42 s`
    var seconds: String {
        let hundredths = (self / .milliseconds(10)).rounded()
        let whole = Int(hundredths)
        return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100) s"
    }
}
