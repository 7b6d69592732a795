import JSONText
import Markdown

/// Writes the little HTML that is not a template's business.
struct HTMLWriter {
    private(set) var bytes: [UInt8] = []

    /// An element without contents; attributes without a value are left out.
    mutating func element(_ name: String, _ attributes: [(String, String?)]) {
        bytes.append(UInt8(ascii: "<"))
        bytes += name.utf8
        for case (let key, let value?) in attributes {
            bytes.append(UInt8(ascii: " "))
            bytes += key.utf8
            bytes += "=\"".utf8
            HTMLEscape.append(value.utf8, to: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
    }

    mutating func title(_ text: String) {
        bytes += "<title>".utf8
        HTMLEscape.append(text.utf8, to: &bytes)
        bytes += "</title>".utf8
    }

    mutating func lineFeed() { bytes.append(UInt8(ascii: "\n")) }

    mutating func meta(_ name: String, _ content: String) {
        element("meta", [("name", name), ("content", content)])
        lineFeed()
    }

    mutating func property(_ name: String, _ content: String) {
        element("meta", [("property", name), ("content", content)])
        lineFeed()
    }

    mutating func link(_ relation: String, _ url: String, type: String? = nil, title: String? = nil) {
        element("link", [("rel", relation), ("href", url), ("type", type), ("title", title)])
        lineFeed()
    }

    /// Structured data. `JSONValue` escapes whatever could end the element.
    mutating func structuredData(_ value: JSONValue) {
        bytes += "<script type=\"application/ld+json\">".utf8
        bytes += value.bytes()
        bytes += "</script>\n".utf8
    }
}
