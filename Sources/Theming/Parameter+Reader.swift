import Diagnostics
import Markdown
import Schemas
import YAMLData

extension Parameter {
    /// The key that an author writes; `nil` where nobody writes it.
    var fields: Fields<Argument>? {
        guard let reader = type.reader else { return nil }
        if isRequired { return required(name, reader, doc) }
        guard let fallback else { return optional(name, reader, doc).map { $0 ?? .absent } }
        return optional(name, reader, doc, otherwise: type.argument(spelled: fallback) ?? .absent, spelled: fallback)
    }
}

extension Parameter.Kind {
    var reader: Reader<Argument>? {
        switch self {
        case .text: Reader.text.map(Argument.text)
        case .markdown: .markdown
        case .number: Reader.number.map(Argument.number)
        case .flag: Reader.flag.map(Argument.flag)
        case .date: Reader.date.map(Argument.date)
        case .texts: Reader.nonEmptyList(of: .text).map(Argument.texts)
        case .link: .link
        case .choice(let words): Reader.oneOf(words, noun: "choice").map(Argument.choice)
        case .list(let parameters): Reader.nonEmptyList(of: .item(parameters)).map(Argument.list)
        case .host(let type): type.reader?.map(Argument.host)
        }
    }

    /// A default as the author would write it; `nil` where it does not fit, and for the types that can have none.
    func argument(spelled text: String) -> Argument? {
        switch self {
        case .text, .number, .flag, .date, .choice:
            var trial = Reading()
            let node = YAMLNode(.scalar(text, .quoted), at: Location(path: "", start: .start))
            return reader?.value(of: node, &trial)
        case .markdown, .texts, .link, .list, .host: return nil
        }
    }
}

extension Reader where Value == Argument {
    /// A web address, or a path from the file that it stands in. Other schemes (`javascript:`, `data:`) run or hold
    /// things where a reader expects a link, so there are none.
    fileprivate static var link: Reader<Argument> {
        Reader(.text(longest: nil)) { node, reading in
            guard let text = Reader<String>.text.value(of: node, &reading) else { return nil }
            let start = text.utf8.prefix { !"/?#".utf8.contains($0) }
            if start.contains(UInt8(ascii: ":")), Reader<String>.webAddress.value(of: node, &reading) == nil {
                return nil
            }
            return .link(Located(text, at: node.location))
        }
    }

    /// Markdown inside the block's YAML. Its faults are found on the lines of the page.
    fileprivate static var markdown: Reader<Argument> {
        Reader(.markdown) { node, reading in
            guard let text = Reader<String>.prose.value(of: node, &reading) else { return nil }
            let start = node.location.start.line
            let firstLine = if case .scalar(_, .block) = node.value { start + 1 } else { start }
            let (document, faults) = MarkdownParser().parse(
                Array(text.utf8)[...], path: node.location.path, firstLine: firstLine,
                options: .init(topHeadingLevel: 3))
            reading.diagnostics += faults
            return faults.hasErrors ? nil : .markdown(document)
        }
    }
}

extension Reader where Value == [Argument] {
    /// One item of a list parameter.
    fileprivate static func item(_ parameters: [Parameter]) -> Reader<[Argument]> {
        .object(
            "item", "One item of the list.",
            Schemas.fields(parameters.compactMap(\.fields)).map { parameters.arguments(written: $0) })
    }
}

extension [Parameter] {
    /// Puts ``Argument/absent`` where a parameter is one that nobody writes.
    func arguments(written: [Argument]) -> [Argument] {
        var rest = written[...]
        return map { $0.fields == nil ? .absent : (rest.popFirst() ?? .absent) }
    }
}
