import Diagnostics
public import Schemas
import Templates
public import YAMLData

/// A block that authors can put into a page: its parameters, its examples, and the template that draws it.
public struct Component: Sendable {
    public let name: String
    public let summary: String
    public let parameters: [Parameter]
    public let examples: [Example]
    /// The component's styles, which are appended to the theme's.
    public let style: [UInt8]
    let template: Template
    /// What an author writes inside the fence.
    public let reader: Reader<[Argument]>

    init(
        name: String, summary: String, parameters: [Parameter], examples: [Example], style: [UInt8], template: Template
    ) {
        self.name = name
        self.summary = summary
        self.parameters = parameters
        self.examples = examples
        self.style = style
        self.template = template
        reader = .object(
            "`\(name)` block", summary,
            fields(parameters.compactMap(\.fields)).map { parameters.arguments(written: $0) })
    }

    /// A use of the component that stands in the gallery and is tested.
    public struct Example: Sendable {
        public let name: String
        /// What the author would write.
        public let data: YAMLNode
    }
}

extension Component {
    /// What the component's template sees.
    static func shape(_ name: String, _ parameters: [Parameter], strings: Shape) -> Shape {
        Shape(
            name,
            parameters.map(\.field) + [
                .init("t", .object(strings), "The words of the interface."),
                .init("id", .text, "A name that no other block of the page has, for `id` and `aria-labelledby`."),
            ])
    }
}
