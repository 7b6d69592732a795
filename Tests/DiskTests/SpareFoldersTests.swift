import Diagnostics
import Foundation
import Testing

@testable import Disk

private let old = ["index.html": "home", "a/page.html": "1", "a/b/page.html": "2", "gone/of/page.html": "3"]
private let new = ["index.html": "new home", "a/page.html": "1", "a/b/page.html": "2", "c/page.html": "4"]
private let spare = ".out.signpost-folders"

private func writer(_ gate: (@Sendable (String) -> Int32)? = nil) -> SiteWriter {
    var writer = SiteWriter(sources: [], home: nil)
    writer.keepsFolders = true
    if let gate { writer.changes.gate = { call, _ in gate(call) } }
    return writer
}

/// One during whose swap somebody puts a file of their own into the old site.
private func writer(putting path: String, _ root: TemporaryFolder) -> SiteWriter {
    writer { call in
        if call == "exchange" { try? root.write("mine", to: "out/" + path) }
        return 0
    }
}

/// Two builds: the old site, with spare folders beside it.
private func withSpareFolders(_ body: (TemporaryFolder) async throws -> Void) async throws {
    try await TemporaryFolder.with { root in
        _ = try await writer().write(site(old.merging(["index.html": "first"]) { $1 }), to: root("out"))
        _ = try await writer().write(site(old), to: root("out"))
        try await body(root)
    }
}

extension TemporaryFolder {
    fileprivate func folders(below relative: String) -> [String] {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: self(relative))) ?? []
        return Set(paths).subtracting(files(below: relative).keys).sorted()
    }

    fileprivate var spareFiles: [String] { files(below: spare).keys.sorted() }
}

struct SpareFoldersTests {
    @Test func `the folders of an old site stay without its files, and become those of the next`() async throws {
        try await withSpareFolders { root in
            #expect(root.names() == [spare, "out"] && root.spareFiles.isEmpty)
            #expect(root.folders(below: spare) == ["a", "a/b", "gone", "gone/of"])
            let inode = try root.inode(spare + "/a/b")
            _ = try await writer().write(site(new), to: root("out"))
            #expect(try root.inode("out/a/b") == inode)
            #expect(root.site("out") == new)
        }
    }

    @Test func `a folder that the new site does not have is kept nowhere`() async throws {
        try await withSpareFolders { root in
            _ = try await writer().write(site(new), to: root("out"))
            #expect(root.folders(below: "out") == [".signpost", "a", "a/b", "c"])
            #expect(root.folders(below: spare) == ["a", "a/b"] && root.spareFiles.isEmpty)
        }
    }

    @Test func `a revised site is put together in them too`() async throws {
        try await withSpareFolders { root in
            let inode = try root.inode(spare + "/a")
            let last = try #require(SiteWriter.contents(of: root("out")))
            let result = try await writer().revise(root("out"), from: last, replacing: site(["a/page.html": "one"]))
            #expect(result?.diagnostics.isEmpty == true)
            #expect(root.site("out") == old.merging(["a/page.html": "one"]) { $1 })
            #expect(try root.inode("out/a") == inode)
            #expect(root.names() == [spare, "out"] && root.spareFiles.isEmpty)
        }
    }

    @Test func `a build that changes nothing leaves them alone`() async throws {
        try await withSpareFolders { root in
            let inode = try root.inode(spare)
            #expect(try await writer().write(site(old), to: root("out")).isNoChange)
            #expect(try root.inode(spare) == inode)
        }
    }

    @Test func `without being asked for, none are kept`() async throws {
        try await TemporaryFolder.with { root in
            for files in [old, new] {
                _ = try await SiteWriter(sources: [], home: nil).write(site(files), to: root("out"))
            }
            #expect(root.names() == ["out"])
        }
    }

    @Test func `somebody's file in them is neither published nor deleted`() async throws {
        try await withSpareFolders { root in
            try root.write("mine", to: spare + "/a/thesis.txt")
            let report = try await writer().write(site(new), to: root("out"))
            #expect(report.diagnostics.map(\.code) == [.leftovers])
            #expect(root.site("out") == new && root.names() == [spare, "out"])
            #expect(root.files(below: spare) == ["a/thesis.txt": "mine"])
        }
    }

    @Test func `a link among them is not followed`() async throws {
        try await withSpareFolders { root in
            try root.write("mine", to: "own/page.html")
            try root.remove(spare + "/a/b")
            try root.link(spare + "/a/b", to: root("own"))
            _ = try await writer().write(site(new), to: root("out"))
            #expect(root.site("out") == new && root.files(below: "own") == ["page.html": "mine"])
        }
    }

    @Test(arguments: ["a/thesis.txt", "thesis.txt", "new/thesis.txt"])
    func `somebody's file that comes into the old site meanwhile is neither published nor deleted`(path: String)
        async throws
    {
        try await withSpareFolders { root in
            _ = try await writer(putting: path, root).write(site(new), to: root("out"))
            #expect(root.site("out") == new && root.files(below: spare) == [path: "mine"])
            let report = try await writer().write(site(old), to: root("out"))
            #expect(report.diagnostics.map(\.code) == [.leftovers])
            #expect(root.site("out") == old && root.files(below: spare) == [path: "mine"])
        }
    }

    @Test func `nor is one in a folder that the new site does not have`() async throws {
        try await withSpareFolders { root in
            let report = try await writer(putting: "gone/thesis.txt", root).write(site(new), to: root("out"))
            #expect(report.diagnostics.map(\.code) == [.leftovers])
            #expect(root.site("out") == new && root.text(".out.signpost-staging/gone/thesis.txt") == "mine")
        }
    }

    @Test func `what a desktop keeps in a folder of the site stays in none of them`() async throws {
        try await withSpareFolders { root in
            try root.write("pictures of a page", to: "out/a/Thumbs.db")
            let report = try await writer().write(site(new), to: root("out"))
            #expect(report.diagnostics.isEmpty && root.spareFiles.isEmpty && root.names() == [spare, "out"])
        }
    }

    /// Their recursion must end before memory does.
    @Test func `folders deeper than any site are not used`() async throws {
        try await withSpareFolders { root in
            let path = spare + "/a" + String(repeating: "/a", count: 200)
            try FileManager.default.createDirectory(atPath: root(path), withIntermediateDirectories: true)
            let report = try await writer().write(site(new), to: root("out"))
            #expect(report.diagnostics.isEmpty)
            #expect(root.site("out") == new && root.folders(below: "out") == [".signpost", "a", "a/b", "c"])
        }
    }

    @Test func `a folder with permissions of its own is made anew`() async throws {
        try await withSpareFolders { root in
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: root("out/a"))
            _ = try await writer().write(site(new), to: root("out"))
            _ = try await writer().write(site(old), to: root("out"))
            #expect(try root.mode("out/a") == 0o755)
        }
    }

    /// Each of these errors at each call, once or from then on.
    @Test(arguments: [ENOSPC, EIO], [true, false])
    func `a fault leaves the old site or the new one, and the next runs repair`(code: Int32, isLasting: Bool)
        async throws
    {
        for step in 1... {
            let gate = Gate()
            try await withSpareFolders { root in
                let failing = writer { _ in
                    let now = gate.next()
                    return now == step || isLasting && now > step ? code : 0
                }
                do throws(DiskFailure) {
                    _ = try await failing.write(site(new), to: root("out"))
                    #expect(root.site("out") == new, "step \(step)")
                } catch {
                    #expect(root.site("out") == old || isLasting && root.site("out") == new, "step \(step)")
                }
                #expect(root.spareFiles.isEmpty, "step \(step)")
                try await repairs(root, "step \(step)")
            }
            if gate.calls < step {
                #expect(step > 20)
                break
            }
        }
    }

    @Test func `is ended at every call by the test below`() async throws {
        try await withSpareFolders { root in
            let gate = Gate()
            let counting = writer { _ in
                _ = gate.next()
                return 0
            }
            _ = try await counting.write(site(new), to: root("out"))
            #expect(gate.calls <= Self.steps.upperBound)
        }
    }

    private static let steps = 1...44

    @Test(arguments: steps)
    func `an end at any call leaves the old site or the new one, and the next runs repair`(step: Int) async throws {
        try await withSpareFolders { root in
            await expectEnd(at: step, of: writer(), writing: new, to: root("out"))
            #expect(root.site("out") == old || root.site("out") == new)
            #expect(root.spareFiles.isEmpty)
            try await repairs(root, "step \(step)")
        }
    }

    /// Writes two more sites, so that what was left is both cleared away and used.
    private func repairs(_ root: TemporaryFolder, _ step: Comment) async throws {
        for files in [old.merging(["last.html": "5"]) { $1 }, new.merging(["last.html": "6"]) { $1 }] {
            let report = try await writer().write(site(files), to: root("out"))
            #expect(report.diagnostics.isEmpty, step)
            #expect(root.site("out") == files, step)
        }
        #expect(root.names() == [spare, "out"] && root.spareFiles.isEmpty, step)
    }
}
