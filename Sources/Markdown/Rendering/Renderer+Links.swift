import Diagnostics

// Links and images.
extension Renderer {
    struct OpenLink {
        /// Where its text starts in `text`.
        let text: Int
        let place: InlinePlace
    }

    mutating func openLink(_ node: Node) {
        let index = document.links.count + links.count
        links.append(OpenLink(text: text.begin(), place: place))
        out.raw("<a href=\"")
        out.hole(.link(index))
        if !node.title.isEmpty {
            out.raw("\" title=\"")
            out.text(node.title)
        }
        out.raw("\">")
    }

    mutating func closeLink(_ node: Node) {
        out.raw("</a>")
        guard let open = links.popLast() else { return }
        let words = text.end(from: open.text)
        let location = locate(node, openedAt: open.place, text: words)
        let link = MarkdownDocument.Link(
            destination: String(decoding: node.destination, as: UTF8.self), title: title(of: node), text: words,
            location: location)
        document.links.append(link)
        check(link)
    }

    mutating func openImage(_ node: Node) {
        openImages += 1
        guard openImages == 1 else { return }
        imageText = text.begin()
        imagePlace = place
    }

    mutating func closeImage(_ node: Node) {
        openImages -= 1
        guard openImages == 0, let start = imageText else { return }
        let alt = text.end(from: start)
        let location = locate(node, openedAt: imagePlace, text: alt)
        out.hole(.image(document.images.count))
        let image = MarkdownDocument.Image(
            source: String(decoding: node.destination, as: UTF8.self), alt: alt, title: title(of: node),
            location: location)
        document.images.append(image)
        check(image)
    }

    private func title(of node: Node) -> String? {
        node.title.isEmpty ? nil : String(decoding: node.title, as: UTF8.self)
    }
}

// What is refused.
extension Renderer {
    private mutating func check(_ link: MarkdownDocument.Link) {
        if link.text.allSatisfy(\.isWhitespace) {
            report(
                .emptyElement, "the link to \"\(link.destination)\" has no text", at: link.location,
                help: "write between the square brackets what the reader finds there")
        }
        if link.destination.isEmpty {
            report(
                .emptyElement, "the link \"\(link.text)\" leads nowhere", at: link.location,
                help: "write the address between the round brackets")
        }
        check(Destination(link.destination), of: "link", allowing: Destination.linkSchemes, at: link.location)
    }

    private mutating func check(_ image: MarkdownDocument.Image) {
        if image.source.isEmpty {
            report(
                .emptyElement, "the image \"\(image.alt)\" names no file", at: image.location,
                help: "write the file's path between the round brackets")
        }
        if image.alt.allSatisfy(\.isWhitespace) {
            report(
                .missingAlternative, "the image \"\(image.source)\" has no text alternative", at: image.location,
                help: "say between the square brackets what the picture shows; leave a mere ornament to the theme")
        }
        check(Destination(image.source), of: "image", allowing: Destination.imageSchemes, at: image.location)
    }

    private mutating func check(
        _ destination: Destination, of kind: String, allowing schemes: [String], at location: Location
    ) {
        switch destination.fault(allowing: schemes) {
        case nil: return
        case .controlCharacter:
            report(
                .unsafeDestination, "the \(kind)'s address holds a line end, a tab or another control character",
                at: location, help: "remove it: browsers read such addresses in surprising ways")
        case .scheme(let scheme):
            report(
                .unsafeDestination, "the \(kind) may not start with \"\(scheme):\"", at: location,
                label: "expected one of: \(schemes.map { $0 + ":" }.joined(separator: ", ")), or a path",
                help: Spelling.nearest(scheme, in: schemes).map { "did you mean \"\($0):\"?" })
        }
    }
}

// Where links stand. The line is counted; the column is found by looking for the destination on it.
extension Renderer {
    private mutating func locate(_ node: Node, openedAt open: InlinePlace, text: String) -> Location {
        if let found = findDestination(node.destination, from: open) {
            let line = max(place.line, found.line)
            place.line = line
            if line == found.line { place.cursor = found.range.upperBound }
            if !node.title.isEmpty || line == found.line { skipTail(after: found.range.upperBound, onLine: found.line) }
            return source.location(of: found.range, onLine: found.line)
        }
        var words = text.prefix { $0 != " " }
        let range = words.withUTF8 { source.first($0, in: window(open.cursor..<source.line(open.line).upperBound)) }
            .map { $0..<$0 + text.utf8.count }
        let found = range ?? source.trimmedLine(open.line)
        if range != nil, open.line == place.line {
            place.cursor = min(found.upperBound, source.line(open.line).upperBound)
        }
        return source.location(of: found, onLine: open.line)
    }

    /// Looks from the link's start to where its text ends, and one line further if the line breaks after `](`.
    private func findDestination(_ destination: Node.Text, from open: InlinePlace) -> (line: Int, range: Range<Int>)? {
        guard !destination.isEmpty else { return nil }
        for line in open.line...max(open.line, place.line) {
            let whole = source.line(line)
            let start = line == open.line ? max(open.cursor, whole.lowerBound) : whole.lowerBound
            guard start <= whole.upperBound else { continue }
            if let found = firstDestination(destination, in: window(start..<whole.upperBound)) { return (line, found) }
        }
        let line = source.trimmedLine(place.line)
        guard line.count >= 2, source.bytes[line.upperBound - 2] == UInt8(ascii: "]"),
            source.bytes[line.upperBound - 1] == UInt8(ascii: "(")
        else { return nil }
        let next = source.line(place.line + 1)
        return source.first(destination, in: window(next)).map { (place.line + 1, $0..<$0 + destination.count) }
    }

    /// The first place where the destination follows `(` or `<`, as that of a link does.
    private func firstDestination(_ destination: Node.Text, in range: Range<Int>) -> Range<Int>? {
        var start = range.lowerBound
        while start < range.upperBound, let found = source.first(destination, in: start..<range.upperBound) {
            let before = source.bytes[range.lowerBound..<found].last { !$0.isBlank }
            if before == UInt8(ascii: "(") || before == UInt8(ascii: "<") { return found..<found + destination.count }
            start = found + 1
        }
        return nil
    }

    /// Counts the line ends between a destination and the bracket that closes its link: around and inside a title.
    private mutating func skipTail(after end: Int, onLine line: Int) {
        var closing = UInt8(ascii: ")")
        for i in window(end..<source.bytes.count) {
            let byte = source.bytes[i]
            if byte == .lineFeed {
                nextLine()
            } else if byte == closing {
                if closing == UInt8(ascii: ")") { return }
                closing = UInt8(ascii: ")")
            } else if closing == UInt8(ascii: ")") {
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "'"): closing = byte
                case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"), .carriageReturn: continue
                default: return
                }
            }
        }
    }

    private func window(_ range: Range<Int>) -> Range<Int> {
        range.lowerBound..<min(range.upperBound, range.lowerBound + Renderer.searchWindow)
    }
}
