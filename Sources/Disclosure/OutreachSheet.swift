import CivilTime
import Content
import Reconciliation
import Returns
import Schemas

/// Outreach as a table: businesses of each sector, and how they took it.
struct OutreachSheet {
    private let outreach: Outreach
    private let periods: [Outreach.Period]

    init(_ outreach: Outreach, asOf date: CivilDate) {
        self.outreach = outreach
        periods = outreach.periods.filter { $0.to < date }
    }

    /// `nil` before a period has ended.
    var sheet: CollectedTables.Sheet? {
        guard !periods.isEmpty else { return nil }
        var draft = SheetDraft(periods.map { ($0.id.value, $0.title) })
        let bySector = periods.map { outreach.reaches(in: $0).map(\.reach) }
        for (place, sector) in outreach.sectors.enumerated() {
            add(sector.id, sector.title, nil, bySector.map { $0[place] }, to: &draft)
        }
        add("all", "", .businesses, periods.map { outreach.reach(in: $0) }, to: &draft)
        let sectors = outreach.sectors.map(\.id)
        for end in [""] + outreach.responses.map({ "-\($0.id)" }) {
            draft.check(.total("all\(end)", parts: sectors.map { $0 + end }, severalApply: false))
        }
        return draft.sheet(CollectedTable.outreach, outreach.title, note: outreach.note, outreach.smallCounts)
    }

    private func add(
        _ id: String, _ title: String, _ word: CollectedWord?, _ reaches: [Outreach.Reach], to draft: inout SheetDraft
    ) {
        draft.add(id, title, word, reaches.map(\.businesses))
        for (place, response) in outreach.responses.enumerated() {
            draft.add(
                "\(id)-\(response.id)", title.isEmpty ? response.title : "\(title): \(response.title)", nil,
                reaches.map { $0.byResponse[place] })
        }
        draft.check(.total(id, parts: outreach.responses.map { "\(id)-\($0.id)" }, severalApply: false))
    }
}
