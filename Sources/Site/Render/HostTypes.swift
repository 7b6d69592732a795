import CivilTime
import Content
import Disclosure
import Languages
import Schemas
import Templates
public import Theming

/// The types of parameters that the site fills for a theme's components.
public enum HostTypes {
    /// All of them, for the theme's reader.
    public static let all: [HostType] = [
        HostType("page", written: Reader<ID<Page>>.page.map { [$0.text] }, seen: .object(Views.link.shape)),
        HostType(
            "definition", written: Reader<ID<Page>>.page.map { [$0.text] }, seen: .object(Views.link.shape)),
        HostType("contacts", written: ids(of: Contact.self), seen: .list(Views.contact.shape)),
        HostType("resources", written: ids(of: Resource.self), seen: .list(Views.resource.shape)),
        HostType(
            "source", written: Reader<ID<Source>>.reference().map { [$0.text] }, seen: .object(Views.source.shape)),
        HostType("course", written: Reader<ID<Course>>.reference().map { [$0.text] }, seen: .object(Views.link.shape)),
        HostType(
            "language", written: Reader<String>.languageTag.map { [$0] }, seen: .object(Views.language.shape)),
        HostType(
            "figure-table", written: Reader<ID<IndicatorTable>>.reference().map { [$0.text] },
            seen: .object(Views.figureTable.shape)),
        HostType("runs", written: nil, seen: .list(Views.run.shape)),
        HostType("training-figures", written: nil, seen: .object(Views.figures.shape)),
    ]

    private static func ids<Item: Entity>(of type: Item.Type) -> Reader<[String]> {
        Reader<[ID<Item>]>.nonEmptyList(of: .reference()).map { $0.map(\.text) }
    }

    /// A block with all that its author told it.
    struct Block {
        let component: Component
        let arguments: [Argument]

        subscript(name: String) -> Argument {
            component.parameters.firstIndex { $0.name == name }.map { arguments[$0] } ?? .absent
        }
    }

    static func value(of type: HostType, _ ids: [String], _ scene: Scene, _ block: Block) -> Value {
        switch type.word {
        case "page", "definition":
            ids.first.flatMap { scene.link(toKnown: ID($0)) }.map { Views.link.value(of: scene.seen($0)) } ?? .absent
        case "contacts": .list(scene.contacts(ids.map { ID($0) }).map(Views.contact.value(of:)))
        case "resources": .list(scene.resources(ids.map { ID($0) }).map(Views.resource.value(of:)))
        case "source":
            ids.first.map { Views.source.value(of: scene.seen(scene.plan.board.sources[ID($0)])) } ?? .absent
        case "course":
            ids.first.flatMap { scene.plan.board.coursePages[ID($0)] }.flatMap(scene.link(toKnown:)).map {
                Views.link.value(of: scene.seen($0))
            } ?? .absent
        case "language": ids.first.map { Views.language.value(of: Language($0)) } ?? .absent
        case "runs": .list(runs(scene, block).map { Views.run.value(of: scene.seen($0)) })
        case "figure-table":
            ids.first.flatMap { scene.plan.indicators[ID($0)] }.map {
                Views.figureTable.value(of: scene.seen(Views.FigureTable($0, block)))
            } ?? .absent
        case "training-figures":
            figures(scene, block).map { Views.figures.value(of: scene.seen($0)) } ?? .absent
        default: preconditionFailure("a host type that is listed and that nobody fills: \(type.word)")
        }
    }

    /// The runs to come of a course or a track, or all of them.
    private static func runs(_ scene: Scene, _ block: Block) -> ArraySlice<PublishedRun> {
        let course = block["course"].firstID
        let track = block["track"].firstID.flatMap { scene.plan[ID($0)] }
        let wanted: Set<String>? =
            if let course {
                [course]
            } else if case .track(let facts)? = track?.kind {
                Set(scene.courses(facts.courses).map(\.course.id.text))
            } else { track == nil ? nil : [] }
        let runs = scene.plan.runs.filter { run in wanted.map { $0.contains(run.course.text) } ?? true }
        if case .number(let limit) = block["limit"] { return runs.prefix(max(0, Int(limit))) }
        return runs[...]
    }

    private static func figures(_ scene: Scene, _ block: Block) -> PublishedFigures? {
        block.figureQuery.flatMap { scene.plan.training?.figures(for: $0) }
    }
}

extension HostTypes.Block {
    /// What a block with figures asks; `nil` for a block without.
    var figureQuery: FigureQuery? {
        let hasFigures = component.parameters.contains { parameter in
            if case .host(let type) = parameter.type { type.word == "training-figures" } else { false }
        }
        guard hasFigures, case .date(let from) = self["from"], case .date(let to) = self["to"] else { return nil }
        return FigureQuery(from: from, to: to, course: self["course"].firstID.map { ID($0) })
    }
}

extension Argument {
    fileprivate var firstID: String? {
        if case .host(let ids) = self { ids.first } else { nil }
    }
}
