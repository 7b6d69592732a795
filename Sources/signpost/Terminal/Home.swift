import Glibc

/// The user's home folder, where the environment names one: from the top of the disk, for anything else would be another
/// folder in each working folder.
enum Home {
    static var folder: String? {
        getenv("HOME").map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
}
