import ArgumentParser
import Diagnostics

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Explain a fault: what it is, why it matters, how to put it right.",
        discussion: "  signpost explain SP014\n  signpost explain --all     every code, as Markdown")

    @Argument(help: "The code in brackets behind \"error\" or \"warning\".")
    var code: String?

    @Flag(help: "Explain every code.")
    var all = false

    func run() throws {
        if all { return Console.data(Explanations.handbook) }
        guard let code else { throw ValidationError("Name a code, such as SP014, or give --all.") }
        guard let known = DiagnosticCode.named(code) else {
            let ids = DiagnosticCode.catalogue.map(\.id)
            let near = Spelling.nearest(code.uppercased(), in: ids).map { " Did you mean \($0)?" } ?? ""
            throw ValidationError("There is no code \"\(code)\".\(near) The codes are \(ids.joined(separator: ", ")).")
        }
        Console.data(Explanations.page(known, level: 1))
    }
}

/// The catalogue of codes as Markdown.
enum Explanations {
    /// One code's page.
    static func page(_ code: DiagnosticCode, level: Int) -> String {
        let marks = String(repeating: "#", count: level)
        return "\(marks) \(code.id): \(code.title)\n\n\(code.severity.rawValue.capitalised).\n\n\(code.explanation)\n"
    }

    /// All of them: `docs/diagnostics.md`.
    static var handbook: String {
        let intro = """
            # Diagnostics

            Every fault that Signpost reports has a code. `signpost explain CODE` shows its page in the terminal. An error
            stops the build before anything is written; a warning does so under `--strict`.

            This page is made by `signpost explain --all`.

            """
        return ([intro] + DiagnosticCode.catalogue.map { page($0, level: 2) }).joined(separator: "\n")
    }
}

extension String {
    fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
