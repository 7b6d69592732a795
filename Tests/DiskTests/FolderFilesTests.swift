import Diagnostics
import Testing

@testable import Disk

struct FolderFilesTests {
    private let files = [OutputFile(path: "content/index.md", bytes: Array("ours".utf8))]

    @Test func `a folder appears with all its files, also where a run before was ended`() async throws {
        try await TemporaryFolder.with { root in
            try root.write("half", to: ".board.signpost-new/content/index.md")
            try FolderFiles.make(root("board"), files)
            #expect(root.files(below: ".") == ["board/content/index.md": "ours"])
        }
    }

    @Test func `a link to a folder of somebody's is not taken for what a run before left`() async throws {
        try await TemporaryFolder.with { root in
            try root.write("theirs", to: "theirs/content/index.md")
            try root.link(".board.signpost-new", to: "theirs")
            #expect(throws: DiskFailure.self) { try FolderFiles.make(root("board"), files) }
            #expect(root.text("theirs/content/index.md") == "theirs")
            #expect(!root.names().contains("board"))
        }
    }
}
