import Content
import Languages
import Schemas

/// What decides which pages a school's copy has. Schools of one scope share everything but what is said of the school.
struct CopyScope: Sendable, Hashable {
    let phase: Resource.Phase
    /// Beside the site's own language; `nil` for all.
    let languages: Set<String>?
    /// Beside everyone; `nil` for all.
    let audiences: Set<Audience>?
    /// The school, where it has pages of its own.
    let overlay: ID<School>?

    init(_ school: School, in board: Board) {
        phase = school.phase
        languages = school.languages.map { Set($0.map(\.value)) }
        audiences = school.audiences.map(Set.init)
        overlay = board.overlays[school.id].map { $0.pages.isEmpty ? nil : $0.school } ?? nil
    }

    func takes(_ page: Page) -> Bool {
        if let language = page.translation?.language, let languages, !languages.contains(language.tag) { return false }
        let readers = page.front.readership.audiences
        let isWanted = audiences.map { wanted in readers.contains { $0 == .everyone || wanted.contains($0) } } ?? true
        return isWanted && (page.front.phases.isEmpty || page.front.phases.contains(phase))
    }
}
