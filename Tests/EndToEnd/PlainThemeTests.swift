import Testing

struct PlainThemeTests {
    @Test func `the plain theme prints every name that a layout may use`() throws {
        try Golden.expect(PlainTheme.layouts, in: PlainTheme.folder.folder("layouts"))
        try Golden.expect(PlainTheme.partials, in: PlainTheme.folder.folder("partials"))
    }
}
