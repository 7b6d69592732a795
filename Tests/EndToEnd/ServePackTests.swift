import Foundation
import Testing

/// A school's copy, looked at before it is unpacked or sent.
struct ServePackTests {
    private static let sign = "Stop with Ctrl-C."

    private func withCopies(_ body: (Folder) async throws -> Void) async throws {
        try await PackBoard.with { folder in
            for more in [["-o", "packs"], ["--folder", "-o", "folders"]] {
                let arguments = ["pack", "--as-of", BoardBuild.day, "--school", "glan-y-mor"] + more
                let outcome = try await Program.run(arguments, in: folder.path)
                try #require(outcome.status == 0, "\(outcome.errors)")
            }
            try await body(folder)
        }
    }

    @Test(arguments: ["packs/glan-y-mor.zip", "folders/glan-y-mor", "folders/glan-y-mor/"])
    func `every file of a copy is served as it is, from an archive and from a folder`(_ place: String) async throws {
        try await withCopies { folder in
            let files = folder.folder("folders/glan-y-mor").files().filter { !$0.key.hasPrefix(".signpost/") }
            try #require(files.count > 20)
            try await Preview.run(["--pack", place], in: folder, sign: Self.sign) { copy in
                #expect(copy.log.contains("The copy of Ysgol Glan-y-Môr, version \(BoardBuild.day)"))
                #expect(!copy.log.contains("NOT"))
                for (path, bytes) in files {
                    let answer = try copy.answer(path)
                    #expect(answer.starts(with: Array("HTTP/1.1 200".utf8)), "\(path)")
                    // A copy is shown as it is: nothing is put into its pages that would reload them.
                    #expect(answer.suffix(bytes.count) == bytes[...], "\(path)")
                }
                let (front, missing) = (try copy.page(""), try copy.page("nowhere.html"))
                #expect(front.contains("Nia Enghraifft") && missing.hasPrefix("HTTP/1.1 404"))
            }
        }
    }

    @Test func `a copy that was changed is shown, and is said not to be the board's`() async throws {
        try await withCopies { folder in
            try folder.append("<!-- -->", to: "folders/glan-y-mor/parents/tell/index.html")
            try await Preview.run(["--pack", "folders/glan-y-mor"], in: folder, sign: Self.sign) { copy in
                #expect(copy.log.contains("It is NOT what the board made:\n  changed  parents/tell/index.html"))
                let page = try copy.page("parents/tell/index.html")
                #expect(page.contains("<!-- -->"))
            }
        }
    }

    @Test(arguments: [("x.zip", "is no copy"), ("content", "is no copy"), ("nowhere.zip", "nowhere.zip")])
    func `what is no copy is refused`(_ place: String, _ said: String) async throws {
        try await PackBoard.with { folder in
            try folder.write("no archive", to: "x.zip")
            let outcome = try await Program.run(["serve", "--port", "0", "--pack", place], in: folder.path)
            #expect(outcome.status == 1 && outcome.errors.contains(said), "\(outcome.errors)")
        }
    }
}
