import Diagnostics
import Glibc

/// The output folder and its two hidden neighbours; whoever holds one holds the lock.
struct OutputFolder: Sendable {
    /// The open folder that holds it.
    let parent: Int32
    let name: String
    /// As the user typed it.
    let typed: String
    let changes: DiskChanges
    /// Whether an old site's folders are kept for the next one: see ``SpareFolders``.
    var keepsFolders = false

    /// Holds the new site until it is swapped in, and the old one from then on.
    var staging: String { ".\(name).signpost-staging" }
    /// Holds the old site between the two renames that stand in for a swap.
    var aside: String { ".\(name).signpost-previous" }

    /// Is locked by whoever writes, and removed afterwards.
    var lock: String { ".\(name).signpost-lock" }

    /// Puts right what a run that was ended left behind.
    func recover() async throws(DiskFailure) {
        do throws(SystemError) {
            if exists(aside), !exists(name) { try changes.rename(in: parent, aside, to: name) }
        } catch { throw DiskFailure(writing: error) }
        for leftover in [staging, aside] where exists(leftover) { try await remove(leftover) }
    }

    /// Holds the list of an adopted folder until it is whole.
    private var list: String { ".\(name).signpost-list" }

    /// Writes the list of files into a folder that another program filled. It is the same copy as before, and from now
    /// on a folder like any that Signpost made: whatever happens next, the following run can clear up after it.
    func adopt(_ files: [OutputFile]) throws(DiskFailure) {
        do throws(SystemError) {
            let folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard folder >= 0 else { throw SystemError("open the folder", typed) }
            defer { close(folder) }
            let wanted = Manifest(of: files)
            if case .intact(wanted) = try Manifest.find(in: folder) { return }
            try changes.removeFile(in: parent, list)
            try changes.createFile(in: parent, list, wanted.bytes)
            try changes.flushDisk(of: parent, typed)
            try changes.makeFolders(in: folder, Manifest.folder)
            try changes.rename(in: parent, list, to: "\(name)/\(Manifest.path)")
        } catch { throw DiskFailure(writing: error) }
    }

    /// The site that is there, or `nil` where there is none; a folder that is not all Signpost's is refused.
    func openCurrent() async throws(DiskFailure) -> PreviousSite? {
        guard exists(name) else { return nil }
        let folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard folder >= 0 else { throw DiskFailure(writing: SystemError("open the folder", typed)) }
        do throws(DiskFailure) {
            return try await examine(folder)
        } catch {
            close(folder)
            throw error
        }
    }

    private func examine(_ folder: Int32) async throws(DiskFailure) -> PreviousSite {
        let contents: FolderContents
        let finding: Manifest.Finding
        do throws(SystemError) {
            contents = try await FolderContents.of(folder).get()
            finding = try Manifest.find(in: folder)
        } catch { throw DiskFailure(writing: error) }
        switch finding {
        case .intact(let manifest):
            let foreign = contents.foreign(to: manifest)
            guard foreign.isEmpty else { throw refusal(foreign, "that Signpost did not make") }
            let desktops = contents.files.filter { manifest.sizes[$0] == nil && $0 != Manifest.path }
            return PreviousSite(folder: folder, manifest: manifest, hasManifest: true, desktops: desktops)
        case .damaged:
            throw DiskFailure(
                .damagedManifest, "the list of files in \"\(typed)\" (\(Manifest.path)) is damaged",
                help: "delete the folder if nothing in it is needed, and run the command again")
        case .none:
            let all = (contents.files + contents.folders.map { $0 + "/" }).sorted(by: bytewise)
            guard all.isEmpty else { throw refusal(all, "and was not made by Signpost") }
            return PreviousSite(folder: folder, manifest: Manifest(sizes: [:]), hasManifest: false)
        }
    }

    private func refusal(_ foreign: [String], _ why: String) -> DiskFailure {
        let shown = foreign.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ")
        let more = foreign.count > 3 ? " and \(foreign.count - 3) more" : ""
        return DiskFailure(
            .foreignFiles, "the output folder \"\(typed)\" holds \(shown)\(more) \(why)",
            help: "name another output folder, or move these away")
    }

    func exists(_ name: String) -> Bool {
        var status = stat()
        return fstatat(parent, name, &status, AT_SYMLINK_NOFOLLOW) == 0
    }
}

extension FolderContents {
    /// What is here and not on the list, sorted; folders end in `/`.
    func foreign(to manifest: Manifest) -> [String] {
        let folders = Set(Manifest.folders(of: manifest.sizes.keys) + [Manifest.folder])
        let files = files.filter { manifest.sizes[$0] == nil && $0 != Manifest.path && !Self.isDesktops($0) }
        let others = self.folders.filter { !folders.contains($0) }.map { $0 + "/" }
        return (files + others).sorted(by: bytewise)
    }

    /// Caches of thumbnails that Windows and macOS make in every folder they show, and make again when they are gone.
    static func isDesktops(_ path: String) -> Bool {
        let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? ""[...].utf8
        return name.elementsEqual("Thumbs.db".utf8) || name.elementsEqual(".DS_Store".utf8)
    }
}
