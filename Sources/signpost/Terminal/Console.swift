import Glibc

/// Where the program prints: data on standard output, everything else on standard error.
enum Console {
    static func data(_ text: String) { write(text, to: STDOUT_FILENO) }

    static func note(_ text: String) { write(text, to: STDERR_FILENO) }

    /// Whether people look at standard error, and want colours (https://no-color.org).
    static var errorsAreColoured: Bool { errorsGoToTerminal && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true) }

    static var errorsGoToTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Writes all of it. A reader that went away (`signpost … | head`) is no fault of ours.
    private static func write(_ text: String, to file: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
