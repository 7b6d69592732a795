import Glibc

/// The user's home folder, where the environment names one.
enum Home {
    static var folder: String? { getenv("HOME").map { String(cString: $0) } }
}
