/// What templates see of a model: the names, their documentation and their values in one declaration.
///
/// ```swift
/// let numberView = View<PhoneNumber>("number", [
///     .text("label", "What the number is for") { $0.label },
/// ])
/// let contactView = View<Contact>("contact", [
///     .text("name", "The name that readers see") { $0.name },
///     .list("numbers", "Telephone numbers, best first", numberView) { $0.numbers },
/// ])
/// ```
///
/// All of it can be inlined, so that the module that declares a view has it compiled for its own types. Otherwise types
/// are looked up and models copied at run time for each of the thousands of values of a page.
public struct View<Model>: Sendable {
    public let shape: Shape
    /// What computes each field.
    @usableFromInline let projections: [@Sendable (Model, View<Model>) -> Value]

    @inlinable public init(_ name: String, _ fields: [Field]) {
        shape = Shape(name, fields.map(\.declaration))
        projections = fields.map(\.project)
    }

    /// The slots that templates linked against `shape` read.
    @inlinable public func value(of model: Model) -> Value {
        var slots: [Value] = []
        slots.reserveCapacity(projections.count)
        for place in projections.indices { slots.append(projections[place](model, self)) }
        return .object(slots)
    }
}

extension View {
    /// One name of a view. The closures compute the value from the model.
    public struct Field: Sendable {
        @usableFromInline let declaration: Shape.Field
        @usableFromInline let project: @Sendable (Model, View<Model>) -> Value
    }
}

extension View.Field {
    @inlinable init(
        _ name: String, _ type: FieldType, _ doc: String, _ project: @escaping @Sendable (Model, View<Model>) -> Value
    ) {
        declaration = Shape.Field(name, type, doc)
        self.project = project
    }

    @inlinable public static func text(_ name: String, _ doc: String, _ get: @escaping @Sendable (Model) -> String)
        -> Self
    {
        Self(name, .text, doc) { model, _ in .text(get(model)) }
    }

    @inlinable public static func optionalText(
        _ name: String, _ doc: String, _ get: @escaping @Sendable (Model) -> String?
    ) -> Self {
        Self(name, .text, doc) { model, _ in get(model).map(Value.text) ?? .absent }
    }

    /// Finished HTML as UTF-8. Whoever makes it vouches for it: templates print it as it is.
    @inlinable public static func html(_ name: String, _ doc: String, _ get: @escaping @Sendable (Model) -> [UInt8]?)
        -> Self
    {
        Self(name, .html, doc) { model, _ in get(model).map(Value.html) ?? .absent }
    }

    @inlinable public static func flag(_ name: String, _ doc: String, _ get: @escaping @Sendable (Model) -> Bool)
        -> Self
    {
        Self(name, .flag, doc) { model, _ in .flag(get(model)) }
    }

    @inlinable public static func texts(_ name: String, _ doc: String, _ get: @escaping @Sendable (Model) -> [String])
        -> Self
    {
        Self(name, .texts, doc) { model, _ in .list(get(model).map(Value.text)) }
    }

    @inlinable public static func object<Part>(
        _ name: String, _ doc: String, _ view: View<Part>, _ get: @escaping @Sendable (Model) -> Part?
    ) -> Self {
        Self(name, .object(view.shape), doc) { model, _ in get(model).map { view.value(of: $0) } ?? .absent }
    }

    @inlinable public static func list<Item>(
        _ name: String, _ doc: String, _ view: View<Item>, _ get: @escaping @Sendable (Model) -> [Item]
    ) -> Self {
        Self(name, .list(view.shape), doc) { model, _ in .list(get(model).map { view.value(of: $0) }) }
    }

    /// Items of the model's own kind, seen through this very view: the entries below a menu entry.
    @inlinable public static func children(_ name: String, _ doc: String, _ get: @escaping @Sendable (Model) -> [Model])
        -> Self
    {
        Self(name, .children, doc) { model, view in .list(get(model).map { view.value(of: $0) }) }
    }

    /// A value that was made before, by another view, and is shared between many models: the navigation of every page.
    /// It must be of the type `type`, or rendering traps.
    @inlinable public static func shared(
        _ name: String, _ doc: String, as type: FieldType, _ get: @escaping @Sendable (Model) -> Value
    ) -> Self {
        Self(name, type, doc) { model, _ in get(model) }
    }
}
