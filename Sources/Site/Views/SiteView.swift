import CivilTime
import Content
import Integrity
import Languages
import Schemas
import Templates

extension Views {
    struct MenuEntry: Sendable {
        let link: PageLink
        let isCurrent: Bool
    }

    static let menuEntry = View<Seen<MenuEntry>>(
        "menu entry",
        [
            .text("title", "Its title.") { $0.link.title },
            .text("url", "Its page.") { $0.link.url },
            .optionalText("lang", "Its language, where that is not the page's.") { $0.link.language },
            .flag("current", "Whether the page being read is in this part of the site.") { $0.isCurrent },
        ])

    struct AssetLink: Sendable {
        let url: String
        let integrity: String?
        var media: String?
    }

    static let asset = View<AssetLink>(
        "asset",
        [
            .text("url", "Its address.") { $0.url },
            .optionalText("integrity", "Its digest, for the attribute of that name; absent in copies for disks.") {
                $0.integrity
            },
            .optionalText("media", "Where a style sheet counts, for the attribute of that name: `print`.") { $0.media },
        ])

    struct LogoLink: Sendable {
        let url: String
        let size: ImageSize
    }

    static let logo = View<LogoLink>(
        "logo",
        [
            .text("url", "Its address.") { $0.url },
            .text("width", "Its width, for the attribute of that name.") { String($0.size.width) },
            .text("height", "Its height, for the attribute of that name.") { String($0.size.height) },
        ])

    /// The site as a page in one part of the menu sees it.
    struct Site: Sendable {
        /// The entry of the menu that the page belongs to.
        let current: ID<Page>?
    }

    static let site = View<Seen<Site>>(
        "site",
        [
            .text("name", "The board's name.") { $0.board.name },
            .text("short_name", "Its short name, or its name.") { $0.board.shortName ?? $0.board.name },
            .text("area", "The place it serves.") { $0.board.area },
            .flag("example", "Whether it is an example board.") { $0.board.isExample },
            .text("home_url", "The front page.") { it in
                it.scene.link(to: .home)?.url ?? it.scene.links.url(to: Route(""))
            },
            .list("languages", "The languages of the site, where it has more than one.", siteLanguage) {
                $0.scene.siteLanguages
            },
            .optionalText("lang", "The language of the board's name and address, where that is not the page's.") { it in
                it.scene.plan.isOriginal ? nil : it.settings.languages.own.tag
            },
            .flag("internal", "Whether it is the training team's own edition, which holds personal data.") {
                $0.scene.plan.edition == .trainer
            },
            .optionalText("desk_url", "The training team's own pages, where the edition has them.") { it in
                it.scene.plan.made.first(where: \.isInternal).map { it.scene.links.url(to: $0.route) }
            },
            .object("school", "The school whose copy it is; absent on the board's own site.", school) { it in
                it.scene.site.school.map(it.scene.seen)
            },
            .text("exit_url", "Where \"Exit this page\" leads.") { $0.settings.exitURL },
            .optionalText("email", "The board's e-mail address.") { $0.board.email },
            .texts("address", "Its postal address, line by line.") { $0.board.address },
            .list("navigation", "The main menu.", menuEntry) { it in
                it.scene.seen(
                    it.settings.navigation.compactMap { id in
                        it.scene.link(to: id).map { MenuEntry(link: $0, isCurrent: id == it.current) }
                    })
            },
            .list("footer", "The pages in the footer.", link) { it in
                it.scene.seen(it.settings.footer.compactMap(it.scene.link(to:)))
            },
            .list("helplines", "The contacts on every page, in order.", contact) {
                $0.scene.contacts($0.settings.helplines)
            },
            .object("emergency", "The first of the helplines that is for emergencies.", contact) { it in
                it.scene.contacts(it.settings.helplines).first { $0.kind == .emergency }
            },
            .optionalText("help_url", "The page with all contacts, where the site has one.") {
                $0.scene.directoryURL(.contacts)
            },
            .optionalText("search_url", "The search page, where the site has one.") { it in
                it.scene.site.assets.search.map { _ in it.scene.links.url(to: it.scene.plan.searchRoute) }
            },
            .optionalText("feed_url", "The feed of the news, where the site has one.") { it in
                it.scene.plan.hasFeed ? it.scene.links.url(toFile: "feed.xml") : nil
            },
            .text("pages_index_url", "The index of all pages.") {
                $0.scene.links.url(to: $0.scene.plan.index?.route ?? Route("pages/"))
            },
            .optionalText("safety_url", "The page on leaving no traces, where the site has one.") { it in
                it.settings.safetyPage.flatMap { it.scene.link(to: $0)?.url }
            },
            .list("styles", "The style sheets.", asset) { it in
                let assets = it.scene.site.assets
                return [assets.stylesheet].compactMap { $0.map { it.scene.link(to: $0) } }
                    + [assets.printStylesheet].compactMap { $0.map { it.scene.link(to: $0, media: "print") } }
                    + [it.scene.site.school?.stylesheet].compactMap { $0.map { it.scene.link(to: $0) } }
            },
            .list("scripts", "The scripts.", asset) { it in
                [it.scene.site.assets.script].compactMap { $0.map { it.scene.link(to: $0) } }
            },
            .optionalText("icon_url", "The site's icon, where the theme has one.") { it in
                it.scene.site.assets.icon.map { it.scene.links.url(toFile: $0) }
            },
            .object("logo", "The board's own logo, where the theme has an `assets/logo.svg`.", logo) { it in
                it.scene.site.assets.logo.map { LogoLink(url: it.scene.links.url(toFile: $0.path), size: $0.size) }
            },
            .text("generated", "The day on which the site was built.") { $0.scene.words.date($0.scene.plan.today) },
            .list("audiences", "The pages for each audience.", link) { it in
                it.scene.seen(it.scene.plan.audiencePages.map(it.scene.link(to:)))
            },
        ])
}

extension Seen<Views.Site> {
    fileprivate var settings: BoardSettings { scene.plan.board.settings }
    fileprivate var board: BoardSettings.Identity { settings.board }
}

extension Scene {
    func link(to asset: Asset, media: String? = nil) -> Views.AssetLink {
        Views.AssetLink(
            url: links.url(toFile: asset.path),
            integrity: plan.edition == .school ? nil : asset.digest.integrity, media: media)
    }
}

extension PlannedPage {
    var isForAudience: Bool {
        if case .audience = subject { true } else { false }
    }
}
