import JSONText
import Testing

@testable import Schemas

@Suite struct JSONSchemaTests {
    @Test func `a small group comes out whole`() {
        let schema = NamedSchema(
            fileName: "visit.schema.json", title: "Visits", appliesTo: "visits/*.yaml", shape: visits.shape)
        #expect(
            JSONSchema.document(schema).text(indented: true) == """
                {
                  "$schema": "http://json-schema.org/draft-07/schema#",
                  "$id": "visit.schema.json",
                  "$comment": "Files: visits/*.yaml",
                  "title": "Visits",
                  "type": "object",
                  "description": "A visit to premises.",
                  "properties": {
                    "place": {
                      "type": [
                        "string",
                        "number"
                      ],
                      "description": "Where.",
                      "minLength": 1
                    },
                    "day": {
                      "type": "string",
                      "description": "When.",
                      "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
                      "patternErrorMessage": "Write the date as year-month-day, such as 2026-09-01.",
                      "examples": [
                        "2026-09-01"
                      ]
                    },
                    "people": {
                      "type": [
                        "integer",
                        "null"
                      ],
                      "description": "How many came.",
                      "minimum": 0,
                      "maximum": 99
                    },
                    "tags": {
                      "type": [
                        "array",
                        "null"
                      ],
                      "description": "Colours.",
                      "items": {
                        "enum": [
                          "red",
                          "amber",
                          "green"
                        ]
                      }
                    }
                  },
                  "required": [
                    "place",
                    "day"
                  ],
                  "additionalProperties": false
                }

                """)
    }

    @Test func `a word decides which further keys there are`() {
        let schema = NamedSchema(fileName: "pet.schema.json", title: "Pets", appliesTo: "*.yaml", variants: pets)
        #expect(
            JSONSchema.document(schema).text()
                == [
                    ##"{"$schema":"http://json-schema.org/draft-07/schema#","$id":"pet.schema.json","##,
                    #""$comment":"Files: *.yaml","title":"Pets","type":"object","properties":{"#,
                    #""name":{"type":["string","number"],"description":"Its name.","minLength":1},"#,
                    #""kind":{"description":"What it is.","enum":["cat","dog",null],"default":"cat"}},"#,
                    #""required":["name"],"allOf":["#,
                    #"{"if":{"properties":{"kind":{"enum":["cat",null]}}},"#,
                    #""then":{"description":"A cat.","properties":{"name":true,"kind":true},"#,
                    #""additionalProperties":false}},"#,
                    #"{"if":{"properties":{"kind":{"const":"dog"}},"required":["kind"]},"#,
                    #""then":{"description":"A dog.","properties":{"walks":{"type":"integer","#,
                    #""description":"How often.","minimum":1,"maximum":9},"name":true,"kind":true},"#,
                    #""required":["walks"],"additionalProperties":false}}]}"#,
                ].joined())
    }

    @Test(
        arguments: [
            (.text(longest: 9), #""type":["string","number"],"description":"d","minLength":1,"maxLength":9"#),
            (.prose, #""type":["string","number"],"description":"d","minLength":1"#),
            (.flag, #""type":"boolean","description":"d""#),
            (.number, #""type":"number","description":"d","minimum":0"#),
            (
                .list(.number, atLeastOne: true),
                #""type":"array","description":"d","#
                    + #""items":{"type":"number","minimum":0},"minItems":1"#
            ),
            (
                .texts(noun: "text"),
                #""type":"object","description":"d","additionalProperties":{"#
                    + #""type":["string","number"],"minLength":1}"#
            ),
            (.anything, #""description":"d""#),
        ] as [(SchemaShape, String)])
    func `each shape has its keywords`(shape: SchemaShape, keywords: String) {
        let group = ObjectShape(
            name: "g", summary: "s",
            fields: [FieldShape(name: "k", shape: shape, isRequired: true, doc: "d", fallback: nil)])
        let schema = NamedSchema(fileName: "f", title: "t", appliesTo: "*", shape: .object(group))
        #expect(JSONSchema.document(schema).text().contains(#""properties":{"k":{"# + keywords + "}}"))
    }

    @Test(
        arguments: [
            (.flag, "false", "false"), (.integer(1...9), "5", "5"), (.number, "1.5", "1.5"),
            (.word(noun: "w", words: ["a"]), "a", #""a""#), (.text(longest: nil), "en", #""en""#),
            (.list(.flag, atLeastOne: false), "none", nil), (.word(noun: "w", words: ["a"]), "the first", nil),
        ] as [(SchemaShape, String, String?)])
    func `a fallback is a default where it is a value and no description`(
        shape: SchemaShape, spelled: String, written: String?
    ) {
        let group = ObjectShape(
            name: "g", summary: "s",
            fields: [FieldShape(name: "k", shape: shape, isRequired: false, doc: "d", fallback: spelled)])
        let text = JSONSchema.document(.init(fileName: "f", title: "t", appliesTo: "*", shape: .object(group))).text()
        if let written {
            #expect(text.contains(#""default":"# + written + "}"))
        } else {
            #expect(!text.contains("default"))
        }
    }
}

let pets = Variants(
    by: "kind", otherwise: "cat",
    [
        ("cat", Reader<String>.object("cat", "A cat.", pet, as: { $0 }).shape),
        (
            "dog",
            Reader<String>.object(
                "dog", "A dog.", pet, required("walks", .integer(1...9), "How often."), as: { name, _ in name }
            ).shape
        ),
    ])

private let pet: Fields<String> = fields(
    required("name", .text, "Its name."),
    optional("kind", .oneOf(["cat", "dog"], noun: "pet"), "What it is.", otherwise: "cat", spelled: "cat"),
    as: { name, _ in name })
