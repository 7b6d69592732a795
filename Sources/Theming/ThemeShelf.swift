public import Diagnostics

/// A folder of themes, with all files below it.
public struct ThemeShelf: Sendable {
    /// As messages should name it: as the user typed it, or where the program found it.
    public let folder: String
    /// Their paths start with the name of the theme: `default/theme.yaml`.
    public let files: [SourceFile]

    public init(folder: String, files: [SourceFile]) {
        self.folder = folder
        self.files = files
    }
}
