import Theming
import YAMLData

/// The Markdown of a component's page in the gallery.
struct GalleryText {
    let component: Component
    /// Those that are shown.
    let examples: [Component.Example]

    var markdown: String { (examples.map(example) + [parameters]).joined(separator: "\n\n") + "\n" }

    /// The component as it is drawn, and below it what the author wrote.
    private func example(_ example: Component.Example) -> String {
        let block = "```{\(component.name)}\n\(example.data.text)```"
        // Markdown inside the YAML may hold fences too, so the outer one is longer than any of them.
        let fence = String(repeating: "`", count: max(4, 1 + Self.longestFence(in: example.data.text)))
        return """
            ## \(Self.escaped(example.name))

            ```{\(component.name)}
            ```

            \(fence)markdown
            \(block)
            \(fence)
            """
    }

    private var parameters: String {
        let rows = Self.rows(component.parameters, inside: "")
        return """
            ## What it can be told

            | Key | Value | Meaning |
            |---|---|---|
            \(rows.joined(separator: "\n"))
            """
    }

    private static func rows(_ parameters: [Parameter], inside list: String) -> [String] {
        parameters.flatMap { parameter -> [String] in
            let need = parameter.isRequired ? ", required" : ""
            let fallback = parameter.fallback.map { " If left out: \($0)." } ?? ""
            let own =
                "| `\(list)\(parameter.name)` | \(escaped(parameter.type.wording + need)) "
                + "| \(escaped(parameter.doc + fallback)) |"
            guard case .list(let fields) = parameter.type else { return [own] }
            return [own] + rows(fields, inside: "\(list)\(parameter.name) › ")
        }
    }

    /// Text that means nothing in Markdown: any ASCII punctuation may be escaped (CommonMark 0.31, section 2.4).
    private static func escaped(_ text: String) -> String {
        text.map { character in
            character.isASCII && (character.isPunctuation || character.isSymbol) ? "\\\(character)" : "\(character)"
        }.joined()
    }

    private static func longestFence(in text: String) -> Int {
        text.split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0
    }
}
