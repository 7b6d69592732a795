import ArgumentParser
import Diagnostics
import Disk
import LocalServer
import Packs
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
              signpost serve --pack packs/hill-primary.zip     a school's copy, as the school gets it
            """)

    @OptionGroup(title: "Sources") var sources: SourceOptions
    @OptionGroup(title: "Edition") var edition: EditionOptions

    @Option(
        help: ArgumentHelp(
            "Show a school's copy in the place of the site: an archive, or the folder it was unpacked into.",
            valueName: "file"))
    var pack: String?

    @Option(help: "The port; 0 takes any that is free.")
    var port = 8000

    @Option(help: "The address to listen on. Any other than the usual one lets other computers see the site.")
    var host = "127.0.0.1"

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port takes a number from 0 to 65535.") }
    }

    func run() async throws {
        if let pack { return try await show(pack) }
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

    /// A copy as it is, genuine or not: whoever looks at it is told which.
    private func show(_ pack: String) async throws {
        let copy = try await Complaint.catching { try await CopyOnDisk.read(pack) }
        let check = copy.check(nil)
        guard let manifest = check.manifest, let files = copy.files else {
            Console.note("\(pack) is no copy:\n" + check.faults.map { "  \($0)\n" }.joined())
            throw ExitCode(1)
        }
        let server = PreviewServer(host: host, port: port)
        let port = try await start(server)
        let site = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        server.publish(ServedSite(files: site, notFoundPage: nil, isLive: false), changedPaths: [])
        if !check.faults.isEmpty {
            Console.note("It is NOT what the board made:\n" + check.faults.map { "  \($0)\n" }.joined())
        }
        Console.note(
            "The copy of \(manifest.schoolName), version \(manifest.version), is at http://\(host):\(port)/. "
                + "Stop with Ctrl-C.\n")
        while true { try await Task.sleep(for: .seconds(3600)) }
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
