import Content
import Diagnostics
import Markdown
import Schemas
import Theming

/// The pictures and downloads that pages of this edition use. What no page uses stays out: a file that was only put
/// into the folder is not published by accident.
struct PublishedMedia {
    let plan: Plan
    let resolver: LinkResolver

    func files() -> [SiteFile] {
        used().sorted().compactMap { path in
            plan.board.media[path].map { SiteFile(path: path, bytes: $0.bytes) }
        }
    }

    /// Downloads of the resources registry that are not there, and drawings that could do things.
    func faults() -> [Diagnostic] {
        let missing = plan.board.resources.items.compactMap { resource -> Diagnostic? in
            guard case .file(let path) = resource.place, plan.board.media["files/\(path.value)"] == nil else {
                return nil
            }
            return Diagnostic(
                .missingMedia, "there is no file \"files/\(path.value)\"", at: path.location,
                help: "put the download into content/files/, or correct its name")
        }
        let active = used().sorted().filter { $0.hasSuffix(".svg") }.compactMap { path -> Diagnostic? in
            guard let bytes = plan.board.media[path]?.bytes, let what = ActiveDrawing.fault(in: bytes) else {
                return nil
            }
            return Diagnostic(
                .activeImage, "the drawing \"\(path)\" holds \(what)", at: nil,
                help: "export it again as a plain drawing")
        }
        return missing + active
    }

    private func used() -> Set<String> {
        var used: Set<String> = []
        for page in plan.pages {
            for document in page.documents {
                let destinations =
                    document.links.map { ($0.destination, $0.location) }
                    + document.images.map { ($0.source, $0.location) }
                for (destination, location) in destinations {
                    if case .success(.file(let path)) = resolver.resolve(destination, from: page, at: location) {
                        used.insert(path)
                    }
                }
            }
        }
        for resource in plan.resources.items {
            if case .file(let path) = resource.place { used.insert("files/\(path.value)") }
        }
        return used
    }
}

/// Things in an SVG drawing that run or fetch.
enum ActiveDrawing {
    /// What was found, in words; `nil` where the drawing is plain.
    static func fault(in svg: [UInt8]) -> String? {
        let text = String(decoding: svg, as: UTF8.self).lowercased()
        for (mark, what) in [
            ("<script", "a script"), ("<foreignobject", "an embedded page"), ("javascript:", "a script"),
            ("<iframe", "an embedded page"), ("<!entity", "an entity"), ("<use", "a reference"),
            ("@import", "a style sheet from elsewhere"), ("<set", "an animation"), ("<animate", "an animation"),
        ] where text.contains(mark) { return what }
        return hasEvent(text) ? "an event" : (text.contains("href") ? "a link" : nil)
    }

    /// An attribute whose name starts with `on`.
    private static func hasEvent(_ text: String) -> Bool {
        text.split(whereSeparator: { $0.isWhitespace || $0 == "\"" || $0 == "'" || $0 == "/" }).contains { word in
            word.hasPrefix("on") && word.contains("=")
        }
    }
}
