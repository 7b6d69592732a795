import Diagnostics
import Testing

/// Registers of every program, imported as a trainer imports them.
struct RegisterTests {
    @Test(arguments: Register.all)
    func `a preview says all, and writes nothing`(_ register: Register) async throws {
        try await register.withBoard { board in
            let before = try board.stamps()
            let outcome = try await register.run(in: board)
            #expect(try board.stamps() == before)
            try Golden.expect(outcome.transcript, in: register.folder, file: "expected/preview.txt")
        }
    }

    @Test(arguments: Register.read)
    func `applied, the records are as expected, and importing again changes nothing`(_ register: Register) async throws
    {
        try await register.withBoard { board in
            let before = board.files()
            _ = try await register.run(in: board, ["--apply"])
            let after = board.files()
            var changed = after.filter { before[$0.key] != $0.value }
            changed["preview.txt"] = register.folder.bytes("expected/preview.txt")
            try Golden.expect(changed, in: register.folder.folder("expected"))
            let stamps = try board.stamps()
            let again = try await register.run(in: board, ["--apply"])
            #expect(try board.stamps() == stamps, "\(again.transcript)")
        }
    }

    @Test(arguments: Register.refused)
    func `a register that is refused names its code, changes nothing, and nobody is named`(_ register: Register)
        async throws
    {
        try await register.withBoard { board in
            let before = try board.stamps()
            let outcome = try await register.run(in: board, ["--apply"])
            let code = register.name.prefix { $0 != "-" }
            #expect(try board.stamps() == before)
            #expect(outcome.status == 1 && outcome.output.isEmpty && outcome.errors.hasPrefix("error[\(code)]"))
            for person in ["Marta", "Rundlewhistle", "Chidi", "@"] { #expect(!outcome.errors.contains(person)) }
        }
    }

    @Test(arguments: DiagnosticCode.catalogue.map(\.id).filter { ("SP180"..."SP199").contains($0) })
    func `every reason to refuse a register has an example`(_ code: String) {
        #expect(Register.refused.contains { $0.name.hasPrefix("\(code)-") })
    }

    @Test(arguments: [
        ["--run", "2026-03-12-aware"], ["report.csv"], ["report.csv", "--run", "x", "--column", "name"],
        ["report.csv", "--run", "x", "--column", "nmae=Name"], ["report.csv", "--run", "x", "--person", "p-0001"],
        ["report.csv", "--run", "x", "--as", "excel"], ["report.csv", "--run", "x", "--grace", "-5"],
    ])
    func `a mistyped import: status 64`(_ arguments: [String]) async throws {
        let outcome = try await Program.run(["attendance", "import"] + arguments, in: "/")
        #expect(outcome.status == 64 && outcome.output.isEmpty)
    }
}
