import Diagnostics
import Testing

@testable import Theming

@Suite struct ThemeShelfTests {
    private let installed = TinyTheme().shelf("/usr/share/signpost/themes")
    private let child = "name: child\ntitle: C\nsummary: S\nparent: plain\nstyles: [assets/b.css]\n"

    @Test func `a theme builds on one of another folder`() throws {
        let own = shelf("themes", ["child/theme.yaml": child, "child/assets/b.css": "p{}"])
        let (theme, faults) = read("child", [own, installed])
        #expect(faults.isEmpty)
        #expect(text(try #require(theme).stylesheet) == "body{}\np{}\n")
    }

    @Test func `a fault is told with the path of the folder that the file stands in`() {
        let own = shelf("my/themes", ["child/theme.yaml": child])
        let broken = TinyTheme().with("plain/components/box/template.html", "{{nothing}}").shelf("/usr/themes")
        #expect(
            read("child", [own, broken]).diagnostics.sortedByPlace().compactMap(\.location?.path) == [
                "/usr/themes/plain/components/box/template.html", "my/themes/child/theme.yaml",
            ])
    }

    @Test func `of two themes of one name the first counts, and no file of the other is mixed in`() throws {
        let own = shelf("themes", ["plain/theme.yaml": "name: plain\ntitle: Mine\nsummary: S\n"])
        let read = try #require(read("plain", [own, installed]).theme)
        #expect(read.title == "Mine")
        #expect(read.components.isEmpty && read.stylesheet.isEmpty)
    }

    @Test(arguments: [
        (["a"], "in a"), (["a", "b"], "in a or b"), (["a", "b", "c"], "in a, b or c"),
    ])
    func `an unknown theme is told with all folders that were searched`(folders: [String], message: String) {
        let faults = read("nothing", folders.map { shelf($0, [:]) }).diagnostics
        #expect(faults.map(\.line) == ["SP070 there is no theme \"nothing\" \(message)"])
    }

    private func read(_ name: String, _ shelves: [ThemeShelf]) -> (theme: Theme?, diagnostics: [Diagnostic]) {
        ThemeReader(shelves: shelves, hostTypes: []).read(name)
    }

    private func shelf(_ folder: String, _ files: [String: String]) -> ThemeShelf {
        ThemeShelf(folder: folder, files: files.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) })
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
