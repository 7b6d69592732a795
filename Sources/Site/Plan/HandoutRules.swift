import Content
import Diagnostics
import QRCodes

/// What a handout has room for. More than that is still printed, on a sheet more, so nobody loses words; but a poster
/// on two sheets is no poster, and its author should know.
struct HandoutRules {
    private let plan: Plan

    init(_ plan: Plan) { self.plan = plan }

    func faults() -> [Diagnostic] {
        plan.made.flatMap { made -> [Diagnostic] in
            guard case .handout(let handout) = made.subject else { return [] }
            return room(handout) + [address(handout)].compactMap(\.self)
        }
    }

    /// The cards hold less than the poster and have the same address, so they are not looked at twice.
    private func address(_ handout: Handout) -> Diagnostic? {
        let url = plan.base.url(of: Route(handout.page.id))
        guard handout.form != .cards, url.utf8.count > QRCode.longestText else { return nil }
        return Diagnostic(
            .addressTooLongForCode,
            "the address \(url) has \(url.utf8.count) letters and signs, and a QR code has room for "
                + "\(QRCode.longestText)",
            at: handout.page.location, help: "move the page to a shorter path, or shorten `base_url`")
    }

    private func room(_ handout: Handout) -> [Diagnostic] {
        switch (handout.form, handout.page.kind) {
        case (.poster, .premises(let guide)):
            tooMuch(guide.poster.lines.count, Room.lines, "lines", handout)
                + tooMuch(guide.call.count, Room.calls, "contacts", handout)
                + tooMuch(guide.poster.headline.count, Room.headline, "letters in its headline", handout)
                + tooMuch(guide.poster.lines.map(\.count).max() ?? 0, Room.line, "letters in one line", handout)
        case (.leaflet, _):
            tooMuch(leafletLines(handout.page), Room.leaflet, "lines of steps", handout)
                + tooMuch(handout.page.front.contacts.count, Room.leafletCalls, "contacts", handout)
        default: []
        }
    }

    private func tooMuch(_ count: Int, _ room: Int, _ what: String, _ handout: Handout) -> [Diagnostic] {
        guard count > room else { return [] }
        return [
            Diagnostic(
                .tooMuchForPaper, "the \(handout.form.rawValue) has \(count) \(what), and \(room) fit on its paper",
                at: handout.page.location, help: "keep the words that count most; the page itself may say more")
        ]
    }

    /// How many lines the inside of a leaflet needs, as far as letters can tell.
    private func leafletLines(_ pathway: Page) -> Int {
        plan.children(of: pathway.subject).reduce(0) { lines, page in
            guard case .step(let step) = page.kind else { return lines }
            let texts = [page.front.title] + step.doNow
            return lines + 1 + texts.reduce(0) { $0 + ($1.count + Room.leafletLine - 1) / Room.leafletLine }
        }
    }

    /// Measured with the default theme: text of these lengths, in English, just fits.
    private enum Room {
        static let lines = 6
        static let line = 70
        static let calls = 4
        static let headline = 70
        static let leaflet = 76
        static let leafletLine = 62
        static let leafletCalls = 5
    }
}
