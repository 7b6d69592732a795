import Glibc

/// Puts files into a folder for people to edit: unlike a site, the folder is theirs, and nothing in it is removed.
public enum FolderFiles {
    /// Makes a folder that is not there yet. It appears under its name once all its files are in it.
    public static func make(_ folder: String, _ files: [OutputFile]) throws(DiskFailure) {
        let (parent, name) = RealPath.split(folder)
        let hidden = "\(parent)/.\(name).signpost-new"
        // What a run that was ended left there is a folder; a link would lead to one of somebody's.
        var status = stat()
        guard lstat(hidden, &status) != 0 || status.st_mode & S_IFMT != S_IFLNK else {
            throw DiskFailure(writing: SystemError("make the folder", hidden, code: ELOOP))
        }
        try write(files, to: hidden, FileReplacement.write)
        // `rename` would replace an empty folder that appeared meanwhile, which does no harm.
        guard rename(hidden, folder) == 0 else {
            throw DiskFailure(writing: SystemError("make the folder", folder))
        }
    }

    /// Adds files to a folder, each in one step; of files that are there only those of the same kind are replaced.
    public static func add(_ files: [OutputFile], to folder: String) throws(DiskFailure) {
        try write(files, to: folder, FileReplacement.writeOver)
    }

    private static func write(
        _ files: [OutputFile], to folder: String, _ write: ([UInt8], String) throws(DiskFailure) -> Void
    ) throws(DiskFailure) {
        for file in files {
            let path = "\(folder)/\(file.path)"
            do throws(SystemError) {
                try DiskChanges().makeFolders(in: AT_FDCWD, RealPath.split(path).parent)
            } catch {
                throw DiskFailure(writing: error)
            }
            try write(file.bytes, path)
        }
    }
}
