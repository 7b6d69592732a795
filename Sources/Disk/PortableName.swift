/// Whether a file name works on every computer that a site's source or a school's pack may be copied to.
///
/// The rules are Windows', the strictest: Microsoft, "Naming Files, Paths, and Namespaces".
enum PortableName {
    /// Why `name` cannot be used, in the middle of a sentence, or `nil` where it can.
    static func fault(in name: String) -> String? {
        if let bad = name.unicodeScalars.first(where: isForbidden) {
            return "Windows does not allow \(described(bad)) in a name"
        }
        if name.utf8.last == UInt8(ascii: ".") || name.utf8.last == UInt8(ascii: " ") {
            return "Windows drops a dot or a space at the end of a name"
        }
        let stem = name.prefix { $0 != "." }.uppercased()
        return devices.contains(stem) ? "Windows keeps the name \"\(stem)\" for a device" : nil
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || scalar.value == 0x7F || forbidden.contains(scalar)
    }

    private static func described(_ scalar: Unicode.Scalar) -> String {
        scalar.value < 0x20 || scalar.value == 0x7F ? "a control character" : "the character \(scalar)"
    }

    private static let forbidden = Set("<>:\"|?*\\".unicodeScalars)
    private static let devices = Set(
        ["CON", "PRN", "AUX", "NUL"] + ["COM", "LPT"].flatMap { port in "0123456789¹²³".map { "\(port)\($0)" } })
}

extension PortableName {
    /// The pairs of names that a disk which ignores letter case, or the way in which accents are stored, takes for
    /// one: each later name with the earlier name that it clashes with.
    static func clashes(among names: [String]) -> [(name: String, with: String)] {
        guard names.contains(where: { $0.utf8.contains(where: { $0 >= 0x80 || isUpper($0) }) }) else { return [] }
        var seen: [String: String] = [:]
        var found: [(name: String, with: String)] = []
        for name in names.sorted(by: bytewise) {
            // Two Swift strings are equal where they are canonically equivalent, which covers normalisation.
            if let earlier = seen.updateValue(name, forKey: name.lowercased()) { found.append((name, earlier)) }
        }
        return found
    }

    private static func isUpper(_ byte: UInt8) -> Bool { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte }
}
