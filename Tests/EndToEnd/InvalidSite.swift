import Foundation
import Testing

/// One way to go wrong: a folder of `InvalidSites/` whose name starts with the code of the fault.
///
/// It is laid over the board in `InvalidSites/base`. Its files replace or add files; `prepare.sh` does what files
/// cannot (pipes, links, removals); `command.txt` holds the command, where that is not `build`; `arguments.txt` holds more
/// arguments for it; `expected.txt` holds the exit status and, word for word, what people are told.
struct InvalidSite: Sendable, CustomTestStringConvertible {
    let name: String

    static let folder = Folder.tests.folder("InvalidSites")
    static let all = folder.subfolders().filter { $0 != "base" }.map(InvalidSite.init)

    /// `SP031` of `SP031-unknown-page`.
    var code: String { String(name.prefix { $0 != "-" }) }

    var testDescription: String { name }

    private static let instructions = ["expected.txt", "prepare.sh", "arguments.txt", "command.txt"]

    var folder: Folder { Self.folder.folder(name) }

    /// Whether the fault lies in the output folder, so that there must be one.
    private var isAboutOutput: Bool { code >= "SP100" }

    /// `check` finds more than `build`, and writes nothing in any case.
    private var command: String { folder.text("command.txt")?.filter { $0 != "\n" } ?? "build" }

    /// The exit status and what was said, after making sure that the site in place is untouched and that none is made
    /// where there is none.
    func report(over site: Folder) async throws -> String {
        try await Folder.temporary { folder in
            try await lay(over: site, in: folder)
            let before = try folder.folder("site").stamps()
            let outcome = try await build(in: folder, [])
            #expect(try folder.folder("site").stamps() == before, "the site that was there has changed")
            #expect(outcome.output.isEmpty, "standard output is for data")
            if !isAboutOutput || code >= "SP260", command == "build" {
                let fresh = try await build(in: folder, ["--output", "fresh"])
                #expect(!folder.exists("fresh"), "something was written")
                #expect(fresh.errors == outcome.errors)
            }
            return "exit status \(outcome.status)\n\n\(outcome.errors)"
        }
    }

    private func build(in folder: Folder, _ more: [String]) async throws -> Program.Outcome {
        let extra = self.folder.text("arguments.txt")?.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
        return try await Program.run(
            [command, "--strict", "--as-of", BoardBuild.day] + more + extra, in: folder.path)
    }

    /// The board as it was built before, and then what goes wrong.
    private func lay(over built: Folder, in folder: Folder) async throws {
        try FileManager.default.removeItem(atPath: folder.path)
        try FileManager.default.copyItem(atPath: built.path, toPath: folder.path)
        for (path, bytes) in self.folder.files() where !Self.instructions.contains(path) {
            try folder.write(bytes, to: path)
        }
        guard self.folder.exists("prepare.sh") else { return }
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-e", self.folder("prepare.sh")]
        shell.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        let status = try await shell.runToEnd()
        try #require(status == 0, "prepare.sh ended with status \(status)")
    }

    /// The board without a fault, built in a folder that is removed in the end.
    static func withBase<Result>(_ body: (Folder) async throws -> Result) async throws -> Result {
        try await Folder.temporary { folder in
            try folder.add(Self.folder.folder("base"), under: ".")
            try folder.add(Folder.tests.folder("Themes"), under: "themes")
            // Layouts that print little compile in a fraction of the time.
            for layout in PlainTheme.layouts.keys {
                try folder.write("{{page.content}}\n", to: "themes/plain/layouts/" + layout)
            }
            let outcome = try await Program.run(["build", "--strict", "--as-of", BoardBuild.day], in: folder.path)
            try #require(outcome.status == 0, "the base itself has a fault: \(outcome.errors)")
            return try await body(folder)
        }
    }
}
