import Diagnostics
import Foundation
import Testing

@testable import Disk

/// Files from a dictionary of paths and texts.
func site(_ texts: [String: String]) -> [OutputFile] {
    texts.map { OutputFile(path: $0.key, bytes: Array($0.value.utf8)) }
}

extension TemporaryFolder {
    /// The site in a folder, without its list.
    func site(_ relative: String) -> [String: String] {
        files(below: relative).filter { !$0.key.hasPrefix(".signpost") }
    }
}

struct SiteWriterTests {
    let writer = SiteWriter(sources: [], home: nil)

    @Test func `a first build makes the folder, its files and the folders above`() async throws {
        try await TemporaryFolder.with { root in
            let texts = ["index.html": "home", "a/b/index.html": "page", "a/style.css": ""]
            let report = try await writer.write(site(texts), to: root("deep/er/site"))
            #expect(root.site("deep/er/site") == texts)
            #expect(report.written == ["a/b/index.html", "a/style.css", "index.html"])
            #expect(TemporaryFolder(path: root("deep/er")).names() == ["site"])
        }
    }

    @Test func `a second build writes what changed, keeps what did not and removes what is gone`() async throws {
        try await TemporaryFolder.with { root in
            _ = try await writer.write(
                site(["same.html": "1", "changed.html": "2", "gone/x.html": "3"]), to: root("out"))
            let kept = try root.inode("out/same.html")
            let next = ["same.html": "1", "changed.html": "two", "new/y.html": "4"]
            let report = try await writer.write(site(next), to: root("out"))
            #expect(root.site("out") == next)
            #expect(report.written == ["changed.html", "new/y.html"])
            #expect(report.removed == ["gone/x.html"])
            #expect(report.unchanged == 1)
            #expect(try root.inode("out/same.html") == kept)
            #expect(FileManager.default.fileExists(atPath: root("out/gone")) == false)
            #expect(root.names() == ["out"])
        }
    }

    @Test func `a build that changes nothing touches nothing`() async throws {
        try await TemporaryFolder.with { root in
            let files = site(["index.html": "home", "a/index.html": "page"])
            _ = try await writer.write(files, to: root("out"))
            let before = try root.inode("out")
            let report = try await writer.write(files, to: root("out"))
            #expect(report.isNoChange)
            #expect(try root.inode("out") == before)
        }
    }

    @Test func `a file that somebody changed or removed is put right`() async throws {
        try await TemporaryFolder.with { root in
            let texts = ["a.html": "aaaa", "b.html": "bbbb"]
            _ = try await writer.write(site(texts), to: root("out"))
            try root.write("AAAA", to: "out/a.html")
            try root.remove("out/b.html")
            let report = try await writer.write(site(texts), to: root("out"))
            #expect(report.written == ["a.html", "b.html"])
            #expect(root.site("out") == texts)
        }
    }

    @Test func `an empty folder is taken and keeps its permissions`() async throws {
        try await TemporaryFolder.with { root in
            try root.folder("out")
            try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: root("out"))
            _ = try await writer.write(site(["index.html": "home"]), to: root("out"))
            #expect(root.site("out") == ["index.html": "home"])
            #expect(try root.mode("out") == 0o750)
        }
    }

    @Test func `a link to the output folder stays a link`() async throws {
        try await TemporaryFolder.with { root in
            try root.folder("real")
            try root.link("out", to: "real")
            _ = try await writer.write(site(["index.html": "home"]), to: root("out"))
            #expect(root.site("real") == ["index.html": "home"])
            #expect(root.names() == ["out", "real"])
        }
    }

    @Test func `a file may become a folder and a folder a file`() async throws {
        try await TemporaryFolder.with { root in
            _ = try await writer.write(site(["a": "file", "b/x": "x"]), to: root("out"))
            _ = try await writer.write(site(["a/x": "x", "b": "file"]), to: root("out"))
            #expect(root.site("out") == ["a/x": "x", "b": "file"])
        }
    }

    @Test func `thousands of files arrive, and the order given does not matter`() async throws {
        try await TemporaryFolder.with { root in
            let texts = Dictionary(
                uniqueKeysWithValues: (0..<3_000).map { ("\($0 % 70)/\($0)/index.html", "page \($0)") })
            _ = try await writer.write(site(texts).shuffled(), to: root("out"))
            #expect(root.site("out") == texts)
            let list = root.text("out/.signpost/manifest")
            _ = try await writer.write(site(texts).shuffled(), to: root("other"))
            #expect(root.text("other/.signpost/manifest") == list)
        }
    }

    @Test(arguments: [
        "", "/etc/x", "../x", "a/../x", "a/./x", "a//x", "a/", "a\0b", "a\nb", ".signpost/manifest", ".signpost",
    ])
    func `an unsafe path is refused before anything is written`(path: String) async throws {
        try await TemporaryFolder.with { root in
            let error = await #expect(throws: DiskFailure.self) {
                try await writer.write(site([path: "x"]), to: root("out"))
            }
            #expect(error?.diagnostics.map(\.code) == [.unsafeOutputPath])
            #expect(root.names() == [])
        }
    }

    @Test func `two files at one path, and a file where a folder is, are refused`() async throws {
        try await TemporaryFolder.with { root in
            let files = ["a", "a", "b", "b/c"].map { OutputFile(path: $0, bytes: []) }
            let error = await #expect(throws: DiskFailure.self) { try await writer.write(files, to: root("out")) }
            #expect(error?.diagnostics.count == 2)
        }
    }
}

struct OutputPlaceTests {
    private func codes(_ root: TemporaryFolder, _ folder: String, home: String? = nil) async throws -> [String] {
        let writer = SiteWriter(sources: [root("content"), root("absent")], home: home)
        let error = await #expect(throws: DiskFailure.self) {
            try await writer.write(site(["index.html": "x"]), to: folder)
        }
        return error?.diagnostics.map(\.code.id) ?? []
    }

    @Test(arguments: [
        "content", "content/", "content/site", "", "link", "link/sub", "content/../content", "new/../content", "file",
        "dangling",
    ])
    func `the source folder, what holds it and what it holds`(relative: String) async throws {
        try await TemporaryFolder.with { root in
            try root.write("page", to: "content/index.md")
            try root.write("x", to: "file")
            try root.link("link", to: "content")
            try root.link("dangling", to: "nowhere")
            #expect(try await codes(root, root(relative)) == ["SP100"])
            #expect(root.files(below: "content") == ["index.md": "page"])
        }
    }

    @Test(arguments: ["/", "//", ".", "", "/tmp/.."])
    func `the top of the disk and the folder one works in`(folder: String) async throws {
        try await TemporaryFolder.with { root in
            let found = try await codes(root, folder)
            #expect(found == ["SP100"])
        }
    }

    @Test func `the home folder and what holds it`() async throws {
        try await TemporaryFolder.with { root in
            try root.folder("home/ann")
            #expect(try await codes(root, root("home/ann"), home: root("home/ann")) == ["SP100"])
            #expect(try await codes(root, root("home"), home: root("home/ann")) == ["SP100"])
        }
    }

    @Test func `a folder with somebody's files`() async throws {
        try await TemporaryFolder.with { root in
            try root.write("thesis", to: "out/thesis.doc")
            #expect(try await codes(root, root("out")) == ["SP101"])
            #expect(root.files(below: "out") == ["thesis.doc": "thesis"])
        }
    }

    @Test(arguments: ["notes.txt", "a/notes.txt", ".git/config", "empty/", "link"])
    func `a site with a file that is not on its list`(path: String) async throws {
        try await TemporaryFolder.with { root in
            let writer = SiteWriter(sources: [], home: nil)
            _ = try await writer.write(site(["a/index.html": "x"]), to: root("out"))
            switch path {
            case "link": try root.link("out/link", to: "/etc")
            case "empty/": try root.folder("out/empty")
            default: try root.write("mine", to: "out/" + path)
            }
            let error = await #expect(throws: DiskFailure.self) {
                try await writer.write(site(["a/index.html": "y"]), to: root("out"))
            }
            #expect(error?.diagnostics.map(\.code) == [.foreignFiles])
            #expect(error?.diagnostics.first?.message.contains("\"\(path == ".git/config" ? ".git/" : path)\"") == true)
            #expect(root.text("out/a/index.html") == "x")
        }
    }

    @Test func `a site whose list is damaged`() async throws {
        try await TemporaryFolder.with { root in
            let writer = SiteWriter(sources: [], home: nil)
            _ = try await writer.write(site(["index.html": "x"]), to: root("out"))
            let list = try #require(root.text("out/.signpost/manifest"))
            try root.write(list.replacing("index", with: "inbex"), to: "out/.signpost/manifest")
            #expect(try await codes(root, root("out")) == ["SP102"])
        }
    }

    @Test func `thumbnails that a desktop left are no reason to refuse`() async throws {
        try await TemporaryFolder.with { root in
            let writer = SiteWriter(sources: [], home: nil)
            _ = try await writer.write(site(["index.html": "x"]), to: root("out"))
            try root.write("cache", to: "out/Thumbs.db")
            _ = try await writer.write(site(["index.html": "y"]), to: root("out"))
            #expect(root.site("out") == ["index.html": "y"])
        }
    }
}

struct FileLockTests {
    @Test func `all of them wait for one another and finish`() async throws {
        try await TemporaryFolder.with { root in
            let reports = try await withThrowingTaskGroup(of: SiteWriter.Report.self) { group in
                for index in 0..<6 {
                    group.addTask {
                        var writer = SiteWriter(sources: [], home: nil)
                        writer.changes.gate = { _, _ in
                            usleep(1_000); return 0
                        }
                        return try await writer.write(site(["index.html": "build \(index)"]), to: root("out"))
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(reports.count == 6)
            #expect(root.site("out").count == 1)
            #expect(root.names() == ["out"])
        }
    }

    @Test func `one that has waited long enough, and said so once, fails by name`() async throws {
        try await TemporaryFolder.with { root in
            let folder = open(root.path, O_RDONLY)
            defer { close(folder) }
            let lock = try #require(try FileLock.take(in: folder, ".out.signpost-lock", waits: false))
            let waits = Gate()
            var writer = SiteWriter(sources: [], home: nil)
            writer.patience = .milliseconds(50)
            writer.onWait = { _ = waits.next() }
            let error = await #expect(throws: DiskFailure.self) { try await writer.write([], to: root("out")) }
            #expect(error?.diagnostics.map(\.code) == [.busyFolder])
            #expect(waits.calls == 1)
            lock.release()
            _ = try await writer.write([], to: root("out"))
            #expect(root.names() == ["out"])
        }
    }
}
