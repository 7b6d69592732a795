import Diagnostics
import YAMLData

extension Reader {
    /// The id that this entry gives itself.
    public static func identifier<Item: Entity>() -> Reader<ID<Item>> where Value == ID<Item> {
        Reader(.identifier(Item.entity)) { node, reading in
            guard let text = Reader<ID<Item>>.idText(node, Item.entity, &reading) else { return nil }
            reading.declare(Item.entity, text, at: node.location)
            return ID(text)
        }
    }

    /// The id of a thing declared elsewhere; ``ReferenceCheck`` makes sure that there is one.
    public static func reference<Item: Entity>() -> Reader<ID<Item>> where Value == ID<Item> {
        Reader(.reference(Item.entity)) { node, reading in
            guard let text = Reader<ID<Item>>.idText(node, Item.entity, &reading) else { return nil }
            reading.refer(to: Item.entity, text, at: node.location)
            return ID(text)
        }
    }

    private static func idText(_ node: YAMLNode, _ entity: EntityKind, _ reading: inout Reading) -> String? {
        guard let text = text(of: node, wanted: "the id of a \(entity.noun)", &reading) else { return nil }
        if text.utf8.allSatisfy(\.isIDByte) { return text }
        reading.report(
            .badID, "\"\(text)\" is not an id", at: node.location,
            help: "use lower-case letters, digits and hyphens, such as `front-door`")
        return nil
    }
}

extension Reader where Value == String {
    /// A short name in the form of an id that is used inside its own file only.
    public static var word: Reader {
        scalar(.shortName, wanted: "a short name in lower-case letters, digits and hyphens", .badID) {
            $0.utf8.allSatisfy(\.isIDByte) ? $0 : nil
        }
    }
}

extension UInt8 {
    /// What ids are made of: lower-case ASCII letters, digits, hyphens.
    var isIDByte: Bool {
        (0x61...0x7A).contains(self) || (0x30...0x39).contains(self) || self == UInt8(ascii: "-")
    }
}
