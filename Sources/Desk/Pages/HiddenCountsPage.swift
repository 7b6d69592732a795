import CivilTime
import Content
import Disclosure
import Schemas

/// Which counts readers of the site do not see, and why: so that the board can answer for it. The counts themselves do
/// not stand here either; the other pages of the desk have them.
struct HiddenCountsPage {
    let desk: DeskRecords
    let hidden: [HiddenCount]

    var page: DeskPage {
        DeskPage(
            path: DeskPath.hidden, title: "Hidden counts",
            summary: "Which counts the site does not show, and why. Not for publishing.", above: [.desk], parts: [part])
    }

    private var part: DeskPage.Part {
        let rule = desk.board.settings.disclosure.smallCounts
        return DeskPage.Part(
            id: "hidden", title: "Not shown",
            text: hidden.isEmpty
                ? nil : "Where one of these would stand, readers see \u{201C}\(rule.symbol)\u{201D}.",
            table: .init(
                columns: ["Count", "Of", "From", "To", "Why"],
                rows: hidden.map { count in cells(of: count.what) + [.text(reason(count.why, rule))] },
                empty: """
                    Nothing is hidden. Counts from 1 to \(rule.threshold) are, as soon as a page would show one: that is \
                    `disclosure:` in signpost.yaml.
                    """))
    }

    private func cells(of what: HiddenCount.What) -> [Cell] {
        switch what {
        case .trained(let query):
            [
                .text("People trained, and their agencies"), .text(query.course.map(desk.title) ?? "All courses"),
                .day(query.from), .day(query.to),
            ]
        case .champions: [.text("Champions who are not named"), .nothing, .nothing, .nothing]
        case .championsOfAgency(let agency): [.text("Champions"), desk.cell(of: agency), .nothing, .nothing]
        case .championsOfSiteKind(let kind):
            [.text("Champions"), .text(desk.title(of: kind)), .nothing, .nothing]
        case .figure(let table, let row, let column):
            [.text("\(table): \(row)"), .text(column), .nothing, .nothing]
        }
    }

    private func reason(_ why: HiddenCount.Reason, _ rule: BoardSettings.SmallCounts) -> String {
        switch why {
        case .small: "It is small: up to \(rule.threshold)"
        case .partOfSmall: "The total that it is part of is small"
        case .dominated: "One agency, or a few, make up nearly all of it"
        case .secondary: "Another hidden count could be worked out from it"
        case .percentage: "It is a share of a count that is hidden, or of counts that no check names"
        }
    }
}
