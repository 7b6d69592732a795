import Diagnostics
import YAMLData

extension Reader {
    /// A group of keys that makes up one value.
    ///
    /// - Parameters:
    ///   - name: What the group is, in a word or two, for messages: `contact`.
    ///   - summary: One sentence for the content reference.
    ///   - parts: The keys, in the order in which `build` takes their values.
    public static func object<each Part>(
        _ name: String, _ summary: String, _ parts: repeat Fields<each Part>,
        as build: @escaping @Sendable (repeat each Part) -> Value
    ) -> Reader {
        object(name, summary, fields(repeat each parts, as: build))
    }

    /// A group of keys that was put together before.
    public static func object(_ name: String, _ summary: String, _ fields: Fields<Value>) -> Reader {
        let shape = ObjectShape(name: name, summary: summary, fields: fields.shapes)
        let names = shape.fields.map(\.name)
        return Reader(.object(shape)) { node, reading in
            guard let group = Group(node, shape, names, &reading) else { return nil }
            let value = fields.read(group, &reading)
            return group.isSound ? value : nil
        }
    }
}
