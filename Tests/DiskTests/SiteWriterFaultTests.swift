import Diagnostics
import Foundation
import Testing

@testable import Disk

private let old = ["index.html": "old home", "same.html": "same", "gone/page.html": "gone", "style.css": "old"]
private let new = ["index.html": "new home", "same.html": "same", "a/b/page.html": "new", "style.css": "new"]

private func writer(_ gate: @escaping @Sendable (String) -> Int32) -> SiteWriter {
    var writer = SiteWriter(sources: [], home: nil)
    writer.changes.gate = { call, _ in gate(call) }
    return writer
}

/// How many calls an update of the old site to the new one makes.
private func callsOfAnUpdate() async throws -> Int {
    try await TemporaryFolder.with { root in
        _ = try await SiteWriter(sources: [], home: nil).write(site(old), to: root("out"))
        let gate = Gate()
        _ = try await writer { _ in
            _ = gate.next(); return 0
        }.write(site(new), to: root("out"))
        return gate.calls
    }
}

struct FailedBuildTests {
    /// Each of these errors at each call, once or from then on.
    @Test(arguments: [ENOSPC, EIO, EACCES, EROFS, EMFILE], [true, false])
    func `leaves the old site or the new one, and the next run repairs`(code: Int32, isLasting: Bool) async throws {
        let calls = try await callsOfAnUpdate()
        for step in 1...calls {
            try await TemporaryFolder.with { root in
                _ = try await SiteWriter(sources: [], home: nil).write(site(old), to: root("out"))
                let gate = Gate()
                let failing = writer { _ in
                    let now = gate.next()
                    return now == step || isLasting && now > step ? code : 0
                }
                do throws(DiskFailure) {
                    let report = try await failing.write(site(new), to: root("out"))
                    #expect(report.diagnostics.map(\.code) == [.leftovers], "step \(step)")
                    #expect(root.site("out") == new, "step \(step)")
                } catch {
                    #expect(error.diagnostics.map(\.code) == [.cannotWrite], "step \(step)")
                    #expect(root.site("out") == old || isLasting && root.site("out") == new, "step \(step)")
                    #expect(isLasting || root.names() == ["out"], "step \(step)")
                }
                _ = try await SiteWriter(sources: [], home: nil).write(site(new), to: root("out"))
                #expect(root.site("out") == new, "step \(step)")
                #expect(root.names() == ["out"], "step \(step)")
            }
        }
    }

    /// The same where only a few files are replaced.
    @Test(arguments: [ENOSPC, EIO], [true, false])
    func `leaves the old site or the revised one`(code: Int32, isLasting: Bool) async throws {
        let revised = old.merging(["index.html": "revised", "new.css": "new"]) { $1 }.filter { $0.key != "style.css" }
        func revise(_ writer: SiteWriter, _ root: TemporaryFolder) async throws(DiskFailure) {
            guard let last = SiteWriter.contents(of: root("out")) else { return }
            _ = try await writer.revise(
                root("out"), from: last, replacing: site(["index.html": "revised", "new.css": "new"]),
                removing: ["style.css"])
        }
        for step in 1... {
            let gate = Gate()
            try await TemporaryFolder.with { root in
                _ = try await SiteWriter(sources: [], home: nil).write(site(old), to: root("out"))
                let failing = writer { _ in
                    let now = gate.next()
                    return now == step || isLasting && now > step ? code : 0
                }
                do throws(DiskFailure) {
                    try await revise(failing, root)
                    #expect(root.site("out") == revised, "step \(step)")
                } catch {
                    #expect(root.site("out") == old || isLasting && root.site("out") == revised, "step \(step)")
                }
                _ = try await SiteWriter(sources: [], home: nil).write(site(new), to: root("out"))
                #expect(root.site("out") == new && root.names() == ["out"], "step \(step)")
            }
            if gate.calls < step {
                #expect(step > 10)
                break
            }
        }
    }

    @Test func `names the path and says why in plain words`() async throws {
        try await TemporaryFolder.with { root in
            let full = writer { $0 == "write" ? ENOSPC : 0 }
            let error = await #expect(throws: DiskFailure.self) {
                try await full.write(site(["a/b": "x"]), to: root("out"))
            }
            let path = root("out/a/b")
            #expect(error?.diagnostics.map(\.message) == ["cannot write the file \"\(path)\": the disk is full"])
            #expect(error?.diagnostics.map(\.help) == ["free some space and run the command again"])
        }
    }
}

struct KilledBuildTests {
    private static let steps = 1...40

    @Test(arguments: steps)
    func `leaves the old site or the new one, and the next run repairs`(step: Int) async throws {
        try await TemporaryFolder.with { root in
            _ = try await SiteWriter(sources: [], home: nil).write(site(old), to: root("out"))
            await expectEnd(at: step, of: SiteWriter(sources: [], home: nil), writing: new, to: root("out"))
            let found = root.site("out")
            #expect(found == old || found == new)
            let isNew = found == new
            _ = try await SiteWriter(sources: [], home: nil).write(site(isNew ? old : new), to: root("out"))
            #expect(root.site("out") == (isNew ? old : new))
            #expect(root.names() == ["out"])
        }
    }

    @Test func `is killed at every call by the test above`() async throws {
        #expect(try await callsOfAnUpdate() <= Self.steps.upperBound)
    }
}

struct RecoveryTests {
    let writer = SiteWriter(sources: [], home: nil)

    @Test func `an old site set aside between two renames comes back`() async throws {
        try await TemporaryFolder.with { root in
            _ = try await writer.write(site(old), to: root("out"))
            try root.rename("out", to: ".out.signpost-previous")
            let report = try await writer.write(site(old), to: root("out"))
            #expect(report.isNoChange)
            #expect(root.names() == ["out"])
        }
    }

    @Test func `a list torn by a power cut does not stop the next build`() async throws {
        try await TemporaryFolder.with { root in
            try root.write("", to: ".out.signpost-staging/.signpost/manifest")
            try root.write("half a pa", to: ".out.signpost-staging/index.html")
            _ = try await writer.write(site(new), to: root("out"))
            #expect(root.names() == ["out"])
        }
    }

    @Test func `somebody's files in the hidden folder are never deleted`() async throws {
        try await TemporaryFolder.with { root in
            try root.write("mine", to: ".out.signpost-staging/notes.txt")
            let error = await #expect(throws: DiskFailure.self) { try await writer.write(site(new), to: root("out")) }
            #expect(error?.diagnostics.map(\.code) == [.foreignFiles])
            #expect(root.text(".out.signpost-staging/notes.txt") == "mine")
        }
    }

    @Test func `a file put into the old site during the build is kept, with a warning`() async throws {
        try await TemporaryFolder.with { root in
            _ = try await writer.write(site(old), to: root("out"))
            var late = writer
            late.changes.gate = { call, _ in
                if call == "exchange" { try? root.write("mine", to: "out/notes.txt") }
                return 0
            }
            let report = try await late.write(site(new), to: root("out"))
            #expect(report.diagnostics.map(\.code) == [.leftovers])
            #expect(root.site("out") == new)
            #expect(root.text(".out.signpost-staging/notes.txt") == "mine")
        }
    }
}

/// A disk of one mebibyte, where the tests may mount one.
struct FullDiskTests {
    @Test func `leaves the old site`() async throws {
        try await TemporaryFolder.with { root in
            try root.folder("disk")
            guard mount("tmpfs", root("disk"), "tmpfs", 0, "size=1m") == 0 else { return }
            defer { umount2(root("disk"), Int32(MNT_DETACH)) }
            let writer = SiteWriter(sources: [], home: nil)
            _ = try await writer.write(site(old), to: root("disk/out"))
            let large = [OutputFile(path: "large", bytes: [UInt8](repeating: 1, count: 2 << 20))]
            let error = await #expect(throws: DiskFailure.self) { try await writer.write(large, to: root("disk/out")) }
            #expect(error?.diagnostics.first?.message.hasSuffix("the disk is full") == true)
            #expect(root.site("disk/out") == old)
            #expect(TemporaryFolder(path: root("disk")).names() == ["out"])
        }
    }
}
