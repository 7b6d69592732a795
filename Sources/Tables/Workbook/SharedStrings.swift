import XMLEvents

/// The texts that cells share (ECMA-376 part 1, 18.4).
struct SharedStrings {
    private(set) var texts: [String] = []

    init(_ part: [UInt8]?) throws(TableFault) {
        guard let part else { return }
        var collector = TextCollector()
        try part.readXML { event in
            if let text = collector.take(event, in: "si") { texts.append(text) }
        }
    }
}

/// Puts together the text of an element out of its runs. How to say it (`rPh`) is no part of what it says.
struct TextCollector {
    private var text = ""
    private var isInText = false
    private var phonetic = 0

    /// The whole text, once the element that holds it has ended.
    mutating func take(_ event: XMLEvent, in element: String) -> String? {
        switch event {
        case .start(element, _): text = ""
        case .start("rPh", _): phonetic += 1
        case .end("rPh"): phonetic -= 1
        case .start("t", _): isInText = phonetic == 0
        case .end("t"): isInText = false
        case .text(let piece): if isInText { text += piece }
        case .end(element): return text
        default: break
        }
        return nil
    }
}
