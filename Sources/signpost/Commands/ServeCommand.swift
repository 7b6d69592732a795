import ArgumentParser
import Diagnostics
import Disk
import LocalServer
import Site

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Look at the site on this computer; pages reload when a file is saved.",
        discussion: """
            Nothing is written: the site is built in memory. Faults are shown over the page and in the terminal, and the
            last good site stays up until they are put right. A page of which only the text changed is shown at once; the
            rest of the site follows. Stop with Ctrl-C.

              signpost serve
              signpost serve --port 9000 --drafts
            """)

    @OptionGroup(title: "Sources") var sources: SourceOptions
    @OptionGroup(title: "Edition") var edition: EditionOptions

    @Option(help: "The port; 0 takes any that is free.")
    var port = 8000

    @Option(help: "The address to listen on. Any other than the usual one lets other computers see the site.")
    var host = "127.0.0.1"

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port takes a number from 0 to 65535.") }
    }

    func run() async throws {
        var options = try edition.siteOptions()
        options.baseURL = options.baseURL ?? "http://localhost:\(port)/"
        let server = PreviewServer(host: host, port: port)
        let port = try await start(server)
        let preview = LivePreview(
            Assembly(sources: sources, options: options, keepsOpen: true, keyFile: edition.key), server)
        let folders = await preview.rebuild()
        Console.note("The site is at http://\(host):\(port)/ and follows every change. Stop with Ctrl-C.\n")
        for await batch in try changes(in: folders) { await preview.follow(batch) }
    }

    private func changes(in folders: [String]) throws -> AsyncStream<FolderWatch.Batch> {
        do {
            return try FolderWatch.changes(in: folders)
        } catch {
            Console.note(ReportFormat.human.report(error.diagnostics, source: { _, _ in nil }))
            throw ExitCode(1)
        }
    }

    private func start(_ server: PreviewServer) async throws -> Int {
        do {
            return try await server.start()
        } catch {
            switch error {
            case .portTaken(let port):
                throw ValidationError("Port \(port) is in use by another program. Try --port \(port + 1), or --port 0.")
            case .portForbidden(let port):
                throw ValidationError("Port \(port) is kept for the system. Try --port 8000.")
            case .cannotListen(let host, let reason):
                throw ValidationError("Cannot listen on \(host): \(reason).")
            case .isRunning: preconditionFailure("the server was started twice")
            }
        }
    }
}
