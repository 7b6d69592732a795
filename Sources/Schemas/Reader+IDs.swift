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
        let wellFormed = text.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
        }
        if wellFormed { return text }
        reading.report(
            .badID, "\"\(text)\" is not an id", at: node.location,
            help: "use lower-case letters, digits and hyphens, such as `front-door`")
        return nil
    }
}
