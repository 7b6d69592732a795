import CivilTime
import Content
import Schemas
import Templates

extension Views {
    static let documentControl = View<Seen<Strategy.DocumentControl>>(
        "document control",
        [
            .text("version", "The version.") { $0.version },
            .text("status", "How far its approval has come.") { $0.scene.words.word("status", $0.status) },
            .text("agreed_by", "The group that agreed it.") { $0.agreedBy },
            .object("adopted", "When it was adopted.", date) { $0.scene.seen($0.adopted) },
            .optionalText("endorsed", "Who endorsed it.") { $0.endorsed },
            .object("updated", "When it was last changed.", date) { $0.scene.seen($0.updated) },
        ])

    static let strandLink = View<Seen<ActionPlan.Strand>>(
        "strand",
        [
            .text("title", "Its title.") { $0.title },
            .text("aim", "What it is to achieve.") { $0.aim },
            .text("url", "Its place in the action plan.") { $0.scene.planURL(strand: $0.id) },
        ])

    static let strategy = View<Seen<Strategy>>(
        "strategy",
        [
            .object("from", "Its first day.", date) { $0.scene.seen($0.period.from) },
            .object("to", "Its last day.", date) { $0.scene.seen($0.period.to) },
            .flag("expired", "Whether it is over.") { $0.period.to < $0.scene.plan.today },
            .texts("pledge", "What the board promises.") { $0.pledge },
            .object("document", "Version, approval and dates.", documentControl) { $0.scene.seen($0.document) },
            .object("predecessor", "The strategy before it.", source) { it in
                it.predecessor.map { it.scene.seen(it.scene.plan.board.sources[$0]) }
            },
            .list("strands", "The strands of the action plan.", strandLink) { it in
                it.scene.planPage == nil ? [] : it.scene.seen(it.scene.plan.board.actionPlan?.strands ?? [])
            },
        ])

    static let tally = View<Tally>(
        "tally",
        [
            .text("actions", "How many actions there are.") { String($0.actions) },
            .text("green", "How many are completed.") { String($0.green) },
            .text("amber", "How many are partly achieved.") { String($0.amber) },
            .text("red", "How many are not achieved.") { String($0.red) },
            .text("not_started", "How many have not been started.") { String($0.notStarted) },
            .text("green_percent", "The share that is completed, in per cent.") { String($0.greenPercent) },
        ])

    static let rating = View<Seen<ActionPlan.Rating>>(
        "rating",
        [
            .flag("red", "Not achieved.") { $0.model == .red },
            .flag("amber", "Partly achieved.") { $0.model == .amber },
            .flag("green", "Completed.") { $0.model == .green },
            .flag("not_started", "Not started.") { $0.model == .notStarted },
            .text("text", "The rating in words.") { $0.scene.words.word("rating", $0.model) },
        ])

    static let action = View<Seen<ActionPlan.Action>>(
        "action",
        [
            .text("id", "Its id, for anchors.") { $0.id },
            .text("what", "What is to be done.") { $0.what },
            .text("how", "How it is to be done.") { $0.how },
            .text("owner", "The agency that answers for it.") { $0.scene.plan.board.agencies[$0.owner].name },
            .object("due", "When it is due.", date) { $0.scene.seen($0.due) },
            .flag("overdue", "Whether it should have been completed by now.") {
                $0.due < $0.scene.plan.today && $0.model.rating != .green
            },
            .object("rating", "How it stands.", rating) { $0.scene.seen($0.model.rating) },
            .optionalText("evidence", "What shows that it is done.") { $0.evidence },
            .optionalText("note", "What readers should know.") { $0.note },
            .optionalText("carried_from", "The earlier plan that it was carried over from.") { $0.carriedFrom },
            .list("history", "How it stood before, the latest first.", pastRating) { $0.scene.seen($0.history) },
        ])

    static let pastRating = View<Seen<ActionPlan.PastRating>>(
        "past rating",
        [
            .object("as_at", "The day.", date) { $0.scene.seen($0.asAt) },
            .object("rating", "How it stood.", rating) { $0.scene.seen($0.model.rating) },
        ])

    static let earlierPlan = View<ActionPlan.Earlier>(
        "earlier plan",
        [
            .text("title", "Its title.") { $0.title },
            .object("total", "How its actions stood.", tally) { Tally($0) },
        ])

    static let outcome = View<Seen<ActionPlan.Outcome>>(
        "outcome",
        [
            .text("id", "Its id, for anchors.") { $0.id },
            .text("title", "What will be different.") { $0.title },
            .list("actions", "What is done towards it.", action) { $0.scene.seen($0.actions) },
        ])

    static let strand = View<Seen<ActionPlan.Strand>>(
        "strand of the plan",
        [
            .text("id", "Its id, for anchors.") { $0.id },
            .text("title", "Its title.") { $0.title },
            .text("aim", "What it is to achieve.") { $0.aim },
            .object("total", "How its actions stand.", tally) { Tally($0.outcomes.flatMap(\.actions)) },
            .list("outcomes", "What will be different.", outcome) { $0.scene.seen($0.outcomes) },
        ])

    static let actionPlan = View<Seen<ActionPlan>>(
        "action plan",
        [
            .text("title", "Its title.") { $0.title },
            .object("as_at", "The day on which the ratings were true.", date) { $0.scene.seen($0.asAt) },
            .object("total", "How all actions stand.", tally) {
                Tally($0.strands.flatMap(\.outcomes).flatMap(\.actions))
            },
            .text("csv_url", "All actions for a spreadsheet.") { $0.scene.links.url(toFile: PlanFiles.path("csv")) },
            .text("json_url", "The same for programs.") { $0.scene.links.url(toFile: PlanFiles.path("json")) },
            .list("strands", "Its strands.", strand) { $0.scene.seen($0.strands) },
            .list("earlier", "How earlier plans stood in the end, the latest first.", earlierPlan) { $0.earlier },
        ])

    static let member = View<Seen<GovernanceGroup.Member>>(
        "member",
        [
            .text("agency", "The agency that sends somebody.") { $0.scene.plan.board.agencies[$0.agency].name },
            .text("role", "The post that is sent.") { $0.role },
        ])

    struct GroupAtDepth: Sendable {
        let group: GovernanceGroup
        let depth: Int
    }

    static let group = View<Seen<GroupAtDepth>>(
        "group",
        [
            .text("id", "Its id, for anchors.") { $0.group.id.text },
            .text("name", "Its name.") { $0.group.name },
            .text("purpose", "What it is for.") { $0.group.purpose },
            .optionalText("parent", "The group it reports to.") { it in
                it.group.parent.map { it.scene.plan.board.governance[$0.value].name }
            },
            .text("chair", "The post that chairs it.") { $0.group.chair },
            .text("meets", "How often it meets.") { $0.group.meets },
            .text("reports", "What it reports, to whom.") { $0.group.reports },
            .list("members", "Who sits on it.", member) { $0.scene.seen($0.group.members) },
            .text("depth", "How far down it is; 1 at the top.") { String($0.depth) },
        ])

    struct Governance: Sendable {
        let groups: [GroupAtDepth]
    }

    static let governance = View<Seen<Governance>>(
        "governance",
        [.list("groups", "The groups, each followed by those below it.", group) { $0.scene.seen($0.groups) }])
}

extension Views.Governance {
    /// The groups from the top down, each followed by those that report to it. There are no circles among them: the
    /// plan's rules have seen to that.
    init(_ registry: Registry<GovernanceGroup>) {
        var found: [Views.GroupAtDepth] = []
        func visit(_ parent: ID<GovernanceGroup>?, depth: Int) {
            for group in registry.items where group.parent?.value == parent {
                found.append(.init(group: group, depth: depth))
                visit(group.id, depth: depth + 1)
            }
        }
        visit(nil, depth: 1)
        groups = found
    }
}

/// How the actions of a plan stand.
struct Tally: Sendable, Hashable {
    let actions: Int
    let green: Int
    let amber: Int
    let red: Int
    let notStarted: Int

    init(_ plan: ActionPlan.Earlier) {
        actions = plan.green + plan.amber + plan.red + plan.notStarted
        (green, amber, red, notStarted) = (plan.green, plan.amber, plan.red, plan.notStarted)
    }

    init(_ actions: [ActionPlan.Action]) {
        func count(_ rating: ActionPlan.Rating) -> Int { actions.count { $0.rating == rating } }
        self.actions = actions.count
        green = count(.green)
        amber = count(.amber)
        red = count(.red)
        notStarted = count(.notStarted)
    }

    /// Rounded half up to a whole per cent; 0 of 0 is 0.
    var greenPercent: Int { actions == 0 ? 0 : (green * 200 + actions) / (actions * 2) }
}

extension Scene {
    /// The page of the action plan, where the edition has one.
    fileprivate var planPage: Page? { plan.pages(of: .actionPlan).first }

    fileprivate func planURL(strand: String) -> String {
        planPage.map { links.url(to: Route($0.id), fragment: strand) } ?? "#"
    }
}
