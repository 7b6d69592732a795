import Content
import Diagnostics
import Markdown
import Schemas
import Templates
import Theming

/// Fills the holes of a page's text: links, pictures and components.
struct BodyRenderer: Sendable {
    let scene: Scene
    let page: Page
    let resolver: LinkResolver

    func html() -> [UInt8] {
        let out = htmlAndHoles().html
        return page.figures.isEmpty ? out : withFigures(out)
    }

    /// The text without its figures, and where the contents of its holes stand in it.
    func htmlAndHoles() -> (html: [UInt8], holes: [Range<Int>]) {
        var out: [UInt8] = []
        var holes: [Range<Int>] = []
        holes.reserveCapacity(page.body.holes.count)
        page.body.append(to: &out) { hole, out in
            let start = out.count
            switch hole {
            case .component(let index): component(index, to: &out)
            default: fill(hole, of: page.body, isBody: true, to: &out)
            }
            holes.append(start..<out.count)
        }
        return (out, holes)
    }

    /// Puts figures into the places that their names hold. Names that there are not have been reported, so what is
    /// left stands in code and is no name.
    private func withFigures(_ html: [UInt8]) -> [UInt8] {
        let names = Set(page.figures.map(\.value))
        var out: [UInt8] = []
        var rest = html[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "{")) {
            out += rest[..<start]
            rest = rest[start...]
            let inside = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "}") }
            let name = String(decoding: inside, as: UTF8.self).split(separator: " ").joined(separator: " ")
            if rest.starts(with: "{{".utf8), names.contains(name),
                let text = TextFigure(name)?.text(in: scene.plan, scene.words)
            {
                HTMLEscape.append(text.utf8, to: &out)
                rest = rest[inside.endIndex...].dropFirst(2)
            } else {
                out.append(rest.removeFirst())
            }
        }
        return out + rest
    }

    /// A text inside a component holds no components.
    private func fill(
        _ hole: MarkdownDocument.Hole.Kind, of document: MarkdownDocument, isBody: Bool, to out: inout [UInt8]
    ) {
        switch hole {
        case .link(let index): link(document.links[index], to: &out)
        case .image(let index): image(document.images[index], isFirst: isBody && index == 0, to: &out)
        case .component: break
        }
    }

    private func link(_ link: MarkdownDocument.Link, to out: inout [UInt8]) {
        HTMLEscape.append(destination: url(link.destination, at: link.location).utf8, to: &out)
    }

    private func url(_ destination: String, at location: Location) -> String {
        switch try? resolver.resolve(destination, from: page, at: location).get() {
        case .elsewhere(let url): url
        case .page(let id, .some(let fragment)) where id == page.id: "#" + fragment
        case .page(let id, let fragment): scene.links.url(to: Route(id), fragment: fragment)
        case .file(let path): scene.links.url(toFile: path)
        case nil: preconditionFailure("a link that passed the check leads nowhere: \(destination)")
        }
    }

    /// - Parameter isFirst: The first picture of a text is most likely seen at once; others load when they come near.
    private func image(_ image: MarkdownDocument.Image, isFirst: Bool, to out: inout [UInt8]) {
        guard case .success(.file(let path)) = resolver.resolve(image.source, from: page, at: image.location),
            let picture = scene.site.pictures[path]
        else { preconditionFailure("a picture that passed the check is not there: \(image.source)") }
        let versions = picture.versions.map { "\(scene.links.url(toFile: $0.path)) \($0.size.width)w" }
        let hasChoice = versions.count > 1
        var tag = HTMLWriter()
        tag.element(
            "img",
            [
                ("src", scene.links.url(toFile: picture.full.path)), ("alt", image.alt),
                ("srcset", hasChoice ? versions.joined(separator: ", ") : nil),
                ("sizes", hasChoice ? scene.plan.theme.pictureSizes : nil),
                ("width", String(picture.full.size.width)), ("height", String(picture.full.size.height)),
                ("loading", isFirst ? nil : "lazy"), ("decoding", "async"), ("title", image.title),
            ])
        out += tag.bytes
    }

    private func component(_ index: Int, to out: inout [UInt8]) {
        let use = page.components[index]
        let surroundings = Component.Surroundings(
            strings: scene.plan.strings.value, id: "block-\(index + 1)",
            things: { type, ids, block in
                HostTypes.value(of: type, ids, scene, HostTypes.Block(component: use.component, arguments: block))
            },
            html: { document in
                var html: [UInt8] = []
                document.append(to: &html) { hole, out in fill(hole, of: document, isBody: false, to: &out) }
                return html
            }, url: { url($0.value, at: $0.location) })
        use.component.render(use.arguments, surroundings, into: &out)
    }
}

/// Checks the links and pictures of all texts of a page.
struct BodyCheck: Sendable {
    let resolver: LinkResolver

    func faults(of page: Page) -> [Diagnostic] {
        page.documents.flatMap { faults(of: $0, on: page) }
            + page.componentLinks.compactMap { fault($0.value, page, $0.location) }
    }

    private func faults(of document: MarkdownDocument, on page: Page) -> [Diagnostic] {
        document.links.compactMap { fault($0.destination, page, $0.location) }
            + document.images.flatMap { image($0, page) }
    }

    private func fault(_ destination: String, _ page: Page, _ location: Location) -> Diagnostic? {
        guard case .failure(let fault) = resolver.resolve(destination, from: page, at: location) else { return nil }
        return fault.diagnostic
    }

    private func image(_ image: MarkdownDocument.Image, _ page: Page) -> [Diagnostic] {
        switch resolver.resolve(image.source, from: page, at: image.location) {
        case .failure(let fault): return [fault.diagnostic]
        case .success(.file(let path)) where resolver.plan.board.media[path]?.imageSize != nil: return []
        case .success(.file(let path)):
            return [
                Diagnostic(
                    .imageWithoutSize, "the size of \"\(path)\" cannot be read", at: image.location,
                    help: "save it as PNG, JPEG, WebP or GIF, or give the SVG a `viewBox`")
            ]
        case .success:
            return [
                Diagnostic(
                    .missingMedia, "\"\(image.source)\" is not a picture of this site", at: image.location,
                    help: "put the picture into content/images/; pages never load anything from elsewhere")
            ]
        }
    }
}

extension Page {
    /// Its text, and the Markdown inside its components.
    var documents: [MarkdownDocument] { [body] + components.flatMap { $0.arguments.flatMap(\.documents) } }

    /// Where its components lead, beside the links of their Markdown.
    var componentLinks: [Located<String>] { components.flatMap { $0.arguments.flatMap(\.links) } }
}

extension Argument {
    fileprivate var documents: [MarkdownDocument] {
        switch self {
        case .markdown(let document): [document]
        case .list(let items): items.flatMap { $0.flatMap(\.documents) }
        default: []
        }
    }

    fileprivate var links: [Located<String>] {
        switch self {
        case .link(let link): [link]
        case .list(let items): items.flatMap { $0.flatMap(\.links) }
        default: []
        }
    }
}
