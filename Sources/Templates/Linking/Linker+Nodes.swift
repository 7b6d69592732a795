import Diagnostics

extension Linker {
    /// With more a template is for another kind of page, or is none, and the rest of it is passed over: each unknown
    /// name is held against all that there are.
    private static let mostFaults = 200

    mutating func emit(_ nodes: [Node], in scope: Scope) {
        for node in nodes where faults.count < Self.mostFaults {
            switch node {
            case .text(let range, let startsLine): emitText(range, startsLine: startsLine, in: scope)
            case .variable(let name, let unescaped): emitVariable(name, unescaped: unescaped, in: scope)
            case .section(let section): emitSection(section, in: scope)
            case .inclusion(let inclusion): emitInclusion(inclusion, in: scope)
            case .block(let block): emitBlock(block, in: scope)
            }
        }
    }

    private mutating func emitText(_ range: Range<Int>, startsLine: Bool, in scope: Scope) {
        let bytes = library.sources[scope.source].source.bytes
        guard startsLine, scope.margin != .none, let indentation = bytes.indentation(of: range) else {
            return addLiteral(bytes[range])
        }
        var margin = scope.margin
        if skipsIndentation { margin.added = [] }
        skipsIndentation = false
        addLiteral(margin.applied(to: bytes[indentation]))
        addLiteral(bytes[indentation.upperBound..<range.upperBound])
    }

    private mutating func emitVariable(_ name: Name, unescaped: Bool, in scope: Scope) {
        switch resolve(name, in: scope) {
        case nil: break
        case .value(let place, .html): add(.html(place))
        case .value(let place, .text):
            if check(name, unescaped: unescaped, in: scope) { add(.text(place)) }
        case .index: if !unescaped { add(.index) } else { report(Fault.rawText(name), in: scope) }
        case .value(_, let type): report(Fault.notPrintable(name, type: type.word), in: scope)
        case .first, .last: report(Fault.notPrintable(name, type: "yes or no"), in: scope)
        }
        html.readValue()
    }

    private mutating func check(_ name: Name, unescaped: Bool, in scope: Scope) -> Bool {
        if unescaped { report(Fault.rawText(name), in: scope) }
        guard let danger = html.danger else { return !unescaped }
        report(Fault.unsafePlace(name, danger), in: scope)
        return false
    }

    private mutating func emitInclusion(_ inclusion: Inclusion, in scope: Scope) {
        guard let target = library.numbers[inclusion.name.text] else {
            return report(Fault.unknownTemplate(inclusion.name, known: library.names))
        }
        let fillable = inclusion.overrides.isEmpty ? [] : library.blockNames(of: target)
        for block in inclusion.overrides where !fillable.contains(block.name.text) {
            report(Fault.unknownBlock(block.name, parent: inclusion.name.text, known: fillable))
        }
        let bytes = library.sources[scope.source].source.bytes
        let environment = environments.adding(inclusion.overrides, from: scope.source, to: scope.environment)
        let added = inclusion.indentation.map { scope.margin.applied(to: bytes[$0]) } ?? []
        let key = Procedure.Key(
            source: target, context: scope.context.key, environment: environment, margin: Margin(added: added),
            html: html.settled)
        call(key, by: inclusion.name, from: scope.context)
    }

    /// Emits what must end where in the HTML it began, because the page may or may not hold it.
    mutating func emitEven(_ nodes: [Node], _ subject: String, at place: Location, in scope: Scope) {
        let start = html
        emit(nodes, in: scope)
        guard html.settled != start.settled else { return }
        if library.sources[scope.source].faults.isEmpty {
            report(Fault.unevenHTML(subject, from: start, to: html, at: place), in: scope)
        }
        html = start
    }
}

// MARK: Blocks

extension Linker {
    private mutating func emitBlock(_ block: Block, in scope: Scope) {
        let subject = "the block \"\(block.name.text)\""
        guard let (filling, override) = environments.filling(of: block.name.text, in: scope.environment) else {
            return emitEven(block.body, subject, at: block.name.location, in: scope)
        }
        let added = indentation(of: block, in: scope)
        var inner = scope
        inner.source = filling.source
        inner.environment = filling.environment
        let bytes = library.sources[filling.source].source.bytes
        inner.margin = Margin(removed: override.body.commonIndentation(in: bytes) ?? 0, added: added)
        if case .ownLine = block.placement {
            if override.beginsInline { addLiteral(added) }
        } else {
            skipsIndentation = !override.beginsInline
        }
        emitEven(override.body, subject, at: override.name.location, in: inner)
        skipsIndentation = false
    }

    /// What is put before each line of whatever fills the block.
    private func indentation(of block: Block, in scope: Scope) -> [UInt8] {
        let bytes = library.sources[scope.source].source.bytes
        switch block.placement {
        case .ownLine(let own):
            return scope.margin.applied(to: bytes[block.body.firstIndentation(in: bytes) ?? own])
        case .lineStart(let own): return scope.margin.applied(to: bytes[own])
        case .runningText: return []
        }
    }
}
