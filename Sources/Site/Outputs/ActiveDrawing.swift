/// Things in an SVG drawing that run or fetch.
enum ActiveDrawing {
    /// What was found, in words; `nil` where the drawing is plain.
    static func fault(in svg: [UInt8]) -> String? {
        guard isUTF8(svg) else { return "letters in another encoding than UTF-8" }
        let text = String(decoding: svg, as: UTF8.self).lowercased()
        for element in elements(of: text) {
            if let what = active[element] { return what }
        }
        for (mark, what) in [
            ("javascript:", "a script"), ("<!entity", "an entity"), ("@import", "a style sheet from elsewhere"),
        ] where text.contains(mark) { return what }
        if hasEvent(text) { return "an event" }
        return text.contains("href") || fetches(text) ? "a link" : nil
    }

    /// Elements that run, fetch, move or embed (SVG 2, HTML), by their names in small letters.
    private static let active = [
        "script": "a script", "handler": "a script", "foreignobject": "an embedded page", "iframe": "an embedded page",
        "embed": "an embedded page", "object": "an embedded page", "use": "a reference", "set": "an animation",
        "animate": "an animation", "animatetransform": "an animation", "animatemotion": "an animation",
        "audio": "a sound", "video": "a film",
    ]

    /// In any other encoding a script could be written so that a search for it finds nothing.
    private static func isUTF8(_ svg: [UInt8]) -> Bool {
        guard !svg.contains(0), String(validating: svg, as: UTF8.self) != nil else { return false }
        let head = String(decoding: svg.prefix(200), as: UTF8.self).lowercased()
        guard head.contains("<?xml"), let found = head.split(separator: "encoding", maxSplits: 1).dropFirst().first
        else {
            return true
        }
        let name = found.drop { $0 == "=" || $0 == "\"" || $0 == "'" || $0.isWhitespace }
        return name.hasPrefix("utf-8") || name.hasPrefix("us-ascii")
    }

    /// The names of all elements, without the prefix of a name space: `<x:script>` is a script like any other.
    private static func elements(of text: String) -> [String] {
        text.split(separator: "<").map { tag in
            let name = tag.prefix { !($0.isWhitespace || $0 == ">" || $0 == "/") }
            return String(name.split(separator: ":").last ?? name)
        }
    }

    /// A fill or filter may refer to a part of the drawing itself: `url(#shade)`.
    private static func fetches(_ text: String) -> Bool {
        text.split(separator: "url(", omittingEmptySubsequences: false).dropFirst().contains { rest in
            rest.drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }.first != "#"
        }
    }

    /// An attribute whose name starts with `on`.
    private static func hasEvent(_ text: String) -> Bool {
        text.split(whereSeparator: { $0.isWhitespace || $0 == "\"" || $0 == "'" || $0 == "/" }).contains { word in
            word.hasPrefix("on") && word.contains("=")
        }
    }
}
