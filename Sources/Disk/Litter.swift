/// Files that editors and desktops leave behind and nobody means to publish.
enum Litter {
    /// True for dot files, backup and lock files of editors (`notes.md~`, `#notes.md#`, `notes.swp`) and for what
    /// Windows leaves in folders that it has shown.
    static func covers(_ name: [UInt8]) -> Bool {
        guard let first = name.first, let last = name.last else { return true }
        if first == UInt8(ascii: ".") || last == UInt8(ascii: "~") { return true }
        if first == UInt8(ascii: "#"), last == UInt8(ascii: "#"), name.count > 1 { return true }
        if endings.contains(where: name.ends) { return true }
        return name.count == 9 || name.count == 11 ? desktops.contains(name.map(lowercased)) : false
    }

    /// Vim's swap files; a second and a third open copy count down from `p`.
    private static let endings = [".swp", ".swo", ".swn"].map { Array($0.utf8) }
    private static let desktops = ["thumbs.db", "desktop.ini"].map { Array($0.utf8) }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
    }
}

extension [UInt8] {
    fileprivate func ends(_ ending: [UInt8]) -> Bool {
        count > ending.count && suffix(ending.count).elementsEqual(ending)
    }
}

extension Litter {
    /// True where any step of a relative path is litter.
    static func covers(path: String) -> Bool {
        path.utf8.split(separator: UInt8(ascii: "/")).contains { covers(Array($0)) }
    }
}
