import Content
import Languages
import Schemas
import Templates

extension Views {
    /// A way to the same page, or to the site, in a language.
    struct LanguageLink: Sendable {
        let language: Language
        let url: String
        let isCurrent: Bool
    }

    private static let languageFields: [View<LanguageLink>.Field] = [
        .text("name", "The language's name in the language itself.") { $0.language.ownName },
        .text("lang", "Its tag, for `lang` and `hreflang`.") { $0.language.tag },
        .text("dir", "Its direction of writing.") { $0.language.direction },
        .flag("current", "Whether it is the language of the page being read.") { $0.isCurrent },
    ]

    static let pageVersion = View<LanguageLink>(
        "version of a page", languageFields + [.text("url", "The page in this language.") { $0.url }])

    static let siteLanguage = View<LanguageLink>(
        "language of the site",
        languageFields + [
            .text("url", "Where its readers begin: the front page, or else the list of pages in it.") { $0.url }
        ])

    static let language = View<Language>(
        "language",
        [
            .text("name", "Its name in the language itself.") { $0.ownName },
            .text("lang", "Its tag, for `lang`.") { $0.tag },
            .text("dir", "Its direction of writing, for `dir`.") { $0.direction },
        ])
}

extension Scene {
    /// The page in every language it has; none where it has one only.
    func versions(of planned: PlannedPage) -> [Views.LanguageLink] {
        let all = planned.page.map(plan.versions.all) ?? []
        return all.count < 2
            ? []
            : all.map { language, page in
                Views.LanguageLink(
                    language: language, url: links.url(to: Route(page.id)), isCurrent: language == plan.language)
            }
    }

    /// The original of a translation that has fallen behind it.
    func staleOriginal(of planned: PlannedPage) -> PageLink? {
        guard let page = planned.page, page.translation?.isStale == true else { return nil }
        return plan.versions.all(of: page).first.map { link(to: $0.page) }
    }

    var siteLanguages: [Views.LanguageLink] {
        site.starts.map { language, start in
            Views.LanguageLink(
                language: language, url: links.url(to: start.route), isCurrent: language == plan.language)
        }
    }
}

extension Seen<Contact> {
    /// What it says about itself in the language of the page, where that is a translation.
    var words: ContactWords? { scene.plan.board.contactWords[scene.plan.language]?[model.id] }

    var isInPageLanguage: Bool { scene.plan.isOriginal || words != nil }
}
