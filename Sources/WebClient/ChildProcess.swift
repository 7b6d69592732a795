import Glibc

/// Another program, running beside this one; no thread waits for it.
struct ChildProcess {
    private let id: pid_t
    private let output: Int32
    private let errors: Int32

    /// How it ended, and what it wrote.
    struct End {
        /// Its exit status; -1 where a signal ended it.
        let status: Int32
        let output: [UInt8]
        let errors: [UInt8]
    }

    /// `nil` where it cannot be started.
    init?(_ program: String, _ arguments: [String]) {
        guard let output = Pipe(), let errors = Pipe() else { return nil }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output.writing, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errors.writing, STDERR_FILENO)
        let words = ([program] + arguments).map { strdup($0) }
        defer { for word in words { free(word) } }
        var id = pid_t()
        let fault = posix_spawn(&id, program, &actions, nil, words + [nil], environ)
        close(output.writing)
        close(errors.writing)
        guard fault == 0 else {
            close(output.reading)
            close(errors.reading)
            return nil
        }
        (self.id, self.output, self.errors) = (id, output.reading, errors.reading)
    }

    /// Waits for its end, and takes what it writes meanwhile. Looks a hundred times a second: a request to a server
    /// takes longer than that, and a look next to nothing.
    func end() async -> End {
        var (said, complained): ([UInt8], [UInt8]) = ([], [])
        var status: Int32 = 0
        while true {
            let isOver = waitpid(id, &status, WNOHANG) != 0
            Self.drain(output, into: &said)
            Self.drain(errors, into: &complained)
            if isOver { break }
            try? await Task.sleep(for: .milliseconds(10))
        }
        close(output)
        close(errors)
        let hasExited = status & 0x7F == 0
        return End(status: hasExited ? (status >> 8) & 0xFF : -1, output: said, errors: complained)
    }

    private static func drain(_ file: Int32, into bytes: inout [UInt8]) {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            bytes += buffer[..<count]
        }
    }
}

/// Two ends of a pipe that no other child inherits.
private struct Pipe {
    let reading: Int32
    let writing: Int32

    init?() {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        (reading, writing) = (ends[0], ends[1])
    }
}
