import CivilTime
public import Markdown
public import Schemas
public import Templates

extension Component {
    /// What the site fills in while a component is drawn.
    public struct Surroundings: Sendable {
        /// The words of the interface.
        public let strings: Value
        /// See `id` in ``Component``'s shape.
        public let id: String
        /// The things behind a host parameter: its type, the ids that were written, and all arguments of the block.
        public let things: @Sendable (HostType, [String], [Argument]) -> Value
        public let html: @Sendable (MarkdownDocument) -> [UInt8]
        /// The address that a page writes to get to a destination.
        public let url: @Sendable (Located<String>) -> String

        public init(
            strings: Value, id: String, things: @escaping @Sendable (HostType, [String], [Argument]) -> Value,
            html: @escaping @Sendable (MarkdownDocument) -> [UInt8],
            url: @escaping @Sendable (Located<String>) -> String
        ) {
            self.strings = strings
            self.id = id
            self.things = things
            self.html = html
            self.url = url
        }
    }

    /// Appends the finished HTML of one use of the component.
    public func render(_ arguments: [Argument], _ surroundings: Surroundings, into out: inout [UInt8]) {
        let filler = Filler(surroundings: surroundings, block: arguments)
        let values = filler.values(parameters, arguments) + [surroundings.strings, .text(surroundings.id)]
        template.render(.object(values), into: &out)
    }
}

/// Turns what an author wrote into what a template sees.
private struct Filler {
    let surroundings: Component.Surroundings
    let block: [Argument]

    func values(_ parameters: [Parameter], _ arguments: [Argument]) -> [Value] {
        zip(parameters, arguments).map { value($0.type, $1) }
    }

    private func value(_ type: Parameter.Kind, _ argument: Argument) -> Value {
        switch (type, argument) {
        case (.host(let type), .host(let ids)): surroundings.things(type, ids, block)
        case (.host(let type), .absent) where type.reader == nil: surroundings.things(type, [], block)
        case (_, .absent): .absent
        case (_, .text(let text)): .text(text)
        case (_, .markdown(let document)): .html(surroundings.html(document))
        case (_, .number(let number)): .text(number.grouped)
        case (_, .flag(let flag)): .flag(flag)
        case (_, .date(let date)): .text(date.description)
        case (_, .link(let destination)): .text(surroundings.url(destination))
        case (_, .texts(let texts)): .list(texts.map(Value.text))
        case (.choice(let words), .choice(let chosen)): .object(words.map { .flag($0 == chosen) })
        case (.list(let fields), .list(let items)): .list(rows(fields, items))
        default: preconditionFailure("an argument that its own parameter's reader cannot have made")
        }
    }

    private func rows(_ fields: [Parameter], _ items: [[Argument]]) -> [Value] {
        guard let bar = Parameter.Kind.barIndex(fields) else { return items.map { .object(values(fields, $0)) } }
        let numbers = items.map { item in if case .number(let number) = item[bar] { number } else { 0.0 } }
        let largest = numbers.max() ?? 0
        return zip(items, numbers).map { item, number in
            let share = largest > 0 ? (number / largest * 1000).rounded() / 10 : 0
            return .object(values(fields, item) + [.text(share.plain)])
        }
    }
}

extension Double {
    /// `9,042` for 9042.0, with commas between thousands as readers of English and Welsh expect them.
    var grouped: String {
        let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
        let whole = parts[0].reversed().enumerated().map { index, digit in
            index > 0 && index % 3 == 0 ? ",\(digit)" : "\(digit)"
        }
        return ([String(whole.joined().reversed())] + parts.dropFirst().map(String.init)).joined(separator: ".")
    }

    /// `3` for 3.0, `3.5` for 3.5.
    var plain: String {
        Int(exactly: self).map(String.init) ?? description
    }
}
