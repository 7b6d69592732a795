import Diagnostics
import Schemas
import Templates
import YAMLData

/// Reads the folder of one component.
struct ComponentReader {
    let hostTypes: [HostType]
    let strings: Strings
    /// The theme's partials, which a component's template may include.
    let partials: [TemplateSource]

    func read(_ name: String, _ files: ThemeFiles, _ reading: inout Reading) -> Component? {
        let folder = "components/\(name)"
        guard let manifest = files.node("\(folder)/component.yaml", &reading),
            let declaration = Declaration.reader(hostTypes).value(of: manifest, &reading)
        else { return nil }
        guard let source = files["\(folder)/template.html"] else {
            reading.report(
                .missingFile, "the component \(name) has no template.html",
                at: Location(path: files.shownPath("\(folder)/component.yaml"), start: .start))
            return nil
        }
        let own = TemplateSource(
            name: "component \(name)", path: files.shownPath("\(folder)/template.html"), bytes: source)
        let shape = Component.shape(name, declaration.parameters, strings: strings.shape)
        let (template, faults) = TemplateLibrary(partials + [own]).compile(own.name, against: shape)
        reading.diagnostics += faults
        guard let template else { return nil }
        return Component(
            name: name, summary: declaration.summary, parameters: declaration.parameters,
            examples: declaration.examples, style: files["\(folder)/style.css"] ?? [], template: template)
    }
}

/// `component.yaml`
struct Declaration: Sendable {
    let summary: String
    let parameters: [Parameter]
    let examples: [Component.Example]

    static func reader(_ hostTypes: [HostType]) -> Reader<Declaration> {
        .object(
            "component", "A block that authors can put into a page.",
            required("summary", .text, "What it is for, in one sentence."),
            list("parameters", parameter(hostTypes, isField: false), "What it can be told."),
            required("examples", .nonEmptyList(of: example), "Uses of it, for the gallery and the tests."),
            as: Declaration.init)
    }

    private static let example: Reader<Component.Example> = .object(
        "example", "A use of the component.",
        required("name", .text, "What the example shows."),
        required("data", .anything, "What the author would write."),
        as: Component.Example.init)

    private static func parameter(_ hostTypes: [HostType], isField: Bool) -> Reader<Parameter> {
        let words = ParameterType.words + hostTypes.map(\.word)
        return .object(
            isField ? "field" : "parameter", "Something a component can be told.",
            required("name", .text, "Its key."),
            ParameterType.fields(words: words, items: isField ? nil : parameter(hostTypes, isField: true)),
            required("doc", .text, "What it means, for authors."),
            optional("required", .flag, "Whether it must be given.", otherwise: false, spelled: "false"),
            optional("default", .text, "The value where it is not given."),
            as: { name, type, doc, isRequired, fallback in
                Parameter(
                    name: name, type: type.kind(hostTypes), isRequired: isRequired, fallback: fallback, doc: doc)
            })
    }
}

/// `type`, `choices` and `fields` of a parameter, which only make sense together.
private struct ParameterType: Sendable {
    let word: String
    let choices: [String]
    let fields: [Parameter]

    static let words = ["text", "md", "number", "flag", "date", "choice", "texts", "list"]

    static func fields(words: [String], items: Reader<Parameter>?) -> Fields<ParameterType> {
        let word = required("type", .oneOf(words, noun: "type of parameter"), "What sort of value it takes.")
        let choices = list("choices", .word, "The words of a `choice`.")
        let all: Fields<ParameterType> =
            if let items {
                Schemas.fields(
                    word, choices, list("fields", items, "The keys of a `list`'s items."), as: ParameterType.init)
            } else {
                Schemas.fields(word, choices, as: { ParameterType(word: $0, choices: $1, fields: []) })
            }
        return all.checked { type, location, reading in
            if (type.word == "choice") == type.choices.isEmpty {
                reading.report(.conflictingKeys, "a `choice` needs `choices`, and nothing else has them", at: location)
            }
            if (type.word == "list") == type.fields.isEmpty {
                reading.report(.conflictingKeys, "a `list` needs `fields`, and nothing else has them", at: location)
            }
        }
    }

    func kind(_ hostTypes: [HostType]) -> Parameter.Kind {
        switch word {
        case "text": .text
        case "md": .markdown
        case "number": .number
        case "flag": .flag
        case "date": .date
        case "choice": .choice(choices)
        case "texts": .texts
        case "list": .list(fields)
        default:
            if let type = hostTypes.first(where: { $0.word == word }) {
                .host(type)
            } else {
                preconditionFailure("the type \(word) is in the list of words and means nothing")
            }
        }
    }
}
