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
        return optional(name, reader, doc, otherwise: type.argument(spelled: fallback), spelled: fallback)
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
        case .choice(let words): Reader.oneOf(words, noun: "choice").map(Argument.choice)
        case .list(let parameters): Reader.nonEmptyList(of: .item(parameters)).map(Argument.list)
        case .host(let type): type.reader?.map(Argument.host)
        }
    }

    /// A fallback that ``ComponentReader`` has found to be one of the simple types.
    func argument(spelled text: String) -> Argument {
        switch self {
        case .flag: .flag(text == "true")
        case .choice: .choice(text)
        case .number: Double(text).map(Argument.number) ?? .absent
        default: .text(text)
        }
    }
}

extension Reader where Value == Argument {
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
        .object("item", "One item of the list.", Schemas.fields(parameters.compactMap(\.fields)))
    }
}
