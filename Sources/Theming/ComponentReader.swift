import Diagnostics
import Schemas
import Templates
import YAMLData

/// Reads the folder of one component.
struct ComponentReader {
    let hostTypes: [HostType]
    let strings: Strings
    /// The theme's partials, which a component's template may include.
    let partials: TemplateLibrary

    func read(_ name: String, _ files: ThemeFiles, _ reading: inout Reading) -> Component? {
        let folder = "components/\(name)"
        guard files["\(folder)/component.yaml"] != nil else {
            let other = files.paths(below: folder).first.map { "\(folder)/\($0)" } ?? folder
            reading.report(
                .missingFile, "the component \(name) has no component.yaml",
                at: Location(path: files.shownPath(other), start: .start),
                help: "add one beside this file: it says what the component is for, and what it can be told")
            return nil
        }
        guard let manifest = files.node("\(folder)/component.yaml", &reading),
            let declaration = Declaration.reader(hostTypes).value(of: manifest, &reading)
        else { return nil }
        guard let source = files["\(folder)/template.html"] else {
            reading.report(
                .missingFile, "the component \(name) has no template.html",
                at: Location(path: files.shownPath("\(folder)/component.yaml"), start: .start),
                help: "add one beside this file: it draws the component")
            return nil
        }
        let own = TemplateSource(
            name: "component \(name)", path: files.shownPath("\(folder)/template.html"), bytes: source)
        let shape = Component.shape(name, declaration.parameters, strings: strings.shape)
        let (template, faults) = partials.adding(own).compile(own.name, against: shape)
        reading.diagnostics += faults
        guard let template else { return nil }
        let component = Component(
            name: name, summary: declaration.summary, parameters: declaration.parameters,
            examples: declaration.examples, style: files["\(folder)/style.css"] ?? [], template: template)
        for example in component.examples { check(example, of: component, &reading) }
        return component
    }

    /// An example is a block that an author could write. Whether its ids lead somewhere is for the board to say.
    private func check(_ example: Component.Example, of component: Component, _ reading: inout Reading) {
        var trial = Reading()
        _ = component.reader.value(of: example.data, &trial)
        reading.diagnostics += trial.diagnostics.map { fault in
            Diagnostic(
                .componentExample, "the example \"\(example.name)\" does not fit: \(fault.message)",
                at: fault.location, severity: fault.severity, label: fault.label, notes: fault.notes, help: fault.help)
        }
    }
}
