import Testing

/// From a new pair of keys to a certificate that a stranger checks, with the program alone.
struct CertificateTests {
    private struct Board {
        let folder: Folder
        let publicKey: String

        /// The trainer edition, with certificates.
        func build() async throws -> [String: [UInt8]] {
            let outcome = try await Program.run(
                arguments + ["--edition", "trainer", "--key", "board.key"], in: folder.path)
            try #require(outcome.status == 0, "\(outcome.errors)")
            return folder.folder("site").files()
        }

        var arguments: [String] { ["build", "--themes", Folder.tests("Themes"), "--as-of", BoardBuild.day] }
    }

    /// The board `training` with a pair of keys of its own.
    private func withBoard<Result>(_ body: (Board) async throws -> Result) async throws -> Result {
        try await Folder.temporary { folder in
            try folder.add(BoardBuild(site: "training", edition: "public").content, under: "content")
            let made = try await Program.run(["keys", "new", "--output", "board.key"], in: folder.path)
            try #require(made.status == 0, "\(made.errors)")
            let key = made.output.split(separator: "\n").map(String.init).first ?? ""
            let settings = try #require(folder.text("content/signpost.yaml"))
            try folder.write(settings + "certificates: { public_key: \"\(key)\" }\n", to: "content/signpost.yaml")
            return try await body(Board(folder: folder, publicKey: key))
        }
    }

    private static func codes(in files: [String: [UInt8]]) -> [String] {
        files.filter { $0.key.hasSuffix("certificates/index.html") }.sorted { $0.key < $1.key }.flatMap { file in
            String(decoding: file.value, as: UTF8.self).split { !($0.isLetter || $0.isNumber || "._-".contains($0)) }
                .filter { $0.hasPrefix("SPC1.") }.map(String.init)
        }
    }

    @Test func `a certificate is genuine to whoever has the public key, and says whom it is for`() async throws {
        try await withBoard { board in
            let files = try await board.build()
            let code = try #require(Self.codes(in: files).first)
            for key in [[], ["--key", board.publicKey]] {
                let verdict = try await Program.run(["verify-certificate", code] + key, in: board.folder.path)
                #expect(verdict.status == 0 && verdict.output.hasPrefix("Genuine."))
                #expect(verdict.output.contains("  name    "))
            }
        }
    }

    @Test func `a saved page of certificates is checked as a whole`() async throws {
        try await withBoard { board in
            let files = try await board.build()
            let page = try #require(files.keys.first { $0.hasSuffix("certificates/index.html") })
            let verdict = try await Program.run(["verify-certificate", "site/\(page)"], in: board.folder.path)
            #expect(verdict.status == 0 && verdict.output.contains("Genuine."))
        }
    }

    @Test func `a code that was changed is not genuine, and the status says so`() async throws {
        try await withBoard { board in
            let code = try #require(Self.codes(in: try await board.build()).first)
            let changed = code.replacing("SPC1.A", with: "SPC1.B").replacing("SPC1.M", with: "SPC1.N") + "A"
            let verdict = try await Program.run(["verify-certificate", changed], in: board.folder.path)
            #expect(verdict.status == 1 && verdict.output.hasPrefix("NOT genuine"))
        }
    }

    @Test func `each certificate has its own code, and a second build has the same ones`() async throws {
        try await withBoard { board in
            let first = Self.codes(in: try await board.build())
            #expect(first.count > 1 && Set(first).count == first.count)
            #expect(Self.codes(in: try await board.build()) == first)
        }
    }

    @Test func `a published edition has no certificate, and takes no key`() async throws {
        try await withBoard { board in
            let refused = try await Program.run(board.arguments + ["--key", "board.key"], in: board.folder.path)
            #expect(refused.status == 64)
            let outcome = try await Program.run(board.arguments, in: board.folder.path)
            #expect(outcome.status == 0)
            for (path, bytes) in board.folder.folder("site").files() {
                #expect(!String(decoding: bytes, as: UTF8.self).contains("SPC1."), "\(path)")
            }
        }
    }

    @Test func `a secret key is not written into the content folder, nor over another`() async throws {
        try await withBoard { board in
            for place in ["content/board.key", "content/data/board.key", "board.key"] {
                let outcome = try await Program.run(["keys", "new", "--output", place], in: board.folder.path)
                #expect(outcome.status == 1 && outcome.errors.contains("error[SP202]"))
                #expect(outcome.output.isEmpty)
            }
            #expect(!board.folder.exists("content/board.key"))
        }
    }
}
