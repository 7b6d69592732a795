import Diagnostics
import Foundation
import Languages
import Testing

@testable import Theming

/// The words of the themes that come with Signpost.
struct ThemesInTheRepositoryTests {
    /// What the themes promise to speak.
    private static let languages: [Language] = ["cy", "pl", "ro", "ur", "ar", "bn", "pa"]

    @Test(arguments: ["default", "plain"])
    func `a theme speaks every language whole`(_ name: String) throws {
        let themes = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../themes/").standardizedFileURL
        let paths = try FileManager.default.subpathsOfDirectory(atPath: themes.path).sorted()
        let files = try paths.filter { $0.contains("/strings/") || $0.hasSuffix("/theme.yaml") }.map { path in
            SourceFile(path: path, bytes: Array(try Data(contentsOf: themes.appendingPathComponent(path))))
        }
        let shelf = ThemeShelf(folder: "themes", files: files)
        let read = ThemeReader(shelves: [shelf], hostTypes: []).read(name, others: Self.languages)
        let faults = read.diagnostics.filter { $0.location?.path.contains("/strings/") ?? true }
        #expect(faults.isEmpty, "\(faults.map(\.line))")
    }
}
