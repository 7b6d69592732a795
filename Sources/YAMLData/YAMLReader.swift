import CLibYAML
public import Diagnostics

/// Reads YAML 1.1 text with libyaml's event stream, keeping the place of every value.
///
/// Events rather than a ready-made tree, because they carry a mark for each node, can be stopped at a depth, and cost
/// an eighth of a decoder. What data files have no use for is refused by name: several documents, aliases (and with
/// them alias bombs) and the anchors they point at, tags, and a key that stands twice. An anchor or a tag in what was
/// meant as text, such as `&c` or `!important`, would silently take a word away from it.
public enum YAMLReader {
    /// Nesting beyond this is refused. Data of a board is five deep; libyaml itself has no cap, and 200,000 opening
    /// brackets keep it busy for minutes.
    public static let maximumDepth = 64

    /// Reads one document.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8 text.
    ///   - path: The file's path for locations.
    ///   - firstLine: The line of the file on which `bytes` start; front matter starts on line 2.
    /// - Returns: The document's value, or `nil` with at least one diagnostic. An empty document is an empty mapping.
    public static func read(
        _ bytes: some Collection<UInt8>, path: String, firstLine: Int = 1
    ) -> (node: YAMLNode?, diagnostics: [Diagnostic]) {
        var events = EventReader(path: path, firstLine: firstLine)
        let node = Array(bytes).withUnsafeBufferPointer { events.readDocument($0) }
        return (events.diagnostics.hasErrors ? nil : node, events.diagnostics)
    }
}

/// One pass over one text. The parser is a C value, so it never leaves ``readDocument(_:)``.
private struct EventReader {
    let path: String
    let firstLine: Int
    var diagnostics: [Diagnostic] = []
    private var parser = yaml_parser_t()
    private var lines = LineIndex(UnsafeBufferPointer(start: nil, count: 0))

    init(path: String, firstLine: Int) {
        self.path = path
        self.firstLine = firstLine
    }

    /// Faults end the reading at once: after a syntax fault libyaml's further complaints are noise.
    private struct Stop: Error {}

    mutating func readDocument(_ bytes: UnsafeBufferPointer<UInt8>) -> YAMLNode? {
        lines = LineIndex(bytes)
        yaml_parser_initialize(&parser)
        defer { yaml_parser_delete(&parser) }
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
        return try? documents()
    }

    private mutating func documents() throws(Stop) -> YAMLNode {
        var document: YAMLNode?
        while true {
            var event = try next()
            defer { yaml_event_delete(&event) }
            switch event.type {
            case YAML_STREAM_END_EVENT:
                return document ?? YAMLNode(.mapping([]), at: Location(path: path, start: position(0, 0)))
            case YAML_DOCUMENT_START_EVENT where document != nil:
                try fail(.secondDocument, "a second YAML document starts here", at: event.start_mark)
            case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT, YAML_DOCUMENT_END_EVENT: break
            default: document = try node(event, depth: 1)
            }
        }
    }

    private mutating func node(_ event: yaml_event_t, depth: Int) throws(Stop) -> YAMLNode {
        guard depth <= YAMLReader.maximumDepth else {
            try fail(
                .tooDeep, "this is nested more than \(YAMLReader.maximumDepth) levels deep", at: event.start_mark)
        }
        try refuseProperties(of: event)
        switch event.type {
        case YAML_SCALAR_EVENT: return scalar(event)
        case YAML_SEQUENCE_START_EVENT: return try sequence(event, depth: depth)
        case YAML_MAPPING_START_EVENT: return try mapping(event, depth: depth)
        default:
            try fail(
                .aliasRefused, "an alias (`*name`) is not allowed here", at: event.start_mark,
                help: "write the value out again")
        }
    }

    private mutating func refuseProperties(of event: yaml_event_t) throws(Stop) {
        let (anchor, tag) =
            switch event.type {
            case YAML_SCALAR_EVENT: (event.data.scalar.anchor, event.data.scalar.tag)
            case YAML_SEQUENCE_START_EVENT: (event.data.sequence_start.anchor, event.data.sequence_start.tag)
            case YAML_MAPPING_START_EVENT: (event.data.mapping_start.anchor, event.data.mapping_start.tag)
            default: (nil, nil)
            }
        let help = "put text that starts with `&` or `!` in quotation marks"
        if anchor != nil {
            try fail(.aliasRefused, "an anchor (`&name`) is not allowed here", at: event.start_mark, help: help)
        }
        if tag != nil {
            try fail(.tagRefused, "a tag (`!name`) is not allowed here", at: event.start_mark, help: help)
        }
    }

    private func scalar(_ event: yaml_event_t) -> YAMLNode {
        let scalar = event.data.scalar
        let text = String(
            decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
        let style: YAMLNode.ScalarStyle =
            switch scalar.style {
            case YAML_PLAIN_SCALAR_STYLE: .plain
            case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
            default: .quoted
            }
        return YAMLNode(.scalar(text, style), at: location(event))
    }

    private mutating func sequence(_ start: yaml_event_t, depth: Int) throws(Stop) -> YAMLNode {
        var items: [YAMLNode] = []
        while true {
            var event = try next()
            defer { yaml_event_delete(&event) }
            if event.type == YAML_SEQUENCE_END_EVENT { return YAMLNode(.sequence(items), at: location(start)) }
            items.append(try node(event, depth: depth + 1))
        }
    }

    private mutating func mapping(_ start: yaml_event_t, depth: Int) throws(Stop) -> YAMLNode {
        var entries: [YAMLNode.Entry] = []
        var places: [String: Location] = [:]
        while true {
            var keyEvent = try next()
            defer { yaml_event_delete(&keyEvent) }
            if keyEvent.type == YAML_MAPPING_END_EVENT { return YAMLNode(.mapping(entries), at: location(start)) }
            let keyNode = try node(keyEvent, depth: depth + 1)
            guard case .scalar(let key, _) = keyNode.value else {
                try fail(.keyNotText, "a key must be a word, not \(keyNode.kindName)", at: keyEvent.start_mark)
            }
            var valueEvent = try next()
            defer { yaml_event_delete(&valueEvent) }
            let value = try node(valueEvent, depth: depth + 1)
            if let first = places.updateValue(keyNode.location, forKey: key) {
                diagnostics.append(
                    Diagnostic(
                        .duplicateKey, "the key \"\(key)\" stands here a second time", at: keyNode.location,
                        notes: [.init("it was first given here", at: first)],
                        help: "keep one of the two"))
            } else {
                entries.append(.init(key: key, keyLocation: keyNode.location, value: value))
            }
        }
    }

    private mutating func next() throws(Stop) -> yaml_event_t {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) != 0 else { throw syntaxFault() }
        return event
    }
}

extension EventReader {
    private mutating func syntaxFault() -> Stop {
        let problem = parser.problem.map { String(cString: $0) } ?? "this cannot be read as YAML"
        // The reader's own faults (bad bytes) have no mark, only an offset.
        let place =
            parser.error == YAML_READER_ERROR
            ? lines.position(atByte: parser.problem_offset) : (parser.problem_mark.line, parser.problem_mark.column)
        let notes =
            parser.context.map {
                [
                    Diagnostic.Note(
                        String(cString: $0),
                        at: Location(path: path, start: position(parser.context_mark.line, parser.context_mark.column)))
                ]
            } ?? []
        diagnostics.append(
            Diagnostic(
                .yamlSyntax, "YAML cannot be read here: \(problem)",
                at: Location(path: path, start: position(place.0, place.1)), notes: notes,
                help: "check the indentation, and put text that holds `: ` or ` #` in quotation marks"))
        return Stop()
    }

    private mutating func fail(
        _ code: DiagnosticCode, _ message: String, at mark: yaml_mark_t, help: String? = nil
    ) throws(Stop) -> Never {
        diagnostics.append(
            Diagnostic(
                code, message, at: Location(path: path, start: position(mark.line, mark.column)), help: help))
        throw Stop()
    }

    private func position(_ line: Int, _ column: Int) -> Position {
        Position(line: line + firstLine, column: column + 1)
    }

    /// The stretch a value covers on its first line; a block that runs on is marked at its start only.
    private func location(_ event: yaml_event_t) -> Location {
        let start = event.start_mark
        let end = event.end_mark
        let length = start.line == end.line ? end.column - start.column : 1
        return Location(path: path, start: position(start.line, start.column), length: length)
    }
}

/// Turns a byte offset into a line and column, both from 0.
private struct LineIndex {
    private let bytes: UnsafeBufferPointer<UInt8>

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    func position(atByte offset: Int) -> (Int, Int) {
        var line = 0
        var column = 0
        for byte in bytes.prefix(offset) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 0
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return (line, column)
    }
}
