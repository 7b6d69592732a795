import Diagnostics
import Foundation
import Testing

/// What scripts and build servers rely on: exit statuses, streams and formats.
struct CommandLineTests {
    private static let good = BoardBuild(site: "minimal", edition: "public")

    /// Runs the program in a folder with a board that has one error, or one warning, or none.
    private func run(_ arguments: [String], _ fault: Fault = .none, environment: [String: String] = [:]) async throws
        -> Program.Outcome
    {
        try await Folder.temporary { folder in
            try folder.lay(fault)
            return try await Program.run(arguments, in: folder.path, environment: environment)
        }
    }

    // MARK: Exit statuses

    @Test func `--version says what exactly was built`() async throws {
        try await Folder.temporary { folder in
            let said = try await Program.run(["--version"], in: folder.path).output
            let version = /signpost [0-9.]+ \(([0-9a-f]{12}(, changed)?|unknown); Swift 6\.\d\)\n/
            #expect(said.wholeMatch(of: version) != nil, "\(said)")
        }
    }

    @Test(arguments: ["build", "check"])
    func `all is well: status 0`(_ command: String) async throws {
        #expect(try await run([command]).status == 0)
    }

    @Test(arguments: ["build", "check"])
    func `an error: status 1, and nothing is written`(_ command: String) async throws {
        let outcome = try await run([command], .error)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("1 error. Nothing was written."))
    }

    @Test(arguments: ["build", "check"])
    func `a warning: status 0, and 2 where warnings count`(_ command: String) async throws {
        #expect(try await run([command], .warning).status == 0)
        #expect(try await run([command, "--strict"], .warning).status == 2)
    }

    @Test func `with warnings that count nothing is written, and the report says so`() async throws {
        try await Folder.temporary { folder in
            try folder.lay(.warning)
            let outcome = try await Program.run(["build", "--strict"], in: folder.path)
            #expect(!folder.exists("site"))
            #expect(outcome.errors.contains("1 warning. Nothing was written."))
        }
    }

    @Test(arguments: [
        ["built"], ["build", "--sorce", "x"], ["build", "--edition", "secret"], ["check", "--as-of", "2026-02-30"],
        ["check", "--format", "yaml"], ["build", "--base-url", "example.org"], ["explain"], ["explain", "SP999"],
    ])
    func `a mistyped command: status 64, on standard error`(_ arguments: [String]) async throws {
        let outcome = try await run(arguments)
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty && outcome.errors.contains("Error: "))
    }

    @Test func `every exit status that is tested here is documented`() async throws {
        let help = try await run(["--help"]).output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for status in ["0 all is well", "1 the content has errors", "2 there are warnings", "64 the command"] {
            #expect(help.contains(status))
        }
    }

    @Test func `an unknown option is answered with the one that was meant`() async throws {
        #expect(try await run(["build", "--sorce", "x"]).errors.contains("--source"))
    }

    // MARK: Formats

    @Test func `people are told on standard error, and standard output stays empty`() async throws {
        let outcome = try await run(["check"], .error)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("error[SP014]: unknown audience \"evryone\""))
    }

    @Test func `json is one array on standard output, with nothing else anywhere`() async throws {
        let outcome = try await run(["check", "--format", "json"], .error)
        #expect(try outcome.read([FaultInJSON].self).map(\.code) == ["SP014"])
        #expect(outcome.errors.isEmpty)
    }

    @Test func `without faults json is an empty array`() async throws {
        let outcome = try await run(["check", "--format", "json", "--quiet"])
        #expect(try outcome.read([FaultInJSON].self).isEmpty && outcome.errors.isEmpty)
    }

    @Test func `sarif is one log of version 2.1.0`() async throws {
        let outcome = try await run(["check", "--format", "sarif"], .error)
        let log = try outcome.read(SARIFLog.self)
        #expect(log.version == "2.1.0" && log.runs.map { $0.results.map(\.ruleId) } == [["SP014"]])
        #expect(outcome.errors.isEmpty)
    }

    @Test func `github is one command a line`() async throws {
        let outcome = try await run(["check", "--format", "github"], .error)
        #expect(outcome.output.split(separator: "\n").map { $0.prefix(8) } == ["::error "])
        #expect(outcome.output.contains("file=content/worried.md,line=4,col=12"))
        #expect(outcome.errors.isEmpty)
    }

    @Test func `a build in a format for machines says nothing else on standard output`() async throws {
        let outcome = try await run(["build", "--format", "json"], .warning)
        #expect(try outcome.read([FaultInJSON].self).map(\.code) == ["SP037"])
    }

    @Test func `quiet prints faults and nothing else`() async throws {
        let silent = try await run(["build", "--quiet"])
        #expect(silent.output.isEmpty && silent.errors.isEmpty)
        #expect(try await run(["build", "--quiet"], .warning).errors.hasPrefix("warning[SP037]"))
    }

    @Test func `without a terminal there are no colours`() async throws {
        #expect(!(try await run(["check"], .error).errors.contains("\u{1B}")))
    }

    @Test(arguments: [("", true), ("1", false)])
    func `a terminal gets colours unless NO_COLOR says no`(_ noColour: String, _ isColoured: Bool) async throws {
        try await Folder.temporary { folder in
            try folder.lay(.error)
            let terminal = try Terminal()
            _ = try await Program.run(
                ["check"], in: folder.path, environment: ["NO_COLOR": noColour], terminal: terminal.inner)
            let said = try terminal.text()
            #expect(said.contains("SP014") && said.contains("\u{1B}[") == isColoured)
        }
    }

    // MARK: A new board

    @Test func `the records of a new board lie beside its content, and git leaves them alone`() async throws {
        try await Folder.temporary { folder in
            let outcome = try await Program.run(["new", "board"], in: folder.path)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let ignored = try #require(folder.text("board/records/.gitignore"))
            #expect(ignored.contains("personal data") && ignored.contains("\n*\n"))
            #expect(folder.text("board/content/signpost.yaml")?.contains("\nrecords: ../records") == true)
        }
    }

    @Test func `a new board has nothing to warn of`() async throws {
        try await Folder.temporary { folder in
            _ = try await Program.run(["new", "board"], in: folder.path)
            let themes = Folder.repository.folder("themes").path
            let outcome = try await Program.run(
                ["check", "--strict", "--source", "board/content", "--themes", themes], in: folder.path)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
    }

    // MARK: Help

    private static let commands = [
        "new", "build", "serve", "check", "diff", "attendance", "report", "person", "records", "explain", "schema",
        "gallery", "keys", "verify-certificate", "pack", "verify", "apply",
    ]

    @Test func `the commands are those of the help`() async throws {
        let help = try await run(["--help"]).output
        let listed = help.split(separator: "\n").drop { $0 != "SUBCOMMANDS:" }.dropFirst()
            .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  See") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(listed == Self.commands)
    }

    @Test(arguments: commands)
    func `the help of every command shows an example`(_ command: String) async throws {
        let outcome = try await run([command, "--help"])
        #expect(outcome.status == 0 && outcome.output.contains("\n  signpost \(command)"))
    }

    // MARK: explain

    @Test(arguments: DiagnosticCode.catalogue.map(\.id))
    func `every code is explained`(_ id: String) async throws {
        let outcome = try await run(["explain", id.lowercased()])
        #expect(outcome.status == 0 && outcome.output.hasPrefix("# \(id): ") && outcome.errors.isEmpty)
    }

    @Test func `an unknown code is answered with the nearest`() async throws {
        #expect(try await run(["explain", "SP0144"]).errors.contains("Did you mean SP014?"))
    }
}

/// What is wrong with a board that a test runs on.
enum Fault {
    case none, warning, error
}

extension Folder {
    /// A board in `content/` with its theme in `themes/`.
    func lay(_ fault: Fault) throws {
        try add(BoardBuild(site: "minimal", edition: "public").content, under: "content")
        try add(Folder.tests.folder("Themes"), under: "themes")
        switch fault {
        case .none: break
        case .warning: try write("names\n", to: "content/names.csv")
        case .error:
            try write("---\ntitle: A\nsummary: B.\naudience: [evryone]\n---\n\nText.\n", to: "content/worried.md")
        }
    }
}

extension Program.Outcome {
    /// Standard output as JSON: all of it, or this throws.
    fileprivate func read<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(output.utf8))
    }
}

private struct FaultInJSON: Decodable {
    let code: String
    let severity: String
    let message: String
}

/// As much of SARIF 2.1.0 (OASIS, 2020) as is looked at here.
private struct SARIFLog: Decodable {
    let version: String
    let runs: [Run]

    struct Run: Decodable {
        let results: [Result]
    }

    struct Result: Decodable {
        let ruleId: String
    }
}
