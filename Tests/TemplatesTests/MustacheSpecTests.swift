import Diagnostics
import Templates
import Testing

/// The specification's cases: all are met, but for those that are listed here with the reason.
@Suite struct MustacheSpecTests {
    /// Cases where Signpost refuses a template that the specification lets pass, by the code of the refusal.
    static let refused: [String: [String: String]] = [
        // A name that no data fills is a fault here, not an empty text: the point of the whole module.
        "SP062": [
            "interpolation": """
            Basic Context Miss Interpolation, Triple Mustache Context Miss Interpolation, \
            Ampersand Context Miss Interpolation, Dotted Names - Broken Chains, \
            Dotted Names - Broken Chain Resolution, Dotted Names - Context Precedence
            """,
            "inverted": "Context, List, Context Misses, Dotted Names - Broken Chains",
            "sections": "Context Misses, Dotted Names - Broken Chains",
            "~inheritance": "Negative Sections",
        ],
        // So is a template that does not exist.
        "SP063": ["partials": "Failed Lookup"],
        // Texts are never printed unescaped, and a list of plain items is a list of texts.
        "SP067": ["sections": "Implicit Iterator - Triple mustache, Implicit Iterator - Ampersand"],
        // `<{{#nodes}}` would make a tag out of the data. `RecursionTests` has the case without angle brackets.
        "SP068": ["partials": "Recursion"],
    ]

    /// Lists of lists have no shape: nothing on a page needs them.
    static let withoutShape = ["sections": "Implicit Iterator - Array"]

    static func cases(_ wanted: (SpecCase) -> Bool) throws -> [SpecCase] { try SpecCase.all().filter(wanted) }

    static func refusal(of spec: SpecCase) -> String? {
        refused.first { $0.value[spec.file]?.split(separator: ", ").contains(Substring(spec.name)) ?? false }?.key
    }

    static func hasShape(_ spec: SpecCase) -> Bool { withoutShape[spec.file] != spec.name }

    private func compiled(_ spec: SpecCase) throws -> (Template?, [Diagnostic], Value) {
        let inference = InferredShape(rawNames: spec.rawNames)
        let shape = try #require(inference.shape(of: [spec.data.names ?? [:]], name: "root"))
        var sources = spec.partials ?? [:]
        sources["main"] = spec.template
        let (template, faults) = compile(sources, shape)
        return (template, faults, inference.value(of: spec.data, as: .object(shape)))
    }

    @Test(arguments: try cases { hasShape($0) && refusal(of: $0) == nil })
    func `a case of the specification gives what it expects`(_ spec: SpecCase) throws {
        let (template, faults, value) = try compiled(spec)
        #expect(faults.map(line) == [])
        let output = template.map { String(decoding: $0.render(value), as: UTF8.self) }
        #expect(output == spec.expected)
    }

    @Test(arguments: try cases { refusal(of: $0) != nil })
    func `a case that Signpost refuses is refused for the reason given`(_ spec: SpecCase) throws {
        let (template, faults, _) = try compiled(spec)
        #expect(template == nil)
        #expect(faults.map(\.code.id).contains(Self.refusal(of: spec) ?? ""))
    }

    @Test(arguments: try cases { !hasShape($0) })
    func `a case with a list of lists has no shape`(_ spec: SpecCase) {
        #expect(InferredShape(rawNames: []).shape(of: [spec.data.names ?? [:]], name: "root") == nil)
    }

    @Test func `every exception names a case that exists`() throws {
        let known = Set(try SpecCase.all().map { "\($0.file): \($0.name)" })
        let named = (Array(Self.refused.values) + [Self.withoutShape]).flatMap { files in
            files.flatMap { file, names in names.split(separator: ", ").map { "\(file): \($0)" } }
        }
        #expect(Set(named).subtracting(known) == [])
    }
}
