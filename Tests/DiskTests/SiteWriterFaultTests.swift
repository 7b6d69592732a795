import Diagnostics
import Foundation
import Testing

@testable import Disk

private let old = ["index.html": "old home", "same.html": "same", "gone/page.html": "gone", "style.css": "old"]
private let new = ["index.html": "new home", "same.html": "same", "a/b/page.html": "new", "style.css": "new"]

private func writer(keepsSpare: Bool = false, _ gate: @escaping @Sendable (String) -> Int32) -> SiteWriter {
    var writer = SiteWriter(sources: [], home: nil)
    writer.keepsSpare = keepsSpare
    writer.changes.gate = { call, _ in gate(call) }
    return writer
}

private func outputFiles(_ texts: [String: String]) -> [OutputFile] { site(texts) }

private func plain(keepsSpare: Bool) -> SiteWriter { writer(keepsSpare: keepsSpare) { _ in 0 } }

extension TemporaryFolder {
    /// Lays out the old site; with a spare folder, as it is after a later build.
    fileprivate func layOld(hasSpare: Bool) async throws {
        if hasSpare { _ = try await plain(keepsSpare: true).write(outputFiles(["first.html": "1"]), to: self("out")) }
        _ = try await plain(keepsSpare: hasSpare).write(outputFiles(old), to: self("out"))
        #expect(names() == (hasSpare ? [spare, "out"] : ["out"]))
    }

    fileprivate var spare: String { ".out.signpost-spare" }

    /// Nothing is beside the site, or nothing but a spare folder with exactly the site's files.
    fileprivate var isTidy: Bool { names() == ["out"] || names() == [spare, "out"] && site(spare) == site("out") }
}

/// How many calls an update of the old site to the new one makes.
private func callsOfAnUpdate(hasSpare: Bool) async throws -> Int {
    try await TemporaryFolder.with { root in
        try await root.layOld(hasSpare: hasSpare)
        let gate = Gate()
        _ = try await writer(keepsSpare: hasSpare) { _ in
            _ = gate.next(); return 0
        }.write(site(new), to: root("out"))
        #expect(root.site("out") == new && root.isTidy)
        return gate.calls
    }
}

struct FailedBuildTests {
    /// Each of these errors at each call, once or from then on.
    @Test(
        arguments: [ENOSPC, EIO, EACCES, EROFS, EMFILE], [(true, false), (false, false), (true, true), (false, true)])
    func `leaves the old site or the new one, and the next run repairs`(
        code: Int32, way: (isLasting: Bool, hasSpare: Bool)
    ) async throws {
        let (isLasting, hasSpare) = way
        let calls = try await callsOfAnUpdate(hasSpare: hasSpare)
        for step in 1...calls {
            try await TemporaryFolder.with { root in
                try await root.layOld(hasSpare: hasSpare)
                let gate = Gate()
                let failing = writer(keepsSpare: hasSpare) { _ in
                    let now = gate.next()
                    return now == step || isLasting && now > step ? code : 0
                }
                do throws(DiskFailure) {
                    let report = try await failing.write(site(new), to: root("out"))
                    #expect(report.diagnostics.map(\.code) == [.leftovers] || hasSpare && root.isTidy, "step \(step)")
                    #expect(root.site("out") == new, "step \(step)")
                } catch {
                    #expect(error.diagnostics.map(\.code) == [.cannotWrite], "step \(step)")
                    #expect(root.site("out") == old || isLasting && root.site("out") == new, "step \(step)")
                    #expect(isLasting || root.isTidy, "step \(step)")
                }
                _ = try await plain(keepsSpare: hasSpare).write(site(new), to: root("out"))
                #expect(root.site("out") == new, "step \(step)")
                #expect(root.isTidy, "step \(step)")
            }
        }
    }

    @Test func `names the path and says why in plain words`() async throws {
        try await TemporaryFolder.with { root in
            let full = writer { $0 == "write" ? ENOSPC : 0 }
            let error = await #expect(throws: DiskFailure.self) {
                try await full.write(site(["a/b": "x"]), to: root("out"))
            }
            let path = root("out/.signpost/manifest")
            #expect(error?.diagnostics.map(\.message) == ["cannot write the file \"\(path)\": the disk is full"])
            #expect(error?.diagnostics.map(\.help) == ["free some space and run the command again"])
        }
    }
}

struct KilledBuildTests {
    private static let steps = [false: 1...40, true: 1...60]

    @Test(arguments: steps.flatMap { hasSpare, steps in steps.map { (hasSpare, $0) } })
    func `leaves the old site or the new one, and the next run repairs`(hasSpare: Bool, step: Int) async throws {
        try await TemporaryFolder.with { root in
            try await root.layOld(hasSpare: hasSpare)
            let path = root.path
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [path = path as String, step = step as Int, hasSpare = hasSpare as Bool] in
                let gate = Gate()
                let killed = writer(keepsSpare: hasSpare) { _ in gate.next() == step ? kill(getpid(), SIGKILL) : 0 }
                _ = try await killed.write(site(new), to: path + "/out")
                kill(getpid(), SIGKILL)
            }
            let found = root.site("out")
            #expect(found == old || found == new)
            let isNew = found == new
            _ = try await plain(keepsSpare: hasSpare).write(site(isNew ? old : new), to: root("out"))
            #expect(root.site("out") == (isNew ? old : new))
            #expect(root.isTidy)
        }
    }

    @Test(arguments: steps)
    func `is killed at every call by the test above`(hasSpare: Bool, steps: ClosedRange<Int>) async throws {
        #expect(try await callsOfAnUpdate(hasSpare: hasSpare) <= steps.upperBound)
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
