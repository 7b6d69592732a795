import Foundation

/// The finished program, run as a user runs it: as a process of its own, by its arguments, in a folder.
enum Program {
    /// What a run said and how it ended.
    struct Outcome: Sendable {
        let status: Int32
        /// Standard output: data.
        let output: String
        /// Standard error: everything for people.
        let errors: String
    }

    struct NotBuilt: Error {
        let path: String
    }

    /// Runs the program and waits for its end.
    ///
    /// - Parameters:
    ///   - arguments: What stands behind `signpost` on the command line.
    ///   - folder: Where the user's terminal stands.
    ///   - environment: Variables that are set, or with "" emptied, on top of a bare environment.
    ///   - terminal: Where standard error goes instead of ``Outcome/errors``.
    static func run(
        _ arguments: [String], in folder: String, environment: [String: String] = [:], terminal: FileHandle? = nil
    ) async throws -> Outcome {
        guard FileManager.default.isExecutableFile(atPath: path) else { throw NotBuilt(path: path) }
        // Files, not pipes: nobody has to read while the program writes, however much it says.
        let said = try Said()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "TZ": "UTC"]
            .merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = said.output
        process.standardError = terminal ?? said.errors
        return Outcome(
            status: try await slots.run { try await process.runToEnd() }, output: try said.text(said.output),
            errors: try said.text(said.errors))
    }

    /// Tests start hundreds of processes, and a computer has only so many cores.
    private static let slots = Slots(max(2, ProcessInfo.processInfo.activeProcessorCount))

    /// `SIGNPOST_PROGRAM`, or the program that the build puts beside the bundle that holds these tests. Built for
    /// release it is the one that people get, and takes a fraction of the time.
    static let path = ProcessInfo.processInfo.environment["SIGNPOST_PROGRAM"] ?? besideTests

    private static let besideTests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "signpost").path(percentEncoded: false)
}

extension Process {
    /// Starts the process and waits, without a thread, for its exit status.
    func runToEnd() async throws -> Int32 {
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Int32, any Error>) in
            terminationHandler = { done.resume(returning: $0.terminationStatus) }
            do { try run() } catch { done.resume(throwing: error) }
        }
    }
}

/// Two files without names that hold what a process said.
private struct Said {
    let output: FileHandle
    let errors: FileHandle

    init() throws {
        output = try Self.unnamedFile()
        errors = try Self.unnamedFile()
    }

    private static func unnamedFile() throws -> FileHandle {
        let url = FileManager.default.temporaryDirectory.appending(path: "signpost-said-\(UUID().uuidString)")
        try Data().write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        return try FileHandle(forUpdating: url)
    }

    func text(_ file: FileHandle) throws -> String {
        try file.seek(toOffset: 0)
        return String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
    }
}
