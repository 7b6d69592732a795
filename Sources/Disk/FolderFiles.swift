import Glibc

/// Puts files into a folder for people to edit: unlike a site, the folder is theirs, and nothing in it is removed.
public enum FolderFiles {
    /// Makes a folder that is not there yet. It appears under its name once all its files are in it.
    public static func make(_ folder: String, _ files: [OutputFile]) throws(DiskFailure) {
        let (parent, name) = RealPath.split(folder)
        let hidden = "\(parent)/.\(name).signpost-new"
        try add(files, to: hidden)
        // `rename` would replace an empty folder that appeared meanwhile, which does no harm.
        guard rename(hidden, folder) == 0 else {
            throw DiskFailure(writing: SystemError("make the folder", folder))
        }
    }

    /// Adds files to a folder, or replaces them, each in one step.
    public static func add(_ files: [OutputFile], to folder: String) throws(DiskFailure) {
        for file in files {
            let path = "\(folder)/\(file.path)"
            do throws(SystemError) {
                try DiskChanges().makeFolders(in: AT_FDCWD, RealPath.split(path).parent)
            } catch {
                throw DiskFailure(writing: error)
            }
            try FileReplacement.write(file.bytes, to: path)
        }
    }
}
