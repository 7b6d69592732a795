import Diagnostics

/// Every diagnostic of this module, worded in one place.
enum Fault {
    static func unclosedTag(_ shown: String, ending: String, at place: Location) -> Diagnostic {
        Diagnostic(
            .templateTag, "the tag \"\(shown)\" is never closed", at: place, label: "no \(ending) follows",
            help: "close it with \(ending)")
    }

    static func emptyTag(_ tag: String, at place: Location) -> Diagnostic {
        Diagnostic(.templateTag, "the tag \(tag) names nothing", at: place, help: "write a name in it, or remove it")
    }

    static func badName(_ name: String, at place: Location) -> Diagnostic {
        Diagnostic(
            .templateTag, "\"\(name)\" is not a name, because it has a space in it", at: place,
            help: "a tag holds one name; there are no filters or parameters")
    }

    static func badDelimiters(_ tag: String, at place: Location) -> Diagnostic {
        Diagnostic(
            .templateTag, "\(tag) does not set two delimiters", at: place,
            help: "write two marks with a space between them, such as {{=<% %>=}}")
    }

    static func unclosedSection(_ tag: Tag) -> Diagnostic {
        Diagnostic(
            .templateSection, "\(tag.kind.word) \"\(tag.name.text)\" is never closed", at: tag.location,
            help: "add {{/\(tag.name.text)}} where it ends")
    }

    static func strayClose(_ tag: Tag, open: Tag?) -> Diagnostic {
        let notes = open.map { [Diagnostic.Note("\"\($0.name.text)\" was opened here", at: $0.location)] } ?? []
        return Diagnostic(
            .templateSection, "{{/\(tag.name.text)}} closes nothing that is open", at: tag.location,
            label: open.map { "\($0.kind.word) \"\($0.name.text)\" is open" }, notes: notes,
            help: open.map { "did you mean {{/\($0.name.text)}}?" }
                ?? "remove it, or open \"\(tag.name.text)\" before it")
    }

    static func tooDeep(_ tag: Tag, limit: Int) -> Diagnostic {
        Diagnostic(
            .templateSection, "sections are nested more than \(limit) deep", at: tag.location,
            help: "move inner parts to templates of their own")
    }

    static func unknownName(_ part: String, of name: Name, owner: String?, known: [String]) -> Diagnostic {
        let whole = name.parts.count > 1 ? " in \"\(name.text)\"" : ""
        return Diagnostic(
            .templateName, "unknown name \"\(part)\"\(whole)", at: name.location,
            label: list(known, after: owner.map { "\"\($0)\" has" } ?? "names here"),
            help: didYouMean(part, known))
    }

    static func outsideList(_ name: Name) -> Diagnostic {
        Diagnostic(
            .templateName, "\"\(name.text)\" is known only inside the section of a list", at: name.location,
            help: "write it between {{#list}} and {{/list}}")
    }

    static func notAnObject(_ part: String, type: String, of name: Name) -> Diagnostic {
        Diagnostic(
            .templateName, "\"\(part)\" in \"\(name.text)\" is \(type), so it has no names of its own",
            at: name.location,
            help: type == "a list" ? "write {{#\(part)}}…{{/\(part)}} and the name inside it" : nil)
    }

    static func notATest(_ name: Name) -> Diagnostic {
        Diagnostic(
            .templateName, "\"\(name.text)\" is never absent, so it makes no section", at: name.location,
            help: "test {{#-first}} or {{#-last}}")
    }

    static func missingTemplate(_ name: String, known: [String], at place: Location?) -> Diagnostic {
        Diagnostic(
            .templatePartial, "the theme has no template \"\(name)\"", at: place,
            label: list(known, after: "templates"),
            help: didYouMean(name, known))
    }

    static func unknownTemplate(_ name: Name, known: [String]) -> Diagnostic {
        Diagnostic(
            .templatePartial, "unknown template \"\(name.text)\"", at: name.location,
            label: list(known, after: "templates"), help: didYouMean(name.text, known))
    }

    static func unknownBlock(_ name: Name, parent: String, known: [String]) -> Diagnostic {
        Diagnostic(
            .templateBlock, "\"\(parent)\" has no block \"\(name.text)\" to fill", at: name.location,
            label: list(known, after: "its blocks"), help: didYouMean(name.text, known))
    }

    static func endless(_ name: Name) -> Diagnostic {
        Diagnostic(
            .templateRecursion, "\"\(name.text)\" includes itself without end", at: name.location,
            help: "include it only inside the section of a list that gets smaller each time, such as {{#children}}")
    }

    static func notPrintable(_ name: Name, type: String) -> Diagnostic {
        let text = name.text
        let help = "use it as a section: {{#\(text)}}…{{/\(text)}}"
        return Diagnostic(
            .templatePrint, "\"\(text)\" is \(type), which cannot be printed", at: name.location,
            help: text == "." ? "print one of its names" : help)
    }

    static func rawText(_ name: Name) -> Diagnostic {
        Diagnostic(
            .templateRaw, "text is never inserted unescaped, and \"\(name.text)\" is text", at: name.location,
            help: "write {{\(name.text)}}")
    }

    static func unsafePlace(_ name: Name, _ danger: HTMLState.Danger) -> Diagnostic {
        let text = name.text
        let (place, help) =
            switch danger {
            case .rawElement(let element):
                (
                    "inside <\(element)>, where escaping does not protect",
                    "put it in a data- attribute of an element, and let the \(element) read it from there"
                )
            case .codeAttribute(let attribute):
                (
                    "in the attribute \"\(attribute)\", which browsers run as code",
                    "put it in a data- attribute, and let a script read it from there"
                )
            case .unquotedValue:
                ("in an attribute value without quotation marks", "put the value in quotation marks: \"{{\(text)}}\"")
            case .insideTag: ("inside a tag, outside an attribute value", "print it in a quoted attribute value")
            }
        return Diagnostic(.templatePlace, "text \"\(text)\" stands \(place)", at: name.location, help: help)
    }

    static func unevenHTML(_ subject: String, from start: HTMLState, to end: HTMLState, at place: Location?)
        -> Diagnostic
    {
        Diagnostic(
            .templateHTML, "\(subject) begins \(start.words) and ends \(end.words)", at: place,
            help: "let it hold whole tags and whole attribute values")
    }

    private static func list(_ names: [String], after words: String) -> String {
        if names.isEmpty { return "\(words): none" }
        let shown = names.prefix(6).joined(separator: ", ")
        return "\(words): \(shown)\(names.count > 6 ? ", …" : "")"
    }

    private static func didYouMean(_ word: String, _ known: [String]) -> String? {
        Spelling.suggestion(for: word, in: known)
    }
}

extension Tag.Kind {
    var word: String {
        switch self {
        case .parent: "parent"
        case .block: "block"
        default: "section"
        }
    }
}
