import ArgumentParser
import Diagnostics
import Disk
import Integrity

struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Make the pair of keys that a board signs certificates with.",
        discussion: "  signpost keys new --output ~/board.key",
        subcommands: [New.self])

    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "new", abstract: "Make a new pair of keys.",
            discussion: """
                Writes the secret key into a file that only you can read, and prints the public key, which anybody may
                know. Keep the file outside of the content folder, and keep a copy: certificates that are made with
                another key have other numbers.

                  signpost keys new --output ~/board.key
                """)

        @Option(name: [.short, .long], help: "The file for the secret key. It must not be there yet.")
        var output: String

        func run() throws {
            let key = SigningKey.random()
            let text = """
                # The secret key of a board's certificates. Whoever has it can sign in the board's name.
                # Keep it to yourself, keep a copy, and put it neither on a website nor into a repository.
                \(key.text)

                """
            do {
                try SecretFile.write(Array(text.utf8), to: output)
            } catch {
                Console.note(ReportFormat.human.report(error.diagnostics, source: { _, _ in nil }) + "\n")
                throw ExitCode(1)
            }
            Console.note(
                """
                The secret key is in \(output). To let everybody check what it signs, put its public half into
                signpost.yaml:

                  certificates: { public_key: "\(key.verifyingKey.text)" }


                """)
            Console.data(key.verifyingKey.text + "\n")
        }
    }
}
