import Content
import Diagnostics
import Markdown
import Schemas
import Theming

/// The pictures and downloads that pages of this edition use. What no page uses stays out: a file that was only put
/// into the folder is not published by accident.
struct PublishedMedia {
    private let plan: Plan
    private let plans: [Plan]
    /// The paths of the files that are used, sorted.
    private let used: [String]

    /// - Parameter resolvers: One for each language, the site's own first.
    init(resolvers: [LinkResolver]) {
        guard let first = resolvers.first else { preconditionFailure("a site has at least its own language") }
        plan = first.plan
        plans = resolvers.map(\.plan)
        used = resolvers.reduce(into: Set<String>()) { $0.formUnion(Self.used($1.plan, $1)) }.sorted()
    }

    func files() -> [SiteFile] {
        used.compactMap { path in
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
        let active = used.filter { $0.hasSuffix(".svg") }.compactMap { path -> Diagnostic? in
            guard let bytes = plan.board.media[path]?.bytes, let what = ActiveDrawing.fault(in: bytes) else {
                return nil
            }
            return Diagnostic(
                .activeImage, "the drawing \"\(path)\" holds \(what)", at: nil,
                help: "export it again as a plain drawing")
        }
        return missing + missingFilms() + active
    }

    /// Films in sign language, their pictures and captions that are not there.
    private func missingFilms() -> [Diagnostic] {
        plans.flatMap(\.signedFiles).filter { plan.board.media[$0.value] == nil }.map { file in
            Diagnostic(
                .missingMedia, "there is no file \"\(file.value)\"", at: file.location,
                help: Spelling.nearest(file.value, in: plan.board.media.keys.sorted()).map { "did you mean \"\($0)\"?" }
                    ?? "films and captions lie in files/, pictures in images/")
        }
    }

    private static func used(_ plan: Plan, _ resolver: LinkResolver) -> Set<String> {
        var used: Set<String> = []
        for page in plan.pages {
            let links =
                page.documents.flatMap { $0.links.map { Located($0.destination, at: $0.location) } }
                + page.componentLinks
            let images = page.documents.flatMap { $0.images.map { Located($0.source, at: $0.location) } }
            for use in links.filter({ isMedia($0.value) }) + images {
                if case .success(.file(let path)) = resolver.resolve(use.value, from: page, at: use.location) {
                    used.insert(path)
                }
            }
        }
        for file in plan.signedFiles { used.insert(file.value) }
        for resource in plan.resources.items {
            if case .file(let path) = resource.place { used.insert("files/\(path.value)") }
        }
        return used
    }

    /// Most links lead to pages or other sites, and need not be followed to know that.
    private static func isMedia(_ destination: String) -> Bool {
        !destination.hasScheme && !destination.cut(at: UInt8(ascii: "#")).0.hasSuffix(".md")
    }
}

extension Plan {
    /// The files of films in sign language.
    fileprivate var signedFiles: [Located<String>] {
        pages.flatMap { page -> [Located<String>] in
            if case .file(let film)? = page.front.bsl?.place { film.files } else { [] }
        }
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
