import CivilTime
import Content
import Diagnostics
import Schemas

extension BoardReview {
    /// Document control that says too little, or contradicts itself.
    func documents() -> [Diagnostic] {
        board.pages.items.filter { $0.isKept(on: today) }.flatMap { page -> [Diagnostic] in
            guard case .strategy(let strategy) = page.kind else { return [] }
            let document = strategy.document
            var lacks: [String] = []
            if document.endorsed == nil, document.status == .adopted { lacks.append("it does not say who endorsed it") }
            if document.status == .draft { lacks.append("its status is `draft`, and it is published") }
            if document.updated < document.adopted {
                lacks.append("it was updated on \(document.updated), before it was adopted on \(document.adopted)")
            }
            if document.updated > today { lacks.append("it was updated on \(document.updated), which is to come") }
            lacks += contradictions(of: strategy, page.front)
            return lacks.map {
                Diagnostic(
                    .incompleteDocument, "document control of \"\(page.front.title)\": \($0)",
                    at: .wholeFile(page.shownPath), help: "complete `document:` at the top of the page")
            }
        }
    }

    /// What cannot be true of a document together with its title, its period, and what it cites.
    private func contradictions(of strategy: Strategy, _ front: FrontMatter) -> [String] {
        let (period, document) = (strategy.period, strategy.document)
        var found: [String] = []
        if let told = WrittenPeriod(title: front.title), !told.agrees(with: period) {
            found.append("its title says \(told), and its period is \(period.from) to \(period.to)")
        }
        if document.adopted > period.to {
            found.append("it was adopted on \(document.adopted), and its period ended on \(period.to)")
        }
        if let last = strategy.predecessor.map({ board.sources[$0] }), last.year > period.from.year {
            found.append(
                "the strategy before it, \"\(last.title)\", is of \(last.year), and its period begins in \(period.from.year)"
            )
        }
        let later = front.sources.map { board.sources[$0] }.filter { $0.year > document.updated.year }
        return found
            + later.map {
                "it was last updated on \(document.updated), and cites \"\($0.title)\" of \($0.year)"
            }
    }

    /// Outcomes nobody works towards, and actions that are late without a word about why.
    func actionPlan() -> [Diagnostic] {
        guard let plan = board.actionPlan else { return [] }
        return plan.strands.flatMap(\.outcomes).flatMap { outcome -> [Diagnostic] in
            guard !outcome.actions.isEmpty else {
                return [
                    Diagnostic(
                        .actionPlan, "no action leads to the outcome \"\(outcome.title)\"", at: outcome.location,
                        help: "add an action with an owner and a date, or take the outcome out")
                ]
            }
            return outcome.actions.flatMap { [fault(of: $0)].compactMap(\.self) + contradictions(of: $0, in: plan) }
        }
    }

    /// Dates that cannot be true of an action together with its plan.
    private func contradictions(of action: ActionPlan.Action, in plan: ActionPlan) -> [Diagnostic] {
        var found: [String] = []
        if let told = WrittenPeriod(title: plan.title), told.first != told.last, action.due.year > told.last.year {
            found.append("is due on \(action.due), and the plan is that of \(told)")
        }
        if let past = action.history.first(where: { $0.asAt >= plan.asAt }) {
            found.append("was rated earlier on \(past.asAt), and the plan shows how it stood on \(plan.asAt)")
        }
        return found.map {
            Diagnostic(
                .actionPlan, "the action \"\(action.what)\" \($0)", at: action.location,
                help: "correct one of the two dates")
        }
    }

    private func fault(of action: ActionPlan.Action) -> Diagnostic? {
        if action.rating == .green, action.evidence == nil {
            return Diagnostic(
                .actionPlan, "the action \"\(action.what)\" is complete, and nothing shows it", at: action.location,
                help: "add `evidence:`")
        }
        guard action.due < today, action.rating != .green, action.note == nil else { return nil }
        return Diagnostic(
            .actionPlan, "the action \"\(action.what)\" was due on \(action.due), and nothing says why it is late",
            at: action.location, help: "add `note:` for readers, or set `rating: green` with its evidence")
    }

    /// Groups that have not reported, and seats that nobody holds.
    func groups() -> [Diagnostic] {
        board.governance.items.flatMap { group -> [Diagnostic] in
            var faults: [Diagnostic] = []
            if let last = group.lastReport, let months = group.reportMonths {
                let due = last.value.adding(months: months)
                if due < today {
                    faults.append(
                        Diagnostic(
                            .lateGroup, "the \(group.name) has not reported since \(last.value); it was to by \(due)",
                            at: last.location, help: "ask its chair, then set `last_report`"))
                }
            }
            return faults
                + group.members.compactMap { member in
                    member.vacantSince.map {
                        Diagnostic(
                            .vacancy,
                            "nobody has held the post \"\(member.role)\" in the \(group.name) since \($0.value)",
                            at: $0.location,
                            help: "take `vacant_since` out once \(board.agencies[member.agency].name) has sent somebody"
                        )
                    }
                }
        }
    }
}

extension WrittenPeriod {
    /// A title with one year names the strategy of that year, however long it holds; one with two names its years.
    fileprivate func agrees(with period: DateSpan) -> Bool {
        first.year == last.year
            ? (period.from.year...period.to.year).contains(first.year)
            : first.year == period.from.year && last.year == period.to.year
    }
}
