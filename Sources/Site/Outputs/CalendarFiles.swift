import CivilTime
import Content
import Disclosure
import Schemas

/// The `.ics` files: one for each course, one for each track, and one for all runs beside each calendar page.
struct CalendarFiles {
    let plan: Plan
    let words: Wording

    /// Where the calendar of a page is: beside the page, named after it.
    static func path(for page: Page) -> String { Route(page.id).path + page.id.name + ".ics" }

    func files() -> [SiteFile] {
        guard plan.training != nil else { return [] }
        return plan.pages.compactMap { page in
            guard let codes = codes(of: page) else { return nil }
            let runs = plan.runs.filter { codes.isEmpty || codes.contains($0.course) }
            let calendar = ICalendar(name: page.front.title, made: plan.today, events: runs.map(event))
            return SiteFile(path: Self.path(for: page), bytes: calendar.bytes())
        }
    }

    /// The courses on a page's calendar, none meaning all; `nil` where the page has no calendar.
    private func codes(of page: Page) -> Set<ID<Course>>? {
        switch page.kind {
        case .calendar: []
        case .course(let course): [course.id]
        case .track(let track):
            Set(
                track.courses.compactMap { plan[$0] }.compactMap {
                    if case .course(let course) = $0.kind { course.id } else { nil }
                })
        default: nil
        }
    }

    private func event(_ run: PublishedRun) -> ICalendar.Event {
        let page = plan.board.coursePages[run.course].flatMap { plan[$0] }
        let title = page?.front.title ?? run.course.text
        return ICalendar.Event(
            uid: "\(run.id)@\(plan.base.host)", revision: run.sequence, isCancelled: run.isCancelled, date: run.date,
            start: run.start, end: run.end,
            // Some programs show no status, so the title says it too.
            summary: run.isCancelled ? "\(words[.cancelled]): \(title)" : title,
            place: run.place ?? words[.online], details: page?.front.summary ?? "",
            url: plan.base.url(of: page.map { Route($0.id) } ?? Route("")))
    }
}
