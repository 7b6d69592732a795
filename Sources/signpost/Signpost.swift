import ArgumentParser

/// The command line: it composes the libraries, reads the clock, and prints. Everything else is theirs.
@main
struct Signpost: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "signpost",
        abstract: "Turns a folder of Markdown and YAML into the website of a safeguarding board.",
        discussion: """
            Start with:  signpost new my-board
                         cd my-board
                         signpost serve

            Exit status: 0 all is well; 1 the content has errors, nothing was written; 2 there are warnings and
            --strict was given; 64 the command was mistyped; 70 a fault of Signpost's own.
            """,
        version: Version.text,
        subcommands: [
            NewCommand.self, BuildCommand.self, ServeCommand.self, CheckCommand.self, DiffCommand.self,
            AttendanceCommand.self, ReportCommand.self, PersonCommand.self, RecordsCommand.self, ExplainCommand.self,
            SchemaCommand.self, GalleryCommand.self, KeysCommand.self, VerifyCertificateCommand.self, PackCommand.self,
            VerifyCommand.self, ApplyCommand.self,
        ])

    /// Scripts ask every program for its version. The parser is not made for that: it would look at all commands first,
    /// which is a third of the time that a start takes.
    static func main() async {
        if Array(CommandLine.arguments.dropFirst()) == ["--version"] {
            Console.data("\(Version.text)\n")
        } else {
            await main(nil)
        }
    }
}

enum Version {
    /// The version and, in brackets, what exactly was built: the commit of the sources, and the compiler.
    static let text = "signpost 0.1.0 (\(Revision.commit); \(compiler))"

    private static var compiler: String {
        #if compiler(>=6.4)
            "Swift 6.4 or later"
        #elseif compiler(>=6.3)
            "Swift 6.3"
        #else
            "Swift 6.2"
        #endif
    }
}
