import Diagnostics
import Markdown
import Schemas
public import Theming
import YAMLData

/// A component that an author put into a page, and what it was told.
public struct ComponentUse: Sendable {
    public let component: Component
    public let arguments: [Argument]
}

/// Reads the fenced blocks of pages against the components of a theme.
struct ComponentUseReader: Sendable {
    /// `nil` where the theme could not be read: then nothing is said about components.
    let components: [String: Component]?

    /// The uses in the order of the blocks, or `nil` where one has a fault.
    func read(_ blocks: [MarkdownDocument.Component], _ reading: inout Reading) -> [ComponentUse]? {
        guard let components else { return [] }
        let uses = blocks.map { use($0, components, &reading) }
        let whole = uses.compactMap(\.self)
        return whole.count == uses.count ? whole : nil
    }

    private func use(
        _ block: MarkdownDocument.Component, _ components: [String: Component], _ reading: inout Reading
    ) -> ComponentUse? {
        guard let component = components[block.name] else {
            let names = components.keys.sorted()
            reading.report(
                .unknownComponent, "the theme has no component \"\(block.name)\"", at: block.location,
                label: "expected one of: \(names.joined(separator: ", "))",
                help: Spelling.suggestion(for: block.name, in: names))
            return nil
        }
        let (node, faults) = YAMLReader.read(
            block.body.utf8, path: block.location.path, firstLine: block.bodyFirstLine)
        reading.diagnostics += faults
        return node.flatMap { component.reader.value(of: $0, &reading) }.map {
            ComponentUse(component: component, arguments: $0)
        }
    }
}
