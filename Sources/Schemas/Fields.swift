public import Diagnostics
import YAMLData

/// One or more keys of a group: their names, what they mean, and the value they make together.
public struct Fields<Value>: Sendable {
    public let shapes: [FieldShape]
    let read: @Sendable (Group, inout Reading) -> Value?
}

/// A key that must be there.
public func required<Value>(_ name: String, _ reader: Reader<Value>, _ doc: String) -> Fields<Value> {
    field(name, reader, doc, isRequired: true) { entry, group, reading in
        guard let entry else {
            reading.report(
                .missingKey, "\"\(name)\" is missing", at: group.location, help: "add `\(name):` (\(doc))")
            return nil
        }
        if entry.value.isNull {
            reading.report(.emptyValue, "\"\(name)\" has no value", at: entry.keyLocation, help: doc)
            return nil
        }
        return reader.value(of: entry.value, &reading)
    }
}

/// A key that may be left out, or left empty.
public func optional<Value>(_ name: String, _ reader: Reader<Value>, _ doc: String) -> Fields<Value?> {
    field(name, reader, doc) { entry, _, reading in
        guard let entry, !entry.value.isNull else { return .some(nil) }
        return reader.value(of: entry.value, &reading).map { .some($0) }
    }
}

/// A key with a value that stands in where it is left out. `spelled` is that value as a person would write it.
public func optional<Value: Sendable>(
    _ name: String, _ reader: Reader<Value>, _ doc: String, otherwise fallback: Value, spelled: String
) -> Fields<Value> {
    field(name, reader, doc, fallback: spelled) { entry, _, reading in
        guard let entry, !entry.value.isNull else { return fallback }
        return reader.value(of: entry.value, &reading)
    }
}

/// A list that is empty where its key is left out.
public func list<Item: Sendable>(_ name: String, _ item: Reader<Item>, _ doc: String) -> Fields<[Item]> {
    optional(name, .list(of: item), doc, otherwise: [], spelled: "none")
}

/// Several keys that make one value, to be used inside a larger group.
///
/// All of them are read, so that one run reports every fault; `build` is called only when all are whole.
public func fields<each Part, Value>(
    _ parts: repeat Fields<each Part>, as build: @escaping @Sendable (repeat each Part) -> Value
) -> Fields<Value> {
    var shapes: [FieldShape] = []
    repeat shapes.append(contentsOf: (each parts).shapes)
    var readers: [any AnyObject & Sendable] = []
    repeat readers.append(PartReader(read: (each parts).read))
    let partReaders = readers
    return Fields(shapes: shapes) { group, reading in
        var next = 0
        func part<One>(_: One.Type) -> One? {
            defer { next += 1 }
            return unsafeDowncast(partReaders[next], to: PartReader<One>.self).read(group, &reading)
        }
        let values = (repeat part((each Part).self))
        guard let whole = try? (repeat whole(each values)) else { return nil }
        return build(repeat each whole)
    }
}

/// Keys that are known at run time only, such as the parameters of a theme's component; their values in order.
public func fields<Value>(_ parts: [Fields<Value>]) -> Fields<[Value]> {
    Fields(shapes: parts.flatMap(\.shapes)) { group, reading in
        var values: [Value] = []
        for part in parts {
            if let value = part.read(group, &reading) { values.append(value) }
        }
        return values.count == parts.count ? values : nil
    }
}

private func field<Read, Value>(
    _ name: String, _ reader: Reader<Read>, _ doc: String, isRequired: Bool = false, fallback: String? = nil,
    read: @escaping @Sendable (YAMLNode.Entry?, Group, inout Reading) -> Value?
) -> Fields<Value> {
    let shape = FieldShape(name: name, shape: reader.shape, isRequired: isRequired, doc: doc, fallback: fallback)
    return Fields(shapes: [shape]) { group, reading in read(group[name], group, &reading) }
}

/// One of several keys that are read together.
///
/// A closure that captured the parts as they are would look up the type of each at run time, and of all of them again
/// for each: for the twenty keys of a page that took longer than to parse its YAML. These stand in the order of the
/// parts, so the type of each is known where it is used.
private final class PartReader<Part>: Sendable {
    let read: @Sendable (Group, inout Reading) -> Part?

    init(read: @escaping @Sendable (Group, inout Reading) -> Part?) { self.read = read }
}

private struct Missing: Error {}

private func whole<Value>(_ part: Value?) throws -> Value {
    guard let part else { throw Missing() }
    return part
}

extension Fields {
    /// The same keys with a rule across them. A rule that reports an error makes the value unusable.
    ///
    /// - Parameter rule: Gets the value and the place of the group that holds the keys.
    public func checked(_ rule: @escaping @Sendable (Value, Location, inout Reading) -> Void) -> Fields {
        Fields(shapes: shapes) { [read] group, reading in
            guard let value = read(group, &reading) else { return nil }
            let before = reading.diagnostics.count
            rule(value, group.location, &reading)
            return reading.diagnostics[before...].hasErrors ? nil : value
        }
    }
}

extension Fields {
    /// The same keys made into another value.
    public func map<Other>(_ transform: @escaping @Sendable (Value) -> Other) -> Fields<Other> {
        Fields<Other>(shapes: shapes) { [read] group, reading in read(group, &reading).map(transform) }
    }
}
