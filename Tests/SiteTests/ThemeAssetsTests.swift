import Content
import Diagnostics
import Testing
import Theming

@testable import Site

/// What a theme brings along besides its styles and scripts.
@Suite struct ThemeAssetsTests {
    private static let plain =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 40\"><path d=\"M0 0h9\"/></svg>"

    @Test func `a logo is shown with its own size`() throws {
        let logo = try #require(Assets(try theme(["logo.svg": Self.plain]), searching: []).logo)
        #expect(logo.path == "assets/logo.svg" && logo.size.width == 120 && logo.size.height == 40)
    }

    @Test func `a theme without a logo has none`() throws {
        #expect(Assets(try theme([:]), searching: []).logo == nil)
        #expect(Assets.faults(of: try theme([:])).isEmpty)
    }

    @Test(arguments: ["logo.svg", "icon.svg", "pictures/door.svg"])
    func `a drawing of a theme that could do things is a fault at its file`(name: String) throws {
        let active = "<svg viewBox=\"0 0 1 1\"><script>alert(1)</script></svg>"
        let faults = Assets.faults(of: try theme([name: active]))
        #expect(faults.map(\.code) == [.activeImage])
        #expect(faults.first?.location?.path == "my/themes/t/assets/\(name)")
    }

    @Test func `a logo whose size is not known is a fault, because its place could not be kept free`() throws {
        let faults = Assets.faults(of: try theme(["logo.svg": "<svg><path d=\"M0 0\"/></svg>"]))
        #expect(faults.map(\.code) == [.imageWithoutSize])
    }

    @Test func `a plain logo is no fault`() throws {
        #expect(Assets.faults(of: try theme(["logo.svg": Self.plain])).isEmpty)
    }

    private func theme(_ assets: [String: String]) throws -> Theme {
        let manifest = SourceFile(path: "t/theme.yaml", bytes: Array("name: t\ntitle: T\nsummary: S\n".utf8))
        let files = assets.map { SourceFile(path: "t/assets/\($0.key)", bytes: Array($0.value.utf8)) }
        let shelf = ThemeShelf(folder: "my/themes", files: [manifest] + files)
        return try #require(ThemeReader(shelves: [shelf], hostTypes: []).read("t").theme)
    }
}
