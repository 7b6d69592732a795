import Content
import Languages
import Schemas

/// The pages of an edition in all languages of the site.
struct PageVersions: Sendable {
    /// In the order of their routes.
    let originals: [Page]
    private let own: Language
    /// The languages that pages are translated into, in the order of the settings; those without a page are left out.
    let others: [Language]
    private let translations: [Language: [Page]]
    private let byID: [ID<Page>: Page]
    private let originalsByID: [ID<Page>: Page]
    private let bySubject: [ID<Page>: [Page]]

    /// - Parameter shown: The pages that the edition shows. A translation goes with its original: it can be left out
    ///   alone, as a draft for instance, but never be there alone.
    init(_ shown: [Page], _ languages: BoardSettings.Languages) {
        let sorted = shown.sorted { Route($0.id) < Route($1.id) }
        originals = sorted.filter { $0.translation == nil }
        let present = Dictionary(originals.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let translated = sorted.filter { page in page.translation.map { present[$0.original] != nil } ?? false }
        own = languages.own
        translations = Dictionary(grouping: translated, by: { $0.translation?.language ?? languages.own })
        let spoken = Set(translations.keys)
        others = languages.others.filter(spoken.contains)
        originalsByID = present
        byID = Dictionary(translated.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        bySubject = Dictionary(grouping: translated, by: \.subject)
    }

    /// The languages in which there are pages, the site's own first.
    var languages: [Language] { [own] + others }

    /// The pages that are written in a language, in the order of their routes.
    func pages(in language: Language) -> [Page] { language == own ? originals : translations[language] ?? [] }

    /// The pages for readers of a language: translations where there are any, and originals in place of the others.
    func pages(for language: Language) -> [Page] {
        guard language != own, let translated = translations[language] else { return originals }
        let own = Dictionary(translated.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
        return originals.map { own[$0.id] ?? $0 }
    }

    /// The translation with this id of its own: `cy/parents`.
    func translation(_ id: ID<Page>) -> Page? { byID[id] }

    /// A page in every language in which there is one, in the order of the settings.
    func all(of original: Page) -> [(language: Language, page: Page)] {
        let translated = bySubject[original.subject] ?? []
        guard let first = translated.isEmpty ? original : originalsByID[original.subject] else {
            return []
        }
        return [(own, first)]
            + others.compactMap { language in
                translated.first { $0.translation?.language == language }.map { (language, $0) }
            }
    }
}
