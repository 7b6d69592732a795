import Foundation
import Testing

/// A register as a program exports it, and what importing it does: a folder of `Registers/`.
///
/// It is laid over the board in `InvalidSites/base` and the records in `Registers/base`. `arguments.txt` holds what
/// stands behind `signpost attendance import`, an argument a line. `expected/` holds what the preview said, and every
/// file of the records that `--apply` changed, whole.
struct Register: Sendable, CustomTestStringConvertible {
    let name: String

    static let folder = Folder.tests.folder("Registers")
    static let all = folder.subfolders().filter { $0 != "base" }.map(Register.init)
    /// Those that are refused are named after the code of the reason.
    static let refused = all.filter { $0.name.hasPrefix("SP") }
    static let read = all.filter { !$0.name.hasPrefix("SP") }

    var testDescription: String { name }
    var folder: Folder { Self.folder.folder(name) }

    var arguments: [String] { folder.text("arguments.txt")?.split(separator: "\n").map(String.init) ?? [] }

    /// A board with this register beside it.
    func withBoard<Result>(_ body: (Folder) async throws -> Result) async throws -> Result {
        try await Folder.temporary { board in
            try board.add(InvalidSite.folder.folder("base"), under: ".")
            try board.add(Self.folder.folder("base"), under: ".")
            for (path, bytes) in folder.files() where !path.hasPrefix("expected/") && path != "arguments.txt" {
                try board.write(bytes, to: path)
            }
            return try await body(board)
        }
    }

    func run(in board: Folder, _ more: [String] = []) async throws -> Program.Outcome {
        try await Program.run(["attendance", "import"] + arguments + more, in: board.path)
    }
}

extension Program.Outcome {
    /// All that was said, for comparing word for word.
    var transcript: String { "exit status \(status)\n\n\(output)\(output.isEmpty ? "" : "\n")\(errors)" }
}
