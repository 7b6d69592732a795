import Diagnostics
import Markdown

typealias Options = MarkdownParser.Options

/// Parses `text` as the file `page.md`.
func parse(
    _ text: String, firstLine: Int = 1, options: Options = Options()
) -> (document: MarkdownDocument, diagnostics: [Diagnostic]) {
    MarkdownParser().parse(Array(text.utf8)[...], path: "page.md", firstLine: firstLine, options: options)
}

/// The HTML of `text` with the simplest filling: destinations escaped, images as `<img>`, components by their names.
func html(_ text: String, options: Options = Options()) -> String {
    let document = parse(text, options: options).document
    let bytes = document.html { hole, output in
        switch hole {
        case .link(let i):
            HTMLEscape.append(destination: document.links[i].destination.utf8, to: &output)
        case .image(let i):
            let image = document.images[i]
            output.append(contentsOf: "<img src=\"".utf8)
            HTMLEscape.append(destination: image.source.utf8, to: &output)
            output.append(contentsOf: "\" alt=\"".utf8)
            HTMLEscape.append(image.alt.utf8, to: &output)
            if let title = image.title {
                output.append(contentsOf: "\" title=\"".utf8)
                HTMLEscape.append(title.utf8, to: &output)
            }
            output.append(contentsOf: "\" />".utf8)
        case .component(let i):
            output.append(contentsOf: "<section data-component=\"\(document.components[i].name)\"></section>\n".utf8)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// Each diagnostic as `code line:column+length message`.
func faults(_ text: String, firstLine: Int = 1, options: Options = Options()) -> [String] {
    parse(text, firstLine: firstLine, options: options).diagnostics.map { fault in
        let place = fault.location.map { "\($0.start.line):\($0.start.column)+\($0.length)" } ?? "-"
        return "\(fault.code.id) \(place) \(fault.message)"
    }
}
