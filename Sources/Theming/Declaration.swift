import Diagnostics
import Schemas
import YAMLData

/// `component.yaml`
struct Declaration: Sendable {
    let summary: String
    let parameters: [Parameter]
    let examples: [Component.Example]

    static func reader(_ hostTypes: [HostType]) -> Reader<Declaration> {
        .object(
            "component", "A block that authors can put into a page.",
            required("summary", .text, "What it is for, in one sentence."),
            parameters("parameters", parameter(hostTypes, isField: false), "What it can be told.", taken: ["t", "id"]),
            required("examples", .nonEmptyList(of: example), "Uses of it, for the gallery and the tests."),
            as: Declaration.init)
    }

    /// Parameters that a template can tell apart: by their names, and from the names that every template has.
    fileprivate static func parameters(
        _ key: String, _ parameter: Reader<Parameter>, _ doc: String, taken: [String] = []
    ) -> Fields<[Parameter]> {
        list(key, parameter.located, doc).checked { parameters, _, reading in
            var names = Set(taken)
            for parameter in parameters where !names.insert(parameter.value.name).inserted {
                let name = parameter.value.name
                reading.report(
                    .conflictingKeys, "the name \"\(name)\" is taken", at: parameter.location,
                    help: taken.contains(name)
                        ? "every template knows \"\(name)\" already; choose another name"
                        : "give each a name of its own")
            }
        }.map { $0.map(\.value) }
    }

    private static let example: Reader<Component.Example> = .object(
        "example", "A use of the component.",
        required("name", .text, "What the example shows."),
        required("data", .anything, "What the author would write."),
        as: Component.Example.init)

    private static func parameter(_ hostTypes: [HostType], isField: Bool) -> Reader<Parameter> {
        let words = ParameterType.words + hostTypes.map(\.word)
        let all: Fields<Parameter> = fields(
            required("name", .text, "Its key."),
            ParameterType.fields(words: words, items: isField ? nil : parameter(hostTypes, isField: true)),
            required("doc", .text, "What it means, for authors."),
            optional("required", .flag, "Whether it must be given.", otherwise: false, spelled: "false"),
            optional(
                "default", .text, "The value where it is not given; for `text`, `number`, `flag`, `date`, `choice`."),
            as: { name, type, doc, isRequired, fallback in
                Parameter(
                    name: name, type: type.kind(hostTypes), isRequired: isRequired, fallback: fallback, doc: doc)
            })
        return .object(
            isField ? "field" : "parameter", "Something a component can be told.", all.checked(defaultFits))
    }

    @Sendable private static func defaultFits(_ parameter: Parameter, _ place: Location, _ reading: inout Reading) {
        guard let fallback = parameter.fallback else { return }
        if parameter.isRequired {
            reading.report(
                .conflictingKeys, "\"\(parameter.name)\" must be given, so its default is never used", at: place,
                help: "leave `required` or `default` out")
        } else if parameter.type.argument(spelled: fallback) == nil {
            reading.report(
                .wrongType, "\"\(fallback)\" cannot be the default of \"\(parameter.name)\"", at: place,
                help: "give a value that an author could write; lists, Markdown and what the site fills in have none")
        }
    }
}

/// `type`, `choices` and `fields` of a parameter, which only make sense together.
private struct ParameterType: Sendable {
    let word: String
    let choices: [String]
    let fields: [Parameter]

    static let words = ["text", "md", "number", "flag", "date", "choice", "texts", "link", "list"]

    static func fields(words: [String], items: Reader<Parameter>?) -> Fields<ParameterType> {
        let word = required("type", .oneOf(words, noun: "type of parameter"), "What sort of value it takes.")
        let choices = list("choices", .word, "The words of a `choice`.")
        let all: Fields<ParameterType> =
            if let items {
                Schemas.fields(
                    word, choices, Declaration.parameters("fields", items, "The keys of a `list`'s items."),
                    as: ParameterType.init)
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
        case "link": .link
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
