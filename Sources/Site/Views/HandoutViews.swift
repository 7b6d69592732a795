import Content
import QRCodes
import Schemas
import Templates

/// What stands on paper: the same content as the page that a handout is made from.
extension Views {
    /// The address of a page as paper shows it.
    struct PrintedAddress: Sendable {
        let url: String
    }

    static let printedAddress = View<PrintedAddress>(
        "printed address",
        [
            .text("text", "The address as people type it.") { Way.web($0.url).text },
            .text("url", "The whole address.") { $0.url },
            .object("code", "A QR code of the address; absent where the address is too long for one.", code) {
                QRCode($0.url)
            },
        ])

    static let code = View<QRCode>(
        "QR code",
        [
            .text("side", "Its width and its height, for a `viewBox`; the quiet zone is in it.") {
                String($0.drawingSide)
            },
            .text("path", "Its dark squares, for the attribute `d` of a `<path>`.") { $0.pathData },
        ])

    /// A poster or a sheet of cards: what one sort of premises needs to know.
    struct PosterSheet: Sendable {
        let guide: PremisesGuide
        let page: Page
    }

    static let posterSheet = View<Seen<PosterSheet>>(
        "poster or cards",
        [
            .text("sector", "The sort of premises.") { $0.scene.words.word("sector", $0.guide.sector) },
            .text("headline", "Its headline.") { $0.guide.poster.headline },
            .texts("lines", "Its lines.") { $0.guide.poster.lines },
            .list("call", "Who to call, in order.", contact) { $0.scene.contacts($0.guide.call) },
            .object("address", "The page that it is made from.", printedAddress) {
                $0.scene.printedAddress(of: $0.page)
            },
        ])

    /// A leaflet of a pathway: the folder's page outside, its steps inside.
    struct Leaflet: Sendable {
        let page: Page
    }

    static let leaflet = View<Seen<Leaflet>>(
        "leaflet",
        [
            .text("title", "The title of the pathway.") { $0.page.front.title },
            .text("summary", "Its summary.") { $0.page.front.summary },
            .list("steps", "Its steps, in order.", leafletStep) { it in
                it.scene.plan.children(of: it.page.subject).compactMap { page in
                    if case .step(let facts) = page.kind { StepOnPage(facts: facts, page: page) } else { nil }
                }
            },
            .list("call", "Who to call, in order: its contacts, then the helplines of every page.", contact) { it in
                let own = it.page.front.contacts
                return it.scene.contacts(own + it.scene.plan.board.settings.helplines.filter { !own.contains($0) })
            },
            .object("address", "The page that it is made from.", printedAddress) {
                $0.scene.printedAddress(of: $0.page)
            },
        ])

    private static let leafletStep = View<StepOnPage>(
        "step on a leaflet",
        [
            .text("number", "Its place in the pathway.") { String($0.facts.number) },
            .text("title", "Its title.") { $0.page.front.title },
            .texts("do_now", "What to do at once.") { $0.facts.doNow },
        ])
}

extension Scene {
    /// On paper there is one address, whichever edition or copy it was printed from: that of the published site.
    fileprivate func printedAddress(of page: Page) -> Views.PrintedAddress {
        Views.PrintedAddress(url: plan.base.url(of: Route(page.id)))
    }
}
