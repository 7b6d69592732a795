import Diagnostics

// Raw HTML: refused, or held against the allow-list piece by piece.
extension Renderer {
    /// An element that raw HTML has opened.
    struct RawTag {
        let name: String
        /// How many nodes were open around it; it must be closed at the same depth.
        let depth: Int
        let location: Location
    }

    mutating func writeInlineHTML(_ node: Node) {
        write(rawHTML: Array(node.literal), startingOn: place.line, isBlock: false)
        nextLine(by: node.endLine - node.startLine)
    }

    mutating func writeHTMLBlock(_ node: Node) {
        out.freshLine()
        write(rawHTML: Array(node.literal), startingOn: node.startLine, isBlock: true)
        out.freshLine()
    }

    private mutating func write(rawHTML bytes: [UInt8], startingOn first: Int, isBlock: Bool) {
        var (line, counted) = (first, 0)
        for (token, offset) in HTMLTokens(bytes) {
            line += bytes[counted..<offset].count { $0 == .lineFeed }
            counted = offset
            switch (token, options.rawHTML) {
            case (.comment, _): continue
            case (.openComment, _):
                report(
                    .rawHTML, "the comment that starts here is never closed", at: location(of: "<!--", onLine: line),
                    help: "end it with -->; until then it hides everything that follows")
            case (.tag(let tag), .filtered):
                write(tag, onLine: line, isBlock: isBlock)
            case (.text(let text), .filtered):
                writeRaw(text: text)
            case (.text(let text), .off) where text.allSatisfy({ $0.isBlank || $0 == .lineFeed }): continue
            case (.text, .off), (.tag, .off), (.other, _):
                return refuseHTML(excerpt(of: bytes, from: offset), onLine: line)
            }
        }
    }

    /// Inside a paragraph a comment with `--` in it, or without an end, is no comment in CommonMark 0.29: it would be
    /// published as text.
    mutating func checkForBrokenComment(in literal: Node.Text) {
        guard let mark = literal.firstIndex(of: UInt8(ascii: "<")),
            literal[mark...].dropFirst().contains(UInt8(ascii: "!")),
            let range = findUnescaped("<!--")
        else { return }
        place.cursor = range.upperBound
        report(
            .rawHTML, "the comment that starts here would be shown to readers",
            at: source.location(of: range, onLine: place.line),
            help: "end it with -->, and write no two hyphens inside it")
    }

    /// One message for a block of HTML is enough: the rest of it falls with its first tag.
    private mutating func refuseHTML(_ excerpt: String, onLine line: Int) {
        report(
            .rawHTML, "HTML is not allowed here: \(excerpt)", at: location(of: excerpt, onLine: line),
            help: "write it as Markdown, or with a component of the theme; put a backslash before < to show it")
    }

    /// The tag or words at `offset`, cut where they get long.
    private func excerpt(of bytes: [UInt8], from offset: Int) -> String {
        let rest = bytes[offset...].drop(while: \.isBlank).prefix { $0 != .lineFeed && $0 != .carriageReturn }
        let end = rest.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? rest.endIndex
        let text = String(decoding: rest[..<end], as: UTF8.self)
        return text.count > 60 ? text.prefix(60) + "…" : text
    }

    private mutating func location(of excerpt: String, onLine line: Int) -> Location {
        let range = source.line(line)
        let from = line == place.line && range.contains(place.cursor) ? place.cursor : range.lowerBound
        var needle = excerpt.last == "…" ? String(excerpt.dropLast()) : excerpt
        let found = needle.withUTF8 { source.first($0, in: from..<min(range.upperBound, from + Renderer.searchWindow)) }
        guard let found else { return source.location(ofLine: line) }
        return source.location(of: found..<found + needle.utf8.count, onLine: line)
    }
}

// The allow-list.
extension Renderer {
    private mutating func write(_ tag: HTMLTag, onLine line: Int, isBlock: Bool) {
        let location = location(of: "<\(tag.isClosing ? "/" : "")\(tag.name)", onLine: line)
        guard let element = HTMLAllowList.byName[tag.name], isBlock || element.kind != .block else {
            return report(
                .rawHTML, "the HTML element <\(tag.name)> is not allowed here", at: location,
                help: "write it as Markdown, or with a component of the theme")
        }
        if tag.isClosing {
            guard element.kind != .void else { return }
            return close(tag.name, at: location)
        }
        open(tag, element, at: location)
    }

    private mutating func open(_ tag: HTMLTag, _ element: HTMLAllowList.Element, at location: Location) {
        out.raw("<\(tag.name)")
        var seen: Set<String> = []
        for attribute in tag.attributes {
            guard
                HTMLAllowList.globalAttributes.contains(attribute.name) || element.attributes.contains(attribute.name),
                seen.insert(attribute.name).inserted
            else {
                report(
                    .rawHTML, "the attribute \"\(attribute.name)\" is not allowed on <\(tag.name)>", at: location,
                    help: "remove it")
                continue
            }
            out.raw(" \(attribute.name)")
            guard let value = attribute.value else { continue }
            out.raw("=\"")
            writeRaw(text: Array(value.utf8)[...])
            out.raw("\"")
        }
        out.raw(">")
        if element.kind != .void { rawTags.append(RawTag(name: tag.name, depth: depth, location: location)) }
    }

    private mutating func close(_ name: String, at location: Location) {
        guard let open = rawTags.last, open.depth == depth, open.name == name else {
            return report(
                .rawHTML, "</\(name)> closes nothing that is open here", at: location,
                help: "close elements in the reverse order of their opening, in the paragraph where they opened")
        }
        rawTags.removeLast()
        out.raw("</\(name)>")
    }

    /// Closes what raw HTML left open inside the node that ends at `depth`, so that our own markup stays whole.
    mutating func closeRawTags(downTo depth: Int) {
        while let open = rawTags.last, open.depth >= depth {
            rawTags.removeLast()
            out.raw("</\(open.name)>")
            report(
                .rawHTML, "<\(open.name)> is opened here and not closed in the same block", at: open.location,
                help: "add </\(open.name)>")
        }
    }

    /// Text of raw HTML may hold character references, so its ampersands stay.
    private mutating func writeRaw(text: ArraySlice<UInt8>) {
        for part in text.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).enumerated() {
            if part.offset > 0 { out.raw("&") }
            part.element.withUnsafeBufferPointer { out.text($0) }
        }
    }
}
