import CivilTime
import Content
import Disclosure
import JSONText
import Schemas

/// What a page says to search engines, in the terms of schema.org. Only what the page itself shows.
struct StructuredData {
    let scene: Scene
    let page: PlannedPage

    func values() -> [JSONValue] {
        [breadcrumbs(), about()].compactMap(\.self)
    }

    private var plan: Plan { scene.plan }

    private func about() -> JSONValue? {
        guard let page = page.page else { return nil }
        return switch page.kind {
        case .home: organization()
        case .course(let course): self.course(course, page)
        case .news(let news): article(news, page)
        case .youngPeople(let answer): question(answer, page)
        case .definition: thing("DefinedTerm", named(page))
        case .directory(let directory) where directory.of == .glossary: thing("DefinedTermSet", named(page))
        case .section(let section) where section.lists == .step: pathway(page)
        default: nil
        }
    }

    private func named(_ page: Page) -> [(String, JSONValue?)] {
        [("name", .string(page.front.title)), ("description", .string(page.front.summary))]
    }

    private func thing(_ type: String, _ members: [(String, JSONValue?)]) -> JSONValue {
        .present([("@context", "https://schema.org"), ("@type", .string(type))] + members)
    }

    private func breadcrumbs() -> JSONValue? {
        let above = scene.crumbsWithRoutes(of: page)
        guard !above.isEmpty else { return nil }
        var items: [JSONValue] = []
        func add(_ entry: PlannedPage) {
            items.append([
                "@type": "ListItem", "position": .integer(items.count + 1), "name": .string(entry.navTitle),
                "item": .string(plan.base.url(of: entry.route)),
            ])
        }
        above.forEach(add)
        add(page)
        return thing("BreadcrumbList", [("itemListElement", .array(items))])
    }

    private var board: JSONValue {
        let identity = plan.board.settings.board
        return .present([
            ("@type", "Organization"), ("name", .string(identity.name)), ("url", .string(plan.base.url)),
            ("email", identity.email.map { .string($0) }),
            ("areaServed", .string(identity.area)),
        ])
    }

    private func organization() -> JSONValue {
        guard case .object(let members) = board else { return board }
        return .object([.init("@context", "https://schema.org")] + members)
    }

    private func article(_ news: NewsItem, _ page: Page) -> JSONValue {
        thing(
            "NewsArticle",
            [
                ("headline", .string(page.front.title)), ("description", .string(page.front.summary)),
                ("datePublished", .string(news.date.description)), ("author", board),
                ("mainEntityOfPage", .string(plan.base.url(of: Route(page.id)))),
            ])
    }

    /// A page for young people is one question and its answer; its summary is the answer in one sentence.
    private func question(_ answer: YoungPeopleAnswer, _ page: Page) -> JSONValue {
        let entry: JSONValue = [
            "@type": "Question", "name": .string(answer.question),
            "acceptedAnswer": ["@type": "Answer", "text": .string(page.front.summary)],
        ]
        return thing("FAQPage", [("mainEntity", [entry])])
    }

    private func pathway(_ section: Page) -> JSONValue {
        let steps = plan.children(of: section.subject).compactMap { page -> JSONValue? in
            guard case .step(let step) = page.kind else { return nil }
            return [
                "@type": "HowToStep", "position": .integer(step.number), "name": .string(page.front.title),
                "text": .string(page.front.summary), "url": .string(plan.base.url(of: Route(page.id))),
            ]
        }
        return thing(
            "HowTo",
            [
                ("name", .string(section.front.title)), ("description", .string(section.front.summary)),
                ("step", .array(steps)),
            ])
    }

    private func course(_ course: Course, _ page: Page) -> JSONValue {
        let runs = plan.runs.filter { $0.course == course.id && !$0.isCancelled }
        return thing(
            "Course",
            [
                ("name", .string(page.front.title)), ("description", .string(course.aim)), ("provider", board),
                ("courseCode", .string(course.id.text)),
                ("hasCourseInstance", runs.isEmpty ? nil : .array(runs.map { instance($0, course) })),
            ])
    }

    private func instance(_ run: PublishedRun, _ course: Course) -> JSONValue {
        .present([
            ("@type", "CourseInstance"), ("courseMode", run.place == nil ? "Online" : "Onsite"),
            ("courseWorkload", .string("PT\(course.hours.plain)H")),
            ("startDate", .string(LondonTime.isoText(run.date, run.start))),
            ("endDate", .string(LondonTime.isoText(run.date, run.end))),
            ("location", .string(run.place ?? scene.words[.online])),
        ])
    }
}

extension Scene {
    func crumbsWithRoutes(of planned: PlannedPage) -> [PlannedPage] {
        guard let page = planned.origin else { return plan[.home].map { [PlannedPage($0)] } ?? [] }
        return (plan.ancestors(of: page.subject) + (planned.page == nil ? [page] : [])).map(PlannedPage.init)
    }
}
