import Diagnostics

/// One file of a theme.
struct ThemeFile: Sendable {
    /// From the theme's folder: `assets/icon.svg`.
    let path: String
    /// The same path as the user would type it, for messages.
    let shownPath: String
    let bytes: [UInt8]
}

/// The themes of several shelves.
///
/// A name that stands on several shelves means the theme on the first of them, whole: the files of two themes that
/// happen to be called alike are never mixed.
struct ThemeLibrary: Sendable {
    private let themes: [String: [ThemeFile]]
    private let folders: [String]

    /// - Parameter shelves: The one that counts first stands first.
    init(_ shelves: [ThemeShelf]) {
        folders = shelves.map(\.folder)
        themes = shelves.map(Self.themes).reduce(into: [:]) { all, shelf in all.merge(shelf) { first, _ in first } }
    }

    /// The files of the theme of this name.
    subscript(name: String) -> [ThemeFile]? { themes[name] }

    var names: [String] { themes.keys.sorted() }

    /// `themes or /usr/share/signpost/themes`
    var whereItLooked: String {
        let last = folders.suffix(2).joined(separator: " or ")
        return (folders.dropLast(2) + [last]).joined(separator: ", ")
    }

    private static func themes(on shelf: ThemeShelf) -> [String: [ThemeFile]] {
        var themes: [String: [ThemeFile]] = [:]
        for file in shelf.files {
            guard let slash = file.path.firstIndex(of: "/") else { continue }
            themes[String(file.path[..<slash]), default: []].append(
                ThemeFile(
                    path: String(file.path[file.path.index(after: slash)...]),
                    shownPath: "\(shelf.folder)/\(file.path)", bytes: file.bytes))
        }
        return themes
    }
}
