import Content
import Languages
import Schemas
import Templates

/// A school as the pages of its copy show it.
struct SchoolOnSite: Sendable {
    let school: School
    let logo: Assets.Logo?
    /// The school's colours; behind the theme's style sheets.
    let stylesheet: Asset?
}

extension Views {
    /// A post together with the school whose agreement decides what is told of it.
    struct SchoolPost: Sendable {
        let post: School.Post
        let school: School
    }

    static let schoolPost = View<Seen<SchoolPost>>(
        "post at a school",
        [
            .optionalText("name", "Who holds it, where the school agreed to tell.") { it in
                it.school.name(of: it.post, on: it.scene.plan.today)
            },
            .optionalText("role", "What the school calls it.") { $0.post.role },
            .object("phone", "Its telephone number.", way) { $0.post.phone.map { .phone($0) } },
            .object("email", "Its e-mail address.", way) { it in
                it.post.email.map { Way(text: $0, url: "mailto:" + $0) }
            },
            .optionalText("hours", "When and where they can be found.") { $0.post.hours },
        ])

    static let school = View<Seen<SchoolOnSite>>(
        "school",
        [
            .text("name", "Its name.") { $0.school.name },
            .object("logo", "Its logo.", logo) { it in
                it.model.logo.map { LogoLink(url: it.scene.links.url(toFile: $0.path), size: $0.size) }
            },
            .object("lead", "Its designated safeguarding lead.", schoolPost) { it in
                it.scene.seen(SchoolPost(post: it.school.staff.lead, school: it.school))
            },
            .list("deputies", "The lead's deputies, in the order in which they are asked.", schoolPost) { it in
                it.scene.seen(it.school.staff.deputies.map { SchoolPost(post: $0, school: it.school) })
            },
            .list("pages", "The school's own pages.", link) { it in it.scene.seen(it.scene.schoolPages) },
            .text("copy_url", "What the copy says of itself: its age, and how to check it.") {
                $0.scene.links.url(toFile: CopyNotes.path)
            },
        ])
}

extension Scene {
    /// The page of the school's folder where there is one, and else all pages in it.
    fileprivate var schoolPages: [PageLink] {
        if let own = link(to: SchoolOverlay.folder) { return [own] }
        return plan.pages.filter { $0.subject.parent == SchoolOverlay.folder }.map(link(to:))
    }

    /// The address of the page that is drawn.
    func url(of page: PlannedPage) -> String {
        if case .copyNotes = page.subject { return links.url(toFile: CopyNotes.path) }
        return links.url(to: page.route)
    }
}
