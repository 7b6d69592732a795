import Diagnostics
import Languages
import Schemas
import YAMLData

/// Puts a translation together with its original, and says what does not fit. For a page in the site's own language it
/// changes nothing.
struct Translator {
    let file: PageFile
    let shownPath: String
    private let original: OriginalPage?
    private let hasOriginal: Bool
    private let languages: [Language]

    init(file: PageFile, shownPath: String, original: SourceFile?, languages: [Language]) {
        self.file = file
        self.shownPath = shownPath
        self.languages = languages
        self.original = original.flatMap(OriginalPage.init)
        hasOriginal = original != nil
    }

    func completed(_ node: YAMLNode) -> YAMLNode { original?.completed(node) ?? node }

    func mayTranslate(_ kind: PageKind.Word, _ reading: inout Reading) -> Bool {
        guard file.language != nil, kind == .course else { return true }
        reading.report(
            .untranslatableKind, "a page of kind `\(kind.rawValue)` has no translations", at: start,
            help: "take the file out")
        return false
    }

    /// What the page is a translation of; `nil` for an original, and where something is wrong.
    func translation(_ head: PageHead, _ reading: inout Reading) -> PageTranslation? {
        guard let language = file.language else {
            if let version = head.front.translatedFrom {
                reading.report(
                    .conflictingKeys, "this page is no translation, and it says what it was translated from",
                    at: version.location, help: "take `translated_from` out")
            }
            return nil
        }
        guard languages.contains(language) else { return reportLanguage(language, &reading) }
        guard hasOriginal else {
            reading.report(
                .translationOfNothing, "there is no page \"\(file.original)\" to be translated", at: start,
                help: "rename the translation together with its original")
            return nil
        }
        let isStale = original.map { checkVersion(head, $0, &reading) } ?? false
        return PageTranslation(language: language, original: ID(path: file.original), isStale: isStale)
    }

    private func checkVersion(_ head: PageHead, _ original: OriginalPage, _ reading: inout Reading) -> Bool {
        guard let given = head.front.translatedFrom else {
            reading.report(
                .unversionedTranslation, "the translation does not say which text it was made from", at: start,
                help: "if it says the same as \(file.original) does today, add `translated_from: \(original.version)`")
            return false
        }
        guard given.value != original.version else { return false }
        reading.report(
            .staleTranslation, "\(file.original) has changed since it was translated", at: given.location,
            help: "bring the text up to date, then write `translated_from: \(original.version)`")
        return true
    }

    private func reportLanguage(_ language: Language, _ reading: inout Reading) -> PageTranslation? {
        let known = languages.map(\.tag)
        reading.report(
            .unknownLanguage, "the site has no language \"\(language.tag)\" besides its own", at: start,
            label: known.isEmpty ? nil : "expected one of: \(known.joined(separator: ", "))",
            help: "add it to `languages` in signpost.yaml, or rename the file")
        return nil
    }

    private var start: Location { Location(path: shownPath, start: .start) }
}
