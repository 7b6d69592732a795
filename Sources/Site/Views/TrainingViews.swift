import CivilTime
import Content
import Disclosure
import Schemas
import Templates

extension Views {
    static let run = View<Seen<PublishedRun>>(
        "run",
        [
            .text("id", "Its id, for anchors.") { $0.id },
            .object("course", "The course that is taught.", link) { run in
                run.scene.plan.board.coursePages[run.course].flatMap(run.scene.link(to:)).map(run.scene.seen)
            },
            .object("date", "The day.", date) { $0.scene.seen($0.model.date) },
            .text("weekday", "The day of the week.") { $0.scene.words.weekday($0.date) },
            .text("start", "When it starts: 09:30.") { $0.start.description },
            .text("end", "When it ends.") { $0.end.description },
            .optionalText("venue", "Where it is; absent online.") { $0.place },
            .flag("online", "Whether it is online.") { $0.place == nil },
            .text("places", "How many places there are.") { String($0.places) },
            .text("left", "How many are left.") { String($0.left.number) },
            .flag("or_more", "Whether there may be more left; small numbers of bookings are not given away.") {
                !$0.left.isExact
            },
            .flag("full", "Whether none is left.") { $0.left.isFull },
            .flag("few_left", "Whether three or fewer are left.") { (1...3).contains($0.left.number) },
            .flag("cancelled", "Whether it was called off.") { $0.isCancelled },
        ])

    static let figures = View<Seen<PublishedFigures>>(
        "training figures",
        [
            .text("runs", "How many runs were held.") { String($0.runs) },
            .text("people", "How many people came.") { $0.people.text },
            .text("agencies", "From how many agencies.") { $0.agencies.text },
            .flag("hidden", "Whether a number is hidden because it is small.") { $0.people.isHidden },
            .text("csv_url", "The figures of all such blocks for a spreadsheet.") {
                $0.scene.links.url(toFile: TrainingFiles.path)
            },
            .text("sentence", "All of it in one sentence.") { figures in
                let words = figures.scene.words
                let (people, agencies) = (figures.people.text, figures.agencies.text)
                return words.sentence(
                    .figuresSentence,
                    [
                        "runs": words.counted(.runs, Double(figures.runs)),
                        "people": words.counted(.people, Double(people), shown: people),
                        "agencies": words.counted(.agencies, Double(agencies), shown: agencies),
                    ])
            },
        ])

    struct Track: Sendable {
        let facts: Content.Track
        let page: Page
    }

    static let track = View<Seen<Track>>(
        "track",
        [
            .text("level", "The level it leads to.") { $0.scene.level($0.facts.level) },
            .texts("for", "Whom it is for.") { $0.facts.forWhom },
            .texts("outcomes", "What they can do afterwards.") { $0.facts.outcomes },
            .list("courses", "Its courses, in order.", courseLink) {
                $0.scene.seen($0.scene.courses($0.facts.courses))
            },
            .list("prerequisites", "The tracks to take before it.", link) { track in
                track.scene.seen(track.facts.prerequisites.compactMap(track.scene.link(to:)))
            },
            .text("refresher", "When to refresh it.") { $0.facts.refresher },
            .list("runs", "Its runs to come.", run) { $0.scene.seen($0.runs) },
            .optionalText("ics_url", "Its calendar for other programs; absent without runs.") {
                $0.scene.calendarURL(of: $0.page, $0.runs)
            },
        ])

    struct CourseOnPage: Sendable {
        let course: Course
        let page: Page
    }

    static let courseLink = View<Seen<CourseOnPage>>(
        "course in a track",
        [
            .text("title", "Its title.") { $0.page.navTitle },
            .text("url", "Its page.") { $0.scene.link(to: $0.page).url },
            .text("summary", "Its summary.") { $0.page.front.summary },
            .text("length", "How many hours it takes, in words.") { $0.scene.words.counted(.hours, $0.course.hours) },
            .text("format", "How it is taught.") { $0.scene.words.word("format", $0.course.format) },
            .text("aim", "What it is to achieve.") { $0.course.aim },
        ])

    static let course = View<Seen<CourseOnPage>>(
        "course",
        [
            .text("level", "The level it belongs to.") { $0.scene.level($0.course.level) },
            .text("aim", "What it is to achieve.") { $0.course.aim },
            .text("length", "How many hours it takes, in words.") { $0.scene.words.counted(.hours, $0.course.hours) },
            .text("format", "How it is taught.") { $0.scene.words.word("format", $0.course.format) },
            .texts("for", "Who should attend.") { $0.course.forWhom },
            .texts("covers", "The required content that it covers.") { $0.course.covers },
            .list("prerequisites", "The courses to take before it.", link) { it in
                it.scene.seen(
                    it.course.prerequisites.compactMap { it.scene.plan.board.coursePages[$0] }
                        .compactMap(it.scene.link(to:)))
            },
            .optionalText("refresher", "When to refresh it; absent where it need not be.") { it in
                it.course.refresherMonths.map {
                    it.scene.words.counted(.refresherMonths, Double($0))
                }
            },
            .list("runs", "Its runs to come.", run) { $0.scene.seen($0.runs) },
            .optionalText("ics_url", "Its calendar for other programs; absent without runs.") {
                $0.scene.calendarURL(of: $0.page, $0.runs)
            },
            .object("figures", "What was delivered so far; absent where nothing was.", figures) { it in
                let query = FigureQuery(course: it.course.id, until: it.scene.plan.today)
                let held = it.scene.plan.training?.figures(for: query)
                return held.flatMap { $0.runs > 0 ? it.scene.seen($0) : nil }
            },
        ])

    struct Month: Sendable {
        let title: String
        let runs: [PublishedRun]
    }

    static let month = View<Seen<Month>>(
        "month",
        [
            .text("title", "The month and its year.") { $0.title },
            .list("runs", "Its runs.", run) { $0.scene.seen($0.runs) },
        ])

    /// All runs of the edition.
    struct Calendar: Sendable {
        let page: Page
    }

    static let calendar = View<Seen<Calendar>>(
        "calendar",
        [
            .list("months", "The months with runs to come.", month) { $0.scene.seen($0.scene.months()) },
            .optionalText("ics_url", "The calendar for other programs; absent without runs.") {
                $0.scene.calendarURL(of: $0.page, $0.scene.plan.runs)
            },
            .text("past_runs", "How many runs were held so far.") { String($0.scene.plan.training?.heldRuns ?? 0) },
        ])
}

extension Seen<Views.Track> {
    fileprivate var runs: [PublishedRun] {
        let codes = Set(scene.courses(model.facts.courses).map(\.course.id))
        return scene.plan.runs.filter { codes.contains($0.course) }
    }
}

extension Seen<Views.CourseOnPage> {
    fileprivate var runs: [PublishedRun] { scene.plan.runs.filter { $0.course == model.course.id } }
}

extension Scene {
    func level(_ id: ID<TrainingLevel>) -> String { plan.board.training?.levels[id].title ?? id.text }

    func courses(_ pages: [ID<Page>]) -> [Views.CourseOnPage] {
        pages.compactMap { id in
            guard let page = plan[id], case .course(let course) = page.kind else { return nil }
            return Views.CourseOnPage(course: course, page: page)
        }
    }

    /// The address of the `.ics` file that stands beside a page.
    ///
    /// - Returns: `nil` where no run is to come, so that nobody is offered an empty calendar.
    func calendarURL(of page: Page, _ runs: [PublishedRun]) -> String? {
        runs.isEmpty ? nil : links.url(toFile: CalendarFiles.path(for: page))
    }

    fileprivate func months() -> [Views.Month] {
        var months: [Views.Month] = []
        for run in plan.runs {
            let title = words.monthAndYear(run.date)
            if let last = months.last, last.title == title {
                months[months.count - 1] = Views.Month(title: title, runs: last.runs + [run])
            } else {
                months.append(Views.Month(title: title, runs: [run]))
            }
        }
        return months
    }
}

extension FigureQuery {
    /// Everything delivered of a course up to the day before.
    init(course: ID<Course>, until today: CivilDate) {
        self.init(from: CivilDate(daysSinceEpoch: 0), to: today.adding(days: -1), course: course)
    }
}

extension Double {
    /// `3` for 3.0, `3.5` for 3.5.
    var plain: String { Int(exactly: self).map(String.init) ?? description }
}
