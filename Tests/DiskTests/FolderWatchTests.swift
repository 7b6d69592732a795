import Foundation
import Testing

@testable import Disk

struct FolderWatchTests {
    /// Gathers what the watch says after `act`, until `isEnough` or two seconds have passed.
    private func watched(
        _ root: TemporaryFolder, _ folders: [String] = [""], after act: @escaping @Sendable () throws -> Void,
        until isEnough: @escaping @Sendable (FolderWatch.Batch) -> Bool
    ) async throws -> FolderWatch.Batch {
        let stream = try FolderWatch.changes(in: folders.map { root($0) })
        return try await withThrowingTaskGroup(of: FolderWatch.Batch?.self) { group in
            group.addTask {
                var all = FolderWatch.Batch()
                for await batch in stream {
                    all.paths.formUnion(batch.paths)
                    all.needsRescan = all.needsRescan || batch.needsRescan
                    if isEnough(all) { return all }
                }
                return all
            }
            group.addTask {
                try act()
                try await Task.sleep(for: .seconds(2))
                return nil
            }
            defer { group.cancelAll() }
            return try #require(try await group.next() ?? nil)
        }
    }

    @Test func `a saved file is one batch`() async throws {
        try await TemporaryFolder.with { root in
            try root.write("old", to: "a/page.md")
            let stream = try FolderWatch.changes(in: [root.path])
            for text in ["new", "newer", "newest"] { try root.write(text, to: "a/page.md") }
            var batches = stream.makeAsyncIterator()
            #expect(await batches.next() == FolderWatch.Batch(paths: [root("a/page.md")]))
        }
    }

    @Test func `a save by rename names the file`() async throws {
        try await TemporaryFolder.with { root in
            try root.write("old", to: "page.md")
            let batch = try await watched(root) {
                try root.write("new", to: ".page.md.tmp")
                try root.remove("page.md")
                try root.rename(".page.md.tmp", to: "page.md")
            } until: {
                $0.paths.contains { $0.hasSuffix("page.md") }
            }
            #expect(batch.paths == [root("page.md")])
        }
    }

    @Test func `files in new folders are seen, also those that came with the folder`() async throws {
        try await TemporaryFolder.with { root in
            try root.write("x", to: "elsewhere/deep/moved.md")
            try root.folder("content")
            let batch = try await watched(root, ["content"]) {
                try root.rename("elsewhere", to: "content/in")
                try root.write("x", to: "content/new/er/page.md")
                usleep(100_000)
                try root.write("x", to: "content/new/er/late.md")
            } until: {
                $0.paths.contains { $0.hasSuffix("late.md") }
            }
            for path in ["in/deep/moved.md", "new/er/page.md", "new/er/late.md"] {
                #expect(batch.paths.contains(root("content/" + path)))
            }
        }
    }

    @Test func `a renamed folder reports under its new name`() async throws {
        try await TemporaryFolder.with { root in
            try root.write("x", to: "a/page.md")
            let batch = try await watched(root) {
                try root.rename("a", to: "b")
                usleep(100_000)
                try root.write("y", to: "b/page.md")
            } until: {
                $0.paths.contains { $0.hasSuffix("b/page.md") }
            }
            #expect(batch.paths.contains(root("a")))
            #expect(!batch.paths.contains(root("a/page.md")))
        }
    }

    @Test func `a watched folder that goes and comes back is read anew`() async throws {
        try await TemporaryFolder.with { root in
            try root.write("x", to: "content/page.md")
            let batch = try await watched(root, ["content"]) {
                try root.remove("content")
                usleep(200_000)
                try root.write("x", to: "content/again.md")
                usleep(300_000)
                try root.write("x", to: "content/last.md")
            } until: {
                $0.paths.contains { $0.hasSuffix("last.md") }
            }
            #expect(batch.needsRescan)
        }
    }

    @Test func `a folder that does not exist yet is picked up`() async throws {
        try await TemporaryFolder.with { root in
            let batch = try await watched(root, ["records"]) {
                try root.write("x", to: "records/people.yaml")
            } until: {
                $0.needsRescan
            }
            #expect(batch.needsRescan)
        }
    }

    @Test func `litter and hidden files are silent`() async throws {
        try await TemporaryFolder.with { root in
            let batch = try await watched(root) {
                for name in [".swap.swp", "page.md~", ".git/index", "#page.md#"] { try root.write("x", to: name) }
                usleep(50_000)
                try root.write("x", to: "page.md")
            } until: {
                !$0.paths.isEmpty
            }
            #expect(batch.paths == [root("page.md")])
        }
    }

    @Test func `a flood of events asks for a rescan or names every file`() async throws {
        try await TemporaryFolder.with { root in
            let count = 20_000
            let batch = try await watched(root) {
                for index in 0..<count { try root.write("", to: "\(index).md") }
            } until: {
                $0.needsRescan || $0.paths.count == count
            }
            #expect(batch.needsRescan || batch.paths.count == count)
        }
    }
}
