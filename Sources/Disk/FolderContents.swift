import Glibc
import Parallelism

/// The paths of everything below an open folder; links are listed as files and never followed.
struct FolderContents: Sendable {
    var files: [String] = []
    /// Level by level: a folder stands after the folder that holds it.
    var folders: [String] = []

    static func of(_ folder: Int32) async -> Result<FolderContents, SystemError> {
        var contents = FolderContents()
        var level = [""]
        while !level.isEmpty {
            let listings = await level.concurrentMap(chunk: 128) { path in
                FolderEntry.list(root: folder, path: path.isEmpty ? "." : path).map { entries in
                    FolderContents(entries, in: path)
                }
            }
            level = []
            for listing in listings {
                switch listing {
                case .failure(let error): return .failure(error)
                case .success(let found):
                    contents.files += found.files
                    contents.folders += found.folders
                    level += found.folders
                }
            }
        }
        return .success(contents)
    }

    private init(_ entries: [FolderEntry] = [], in folder: String = "") {
        for entry in entries {
            // A name that is not UTF-8 is none of ours, so it need not survive the way into text.
            let path = folder.appending(path: String(decoding: entry.name, as: UTF8.self))
            if entry.kind == .folder { folders.append(path) } else { files.append(path) }
        }
    }
}
