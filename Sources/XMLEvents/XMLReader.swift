import CExpat

/// What stands in an XML document, in order.
public enum XMLEvent: Sendable, Hashable {
    /// The names of elements and attributes are without the prefix of their namespace: the formats read here use each
    /// name once, and programs choose prefixes as they like.
    case start(String, [String: String])
    case end(String)
    /// A piece of text; one text may come in several.
    case text(String)
}

/// Why a document cannot be read.
public enum XMLFault: Error, Sendable, Hashable {
    /// On this line, from 1.
    case malformed(line: Int)
    /// Documents from other people have no reason to define entities, and entities are how they attack ("billion
    /// laughs", external files).
    case hasDoctype
    case tooDeep
}

/// Reads XML by Expat. Nothing is fetched, and no entities but the five of XML itself are known.
public enum XMLReader {
    /// Nesting beyond this is refused.
    public static let maximumDepth = 64

    public static func read(_ bytes: [UInt8], _ receive: (XMLEvent) -> Void) throws(XMLFault) {
        let fault = withoutActuallyEscaping(receive) { receive -> XMLFault? in
            guard let session = Session(receive) else { return .malformed(line: 1) }
            return session.read(bytes)
        }
        if let fault { throw fault }
    }
}

/// One document. Expat calls back with a pointer to this object.
private final class Session {
    private let parser: XML_Parser
    private let receive: (XMLEvent) -> Void
    private var depth = 0
    private var fault: XMLFault?

    init?(_ receive: @escaping (XMLEvent) -> Void) {
        guard let parser = XML_ParserCreate(nil) else { return nil }
        self.parser = parser
        self.receive = receive
    }

    deinit { XML_ParserFree(parser) }

    func read(_ bytes: [UInt8]) -> XMLFault? {
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser, { Session.from($0)?.start($1, $2) }, { context, name in Session.from(context)?.end(name) })
        XML_SetCharacterDataHandler(parser) { context, text, count in Session.from(context)?.text(text, Int(count)) }
        XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in Session.from(context)?.stop(.hasDoctype) }
        let status = bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { XML_Parse(parser, $0.baseAddress, Int32(clamping: $0.count), 1) }
        }
        if let fault { return fault }
        guard status == XML_STATUS_OK else { return .malformed(line: Int(XML_GetCurrentLineNumber(parser))) }
        return nil
    }

    private static func from(_ context: UnsafeMutableRawPointer?) -> Session? {
        context.map { Unmanaged<Session>.fromOpaque($0).takeUnretainedValue() }
    }

    private func stop(_ reason: XMLFault) {
        fault = fault ?? reason
        XML_StopParser(parser, 0)
    }

    private func start(_ name: UnsafePointer<CChar>?, _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        depth += 1
        guard depth <= XMLReader.maximumDepth else { return stop(.tooDeep) }
        var attributes: [String: String] = [:]
        var index = 0
        while let list, let key = list[index], let value = list[index + 1] {
            attributes[Self.local(key)] = String(cString: value)
            index += 2
        }
        receive(.start(name.map(Self.local) ?? "", attributes))
    }

    private func end(_ name: UnsafePointer<CChar>?) {
        depth -= 1
        receive(.end(name.map(Self.local) ?? ""))
    }

    private func text(_ text: UnsafePointer<CChar>?, _ count: Int) {
        guard let text else { return }
        let bytes = UnsafeRawBufferPointer(start: text, count: count)
        receive(.text(String(decoding: bytes, as: UTF8.self)))
    }

    private static func local(_ name: UnsafePointer<CChar>) -> String {
        let name = String(cString: name)
        guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
        return String(name[name.utf8.index(after: colon)...])
    }
}
