import Diagnostics
import Foundation
import Testing

@testable import Disk

struct FileReplacementTests {
    @Test func `a new file is made and an old one replaced with its permissions`() async throws {
        try await TemporaryFolder.with { root in
            try FileReplacement.write(Array("one".utf8), to: root("a.yaml"))
            #expect(root.text("a.yaml") == "one")
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: root("a.yaml"))
            try FileReplacement.write(Array("two".utf8), to: root("a.yaml"))
            #expect(root.text("a.yaml") == "two")
            #expect(try root.mode("a.yaml") == 0o600)
            #expect(root.names() == ["a.yaml"])
        }
    }

    @Test func `a link stays a link to the new contents`() async throws {
        try await TemporaryFolder.with { root in
            try root.write("old", to: "real")
            try root.link("link", to: "real")
            try FileReplacement.write(Array("new".utf8), to: root("link"))
            #expect(root.text("real") == "new")
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: root("link")) == "real")
        }
    }

    @Test(arguments: [false, true])
    func `a link under a name of our own is replaced, and what it leads to stays`(isCache: Bool) async throws {
        try await TemporaryFolder.with { root in
            try root.write("somebody's", to: "letter")
            try root.link("to-file", to: "letter")
            try root.link("to-nothing", to: "nowhere")
            for name in ["to-file", "to-nothing"] {
                let bytes = Array("new".utf8)
                if isCache {
                    try FileReplacement.cache(bytes, at: root(name))
                } else {
                    try FileReplacement.writeRecord(bytes, at: root(name))
                }
                #expect(root.text(name) == "new")
                #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: root(name))) == nil)
            }
            #expect(root.text("letter") == "somebody's")
            #expect(root.names() == ["letter", "to-file", "to-nothing"])
        }
    }

    @Test(arguments: ["write", "fsync", "rename"], [ENOSPC, EIO])
    func `after a failure the old file stands alone`(call: String, code: Int32) async throws {
        try await TemporaryFolder.with { root in
            try root.write("old", to: "a.yaml")
            let changes = DiskChanges { name, _ in name == call ? code : 0 }
            #expect(throws: DiskFailure.self) {
                try FileReplacement.write(Array("new".utf8), to: root("a.yaml"), changes: changes)
            }
            #expect(root.text("a.yaml") == "old")
            #expect(root.names() == ["a.yaml"])
        }
    }

    @Test func `a name that somebody chose may be that of a file of theirs`() async throws {
        try await TemporaryFolder.with { root in
            let report = { (day: String) in Array("{ \"format\": \"a report of one kind, as all are\", \(day) }".utf8) }
            try FileReplacement.writeOver(ownKind: report("1"), to: root("a.json"))
            try FileReplacement.writeOver(ownKind: report("2"), to: root("a.json"))
            #expect(root.text("a.json")?.contains("2") == true)
            try root.write("Dear all", to: "letter.txt")
            #expect(throws: DiskFailure.self) {
                try FileReplacement.writeOver(ownKind: report("3"), to: root("letter.txt"))
            }
            #expect(root.text("letter.txt") == "Dear all")
        }
    }

    @Test func `archives are of one kind where they bear the same day, however their first file is packed`() {
        let ours: [UInt8] = Array("PK".utf8) + [3, 4, 20, 0, 0, 8, 8, 0, 0, 0, 33, 0, 1, 2]
        let stored: [UInt8] = Array("PK".utf8) + [3, 4, 20, 0, 0, 8, 0, 0, 0, 0, 33, 0, 3, 4]
        let photographs: [UInt8] = Array("PK".utf8) + [3, 4, 20, 0, 0, 8, 8, 0, 12, 80, 117, 91, 1, 2]
        #expect(FileReplacement.isOfOneKind(ours, stored))
        #expect(!FileReplacement.isOfOneKind(photographs, ours))
        #expect(FileReplacement.isOfOneKind([], ours))
    }

    @Test func `what somebody saved meanwhile is not replaced`() async throws {
        try await TemporaryFolder.with { root in
            try root.write("read", to: "a.yaml")
            try FileReplacement.write(Array("written".utf8), over: Array("read".utf8), at: root("a.yaml"))
            #expect(root.text("a.yaml") == "written")
            try root.write("saved", to: "a.yaml")
            let failure = #expect(throws: DiskFailure.self) {
                try FileReplacement.write(Array("again".utf8), over: Array("written".utf8), at: root("a.yaml"))
            }
            #expect(failure?.diagnostics.map(\.code) == [.changedFile])
            #expect(root.text("a.yaml") == "saved")
            #expect(root.names() == ["a.yaml"])
        }
    }

    @Test func `what a killed writer left is taken over`() async throws {
        try await TemporaryFolder.with { root in
            try root.write("a longer rest of before", to: ".a.yaml.signpost-new")
            try FileReplacement.write(Array("new".utf8), to: root("a.yaml"))
            #expect(root.files(below: ".") == ["a.yaml": "new"])
        }
    }

    @Test func `writers at once leave one whole file`() async throws {
        try await TemporaryFolder.with { root in
            await withTaskGroup(of: Void.self) { group in
                for letter in "abcdefgh" {
                    group.addTask {
                        try? FileReplacement.write(Array(String(repeating: letter, count: 10_000).utf8), to: root("f"))
                    }
                }
            }
            let text = try #require(root.text("f"))
            #expect(text.count == 10_000)
            #expect(Set(text).count == 1)
            #expect(root.names() == ["f"])
        }
    }

    @Test func `a folder in the way is named`() async throws {
        try await TemporaryFolder.with { root in
            try root.folder("a.yaml")
            let error = #expect(throws: DiskFailure.self) { try FileReplacement.write([], to: root("a.yaml")) }
            #expect(error?.diagnostics.map(\.code) == [.cannotWrite])
            #expect(root.names() == ["a.yaml"])
        }
    }
}
