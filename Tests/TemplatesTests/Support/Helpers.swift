import Diagnostics
import Templates

/// Renders the template `main` of a set, or says why not.
func render(_ sources: [String: String], _ shape: Shape, _ value: Value) -> String {
    let (template, faults) = compile(sources, shape)
    return template.map { String(decoding: $0.render(value), as: UTF8.self) }
        ?? faults.map(\.message).joined(separator: "\n")
}

func compile(_ sources: [String: String], _ shape: Shape) -> (Template?, [Diagnostic]) {
    let library = TemplateLibrary(
        sources.sorted { $0.key < $1.key }.map {
            TemplateSource(name: $0.key, path: "\($0.key).html", bytes: Array($0.value.utf8))
        })
    return library.compile("main", against: shape)
}

/// A diagnostic on one line: `main.html:1:4 SP062 message | label | help`.
func line(_ fault: Diagnostic) -> String {
    let place = fault.location.map { "\($0.path):\($0.start.line):\($0.start.column) " } ?? ""
    return ["\(place)\(fault.code.id) \(fault.message)", fault.label, fault.help].compactMap { $0 }
        .joined(separator: " | ")
}
