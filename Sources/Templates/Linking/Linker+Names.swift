import Diagnostics

/// What a name in a tag stands for.
enum Target {
    case value(Place, ShapeTable.LinkedType)
    /// Facts about the innermost list: `-first`, `-last`, `-index`.
    case first, last, index
}

extension Linker {
    /// Finds what a name means, or reports that it means nothing.
    ///
    /// The first part is looked for from the innermost shape outwards, further parts only in what came before them
    /// (Mustache specification, `interpolation`).
    mutating func resolve(_ name: Name, in scope: Scope) -> Target? {
        guard let first = name.parts.first else { return dot(in: scope.context) }
        if first.hasPrefix("-") { return listFact(name, in: scope) }
        for shape in scope.context.shapes {
            if let slot = shapes.slot(named: first, in: shape) {
                return follow(name, from: shape, slot, in: scope)
            }
        }
        report(Fault.unknownName(first, of: name, owner: nil, known: knownNames(in: scope.context)), in: scope)
        return nil
    }

    private mutating func dot(in context: Context) -> Target? {
        switch context.key.dot {
        case .text: .value(place(dotRegister, []), .text)
        case .html: .value(place(dotRegister, []), .html)
        case .object: context.key.shapes.last.map { .value(place($0, []), .object($0)) }
        }
    }

    private mutating func listFact(_ name: Name, in scope: Scope) -> Target? {
        let facts: [String: Target] = ["-first": .first, "-last": .last, "-index": .index]
        guard let fact = facts[name.text] else {
            let known = facts.keys.sorted()
            report(Fault.unknownName(name.text, of: name, owner: nil, known: known), in: scope)
            return nil
        }
        if scope.context.key.isInList { return fact }
        report(Fault.outsideList(name), in: scope)
        return nil
    }

    private mutating func follow(
        _ name: Name, from shape: Int, _ first: ShapeTable.Slot, in scope: Scope
    ) -> Target? {
        var path = [first.index]
        var type = first.type
        for (part, previous) in zip(name.parts.dropFirst(), name.parts) {
            guard case .object(let inner) = type else {
                report(Fault.notAnObject(previous, type: type.word, of: name), in: scope)
                return nil
            }
            guard let slot = shapes.slot(named: part, in: inner) else {
                let known = shapes.names(in: inner)
                report(Fault.unknownName(part, of: name, owner: previous, known: known), in: scope)
                return nil
            }
            path.append(slot.index)
            type = slot.type
        }
        return .value(place(shape, path), type)
    }

    private func knownNames(in context: Context) -> [String] {
        var seen: Set<String> = []
        return context.shapes.flatMap(shapes.names).filter { seen.insert($0).inserted }
    }
}
