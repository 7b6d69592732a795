public import ArgumentParser
import Diagnostics
import Disk
public import Releases

struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Show what changes for readers between two builds of a site.",
        discussion: """
            For whoever signs a release off. Telephone numbers and definitions come first, then pages that were added or
            removed, then changed text, word by word. What changed in the same way on many pages is told once.

              signpost diff old-site site
              signpost diff old-site site --format markdown > changes.md
            """)

    @Argument(help: "The folder of the site that is online now.")
    var old: String

    @Argument(help: "The folder of the site that is to replace it.")
    var new: String

    @Option(help: "human, markdown or json.")
    var format = ChangesFormat.human

    func run() async throws {
        let changes = ReleaseChanges(from: try await Self.release(old), to: try await Self.release(new))
        Console.data(format.text(changes))
    }

    private static func release(_ folder: String) async throws -> Release {
        let (files, faults) = await SourceTree.read(root: folder.withoutSlash)
        if let fault = faults.first { throw ValidationError(fault.message) }
        guard files.contains(where: { $0.path == "index.html" }) else {
            throw ValidationError("\"\(folder)\" holds no site: there is no index.html in it.")
        }
        return await Release(files: files.map { ($0.path, $0.bytes) })
    }
}

extension ChangesFormat: ExpressibleByArgument {}
