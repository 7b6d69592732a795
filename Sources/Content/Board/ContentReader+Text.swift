public import Diagnostics
import Markdown
import Schemas

// A text that is edited while all else stays as it is.
extension ContentReader {
    /// A page after an edit, where nothing changed but the running text; `nil` where the facts at its top or a component
    /// did, where there is anything to say of it, or where the board has languages that the page is translated into.
    ///
    /// Facts and components may refer to anything on the board, and other pages show facts: after a change of either
    /// nobody knows what else has changed. Running text refers to nothing but what it links to.
    ///
    /// - Parameters:
    ///   - old: The file that `page` was read from.
    ///   - new: The same file after the edit.
    public func page(_ page: Page, of board: Board, from old: [UInt8], to new: [UInt8]) -> Page? {
        guard board.settings.languages.others.isEmpty, let before = PageText(old), let after = PageText(new),
            before.frontMatter == after.frontMatter
        else { return nil }
        let file = SourceFile(path: page.path, bytes: new)
        let (edited, reading) = pageReader(board.settings, nil).read(file)
        guard let edited, reading.diagnostics.isEmpty,
            edited.body.components.elementsEqual(page.body.components, by: { $0.name == $1.name && $0.body == $1.body })
        else { return nil }
        return edited
    }

    /// A page in its file, where there is nothing at all to say of it.
    ///
    /// - Parameters:
    ///   - original: Of a translation, the file that it translates.
    ///   - board: Whose settings hold. Nobody looks at its pages.
    public func page(in file: SourceFile, translating original: SourceFile?, of board: Board) -> Page? {
        let (page, reading) = pageReader(board.settings, nil).read(file, translating: original)
        return reading.diagnostics.isEmpty ? page : nil
    }

    /// What stands at the top of a page's file, without the lines of hyphens; `nil` where there is no such thing.
    public static func facts(of file: [UInt8]) -> ArraySlice<UInt8>? { PageText(file)?.frontMatter }

    /// The path of the page that a page's file translates, by the file's name; `nil` for an original.
    public static func original(of path: String) -> String? {
        let file = PageFile(path)
        return file.language == nil ? nil : file.original
    }
}
