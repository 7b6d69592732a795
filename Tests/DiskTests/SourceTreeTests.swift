import Diagnostics
import Foundation
import Glibc
import Testing

@testable import Disk

struct SourceTreeTests {
    @Test func `every file is read whole and sorted by the bytes of its path`() async throws {
        try await TemporaryFolder.with { root in
            for path in ["b.md", "a/c.md", "a-b.md", "a/é.md", "Z.md"] { try root.write("text of \(path)", to: path) }
            let (files, diagnostics) = await SourceTree.read(root: root.path)
            #expect(files.map(\.path) == ["Z.md", "a-b.md", "a/c.md", "a/é.md", "b.md"])
            #expect(files.allSatisfy { $0.bytes == Array("text of \($0.path)".utf8) })
            #expect(diagnostics.isEmpty)
        }
    }

    @Test func `ten thousand files in a hundred folders keep their contents`() async throws {
        try await TemporaryFolder.with { root in
            for index in 0..<10_000 { try root.write("\(index)", to: "\(index % 100)/\(index).md") }
            let (files, diagnostics) = await SourceTree.read(root: root.path)
            #expect(files.count == 10_000)
            #expect(files.allSatisfy { $0.path.hasSuffix("/\(String(decoding: $0.bytes, as: UTF8.self)).md") })
            #expect(diagnostics.isEmpty)
        }
    }

    @Test(arguments: [
        ".hidden", ".git/config", "notes.md~", ".notes.md.swp", "notes.swp", "#notes.md#", "Thumbs.db", "a/desktop.ini",
        "THUMBS.DB",
    ])
    func `hidden files and litter are passed over`(path: String) async throws {
        try await TemporaryFolder.with { root in
            try root.write("x", to: path)
            try root.write("x", to: "page.md")
            let (files, diagnostics) = await SourceTree.read(root: root.path)
            #expect(files.map(\.path) == ["page.md"])
            #expect(diagnostics.isEmpty)
        }
    }

    @Test func `files that are found first and read later are the same`() async throws {
        try await TemporaryFolder.with { root in
            for path in ["b.md", "a/c.md", "a-b.md", "gone.md", ".hidden"] {
                try root.write("text of \(path)", to: path)
            }
            let found = await SourceTree.found(root: root.path)
            #expect(found.paths == ["a-b.md", "a/c.md", "b.md", "gone.md"])
            #expect(found.diagnostics.isEmpty)
            try root.remove("gone.md")
            #expect(throws: DiskFailure.self) { try found.read(3) }
            let (files, _) = await SourceTree.read(root: root.path)
            #expect(try (0..<3).map { try found.read($0) } == files)
        }
    }

    @Test func `in a folder that is missing nothing is found`() async throws {
        try await TemporaryFolder.with { root in
            let found = await SourceTree.found(root: root("nowhere"))
            #expect(found.paths.isEmpty && found.diagnostics.map(\.code) == [.missingFolder])
        }
    }

    @Test func `an empty file has no bytes`() async throws {
        try await TemporaryFolder.with { root in
            try root.write("", to: "empty.md")
            #expect(await SourceTree.read(root: root.path).files == [SourceFile(path: "empty.md", bytes: [])])
        }
    }

    @Test func `a missing folder suggests the one that was meant`() async throws {
        try await TemporaryFolder.with { root in
            try root.folder("content")
            let (files, diagnostics) = await SourceTree.read(root: root("contnet"))
            #expect(files.isEmpty)
            #expect(diagnostics.map(\.code) == [.missingFolder])
            #expect(diagnostics.map(\.help) == ["did you mean \"content\"?"])
        }
    }

    @Test func `a file in place of the folder is named as such`() async throws {
        try await TemporaryFolder.with { root in
            try root.write("x", to: "content")
            let diagnostics = await SourceTree.read(root: root("content")).diagnostics
            #expect(diagnostics.map(\.message) == ["\"\(root("content"))\" is a file where a folder is expected"])
        }
    }

    @Test func `a trailing slash changes nothing`() async throws {
        try await TemporaryFolder.with { root in
            try root.write("x", to: "content/page.md")
            let files = await SourceTree.read(root: root("content/")).files
            #expect(files.map(\.path) == ["page.md"])
        }
    }
}

struct FileReaderTests {
    @Test func `a file over the limit is refused by name and the others are read`() async throws {
        try await TemporaryFolder.with { root in
            try root.write("12345", to: "big.md")
            try root.write("1234", to: "small.md")
            let (files, diagnostics) = await SourceTree.read(root: root.path, limits: .init(fileBytes: 4))
            #expect(files.map(\.path) == ["small.md"])
            #expect(diagnostics.map(\.message) == ["\"big.md\" has 5 bytes; the limit is 4"])
            #expect(diagnostics.map(\.location?.path) == [root("big.md")])
        }
    }

    @Test func `a pipe is named and never opened`() async throws {
        try await TemporaryFolder.with { root in
            #expect(mkfifo(root("pipe"), 0o644) == 0)
            let (files, diagnostics) = await SourceTree.read(root: root.path)
            #expect(files.isEmpty)
            #expect(diagnostics.map(\.code) == [.specialFile])
        }
    }

    @Test func `a name that is not UTF-8 is shown with its bytes`() async throws {
        try await TemporaryFolder.with { root in
            let path = (Array(root("caf").utf8) + [0xE9, 0]).map { CChar(bitPattern: $0) }
            let file = open(path, O_CREAT, 0o644)
            try #require(file >= 0)
            close(file)
            let diagnostics = await SourceTree.read(root: root.path).diagnostics
            #expect(diagnostics.map(\.code) == [.unusableName])
            #expect(diagnostics.map(\.message) == ["the name \"caf\\xe9\" is not UTF-8 text"])
        }
    }

    @Test(.enabled(if: getuid() != 0, "root may read everything"))
    func `a file that must not be read says why`() async throws {
        try await TemporaryFolder.with { root in
            try root.write("x", to: "secret.md")
            chmod(root("secret.md"), 0)
            let diagnostics = await SourceTree.read(root: root.path).diagnostics
            #expect(diagnostics.map(\.code) == [.unreadableFile])
            #expect(diagnostics.map(\.message) == ["cannot open the file: permission was denied"])
        }
    }

    @Test func `a file that never stops changing is refused after three readings`() async throws {
        try await TemporaryFolder.with { root in
            try root.write("x", to: "log.md")
            let folder = open(root.path, O_RDONLY)
            defer { close(folder) }
            var reader = FileReader(folder: folder, typed: root.path, limit: 100)
            reader.afterReading = { _ in
                try? root.write(String(repeating: "x", count: .random(in: 2...90)), to: "log.md")
            }
            let result = reader.read(.init(shown: "log.md", real: "log.md", isLinked: false))
            #expect(result.failure?.diagnostic.code == .changedFile)
        }
    }

    @Test func `a file that changed once is read again`() async throws {
        try await TemporaryFolder.with { root in
            try root.write("old", to: "page.md")
            let folder = open(root.path, O_RDONLY)
            defer { close(folder) }
            var reader = FileReader(folder: folder, typed: root.path, limit: 100)
            reader.afterReading = { _ in
                if root.text("page.md") == "old" { try? root.write("the new text", to: "page.md") }
            }
            let result = reader.read(.init(shown: "page.md", real: "page.md", isLinked: false))
            #expect(try result.get().bytes == Array("the new text".utf8))
        }
    }
}

struct PortableNameTests {
    @Test(arguments: ["con.md", "NUL", "aux.txt", "com1.md", "lpt9", "what?.md", "a:b.md", "end.", "end ", "tab\t.md"])
    func `a name that Windows refuses is refused`(name: String) async throws {
        try await TemporaryFolder.with { root in
            try root.write("x", to: name)
            #expect(await SourceTree.read(root: root.path).diagnostics.map(\.code) == [.unusableName])
        }
    }

    @Test(arguments: ["console.md", "com10.md", "a.b.c", "ünïcödé.md", "space in the middle.md"])
    func `a name that works everywhere is not`(name: String) {
        #expect(PortableName.fault(in: name) == nil)
    }

    @Test(arguments: [["Help.md", "help.md"], ["caf\u{E9}.md", "cafe\u{301}.md"], ["É.md", "e\u{301}.md"]])
    func `two names that differ only in case or accents clash`(names: [String]) async throws {
        try await TemporaryFolder.with { root in
            for name in names { try root.write("x", to: name) }
            #expect(await SourceTree.read(root: root.path).diagnostics.map(\.code) == [.clashingNames])
        }
    }

    @Test func `the same name in two folders does not clash`() async throws {
        try await TemporaryFolder.with { root in
            for path in ["a/Help.md", "b/help.md"] { try root.write("x", to: path) }
            #expect(await SourceTree.read(root: root.path).diagnostics.isEmpty)
        }
    }
}

struct SourceLinkTests {
    @Test func `links to a file and a folder inside are followed`() async throws {
        try await TemporaryFolder.with { root in
            try root.write("x", to: "a/page.md")
            try root.link("copy.md", to: "a/page.md")
            try root.link("b", to: "a")
            let (files, diagnostics) = await SourceTree.read(root: root.path)
            #expect(files.map(\.path) == ["a/page.md", "b/page.md", "copy.md"])
            #expect(files.allSatisfy { $0.bytes == [UInt8(ascii: "x")] })
            #expect(diagnostics.isEmpty)
        }
    }

    @Test(arguments: [
        ("/etc/passwd", "leads out of the folder"), ("../outside.md", "leads out of the folder"),
        ("nowhere.md", "leads to nothing"), ("link", "leads round in a circle"), (".", "leads round in a circle"),
    ])
    func `a link that leads astray is refused`(target: String, reason: String) async throws {
        try await TemporaryFolder.with { root in
            try root.write("x", to: "outside.md")
            try root.folder("content")
            try root.link("content/link", to: target)
            let (files, diagnostics) = await SourceTree.read(root: root("content"))
            #expect(files.isEmpty)
            #expect(diagnostics.map(\.code) == [.badLink])
            #expect(diagnostics.allSatisfy { $0.message.contains(reason) })
        }
    }

    @Test func `links between folders cannot make the walk explode`() async throws {
        try await TemporaryFolder.with { root in
            for name in ["a", "b", "c", "d"] {
                try root.write("x", to: "\(name)/page.md")
                for other in ["a", "b", "c", "d"] where other != name {
                    try root.link("\(name)/to-\(other)", to: "../\(other)")
                }
            }
            let (files, diagnostics) = await SourceTree.read(root: root.path)
            #expect(files.count == 4 + 12)
            #expect(Set(diagnostics.map(\.code)) == [.badLink])
        }
    }
}
