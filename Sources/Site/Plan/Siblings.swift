import CivilTime
import Content
import Schemas

/// The order of pages inside their folders.
enum Siblings {
    /// The indices of the pages in each folder, in the order in which readers meet them.
    static func children(of pages: [Page]) -> [ID<Page>: [Int]] {
        var groups: [ID<Page>: [Int]] = [:]
        for (index, page) in pages.enumerated() {
            if let parent = page.subject.parent { groups[parent, default: []].append(index) }
        }
        return groups.mapValues { $0.sorted { isBefore(pages[$0], pages[$1]) } }
    }

    /// Numbered pages by their number, news by its date with the newest first, then `order`, then the title.
    private static func isBefore(_ a: Page, _ b: Page) -> Bool {
        switch (place(a), place(b)) {
        case (let x?, let y?) where x != y: x < y
        case (.some, nil): true
        case (nil, .some): false
        default: (a.front.title, a.id) < (b.front.title, b.id)
        }
    }

    private static func place(_ page: Page) -> Int? {
        switch page.kind {
        case .step(let step): step.number
        case .element(let element): element.number
        case .news(let news): -news.date.daysSinceEpoch
        case .definition(let definition): page.front.order ?? -definition.year
        default: page.front.order
        }
    }

    /// Steps and elements follow each other in their folder; courses in the first track that names them.
    static func sequences(_ pages: [Page], _ children: [ID<Page>: [Int]]) -> [ID<Page>: Plan.Sequence] {
        var sequences: [ID<Page>: Plan.Sequence] = [:]
        let present = Set(pages.map(\.subject))
        for page in pages {
            let members: [ID<Page>] =
                if case .track(let track) = page.kind {
                    track.courses.filter { present.contains($0) && sequences[$0] == nil }
                } else {
                    (children[page.subject] ?? []).map { pages[$0] }.filter(\.isNumbered).map(\.subject)
                }
            for (index, id) in members.enumerated() {
                sequences[id] = Plan.Sequence(
                    previous: index > 0 ? members[index - 1] : nil,
                    next: index + 1 < members.count ? members[index + 1] : nil, number: index + 1,
                    total: members.count)
            }
        }
        return sequences
    }
}

extension Page {
    fileprivate var isNumbered: Bool {
        switch kind {
        case .step, .element: true
        default: false
        }
    }
}
