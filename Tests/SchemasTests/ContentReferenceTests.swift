import Testing

@testable import Schemas

@Suite struct ContentReferenceTests {
    @Test func `a list of groups within groups comes out whole`() {
        let room: Reader<String> = .object(
            "room", "A room.",
            required("no", .integer(1...9), "Its number."), optional("note", .prose, "Left | right."),
            as: { no, _ in "\(no)" })
        let house: Reader<[String]> = .object(
            "house", "A house.",
            required("rooms", .nonEmptyList(of: room), "Its rooms."),
            optional("lift", .flag, "Whether it has one.", otherwise: false, spelled: "false"),
            as: { rooms, _ in rooms })
        let schema = NamedSchema(
            fileName: "f", title: "Houses", appliesTo: "data/houses.yaml",
            shape: .list(house.shape, atLeastOne: false))
        #expect(
            ContentReference.markdown([schema]) == #"""
                ## Houses

                Files: `data/houses.yaml`

                A list of entries, each with the keys below. A house.

                | Key | What to write | Meaning |
                |---|---|---|
                | `rooms` (required) | a list of groups of keys, one or more, see below | Its rooms. |
                | `lift` | `true` or `false` | Whether it has one. If left out: false. |

                ### Inside `rooms`

                A room.

                | Key | What to write | Meaning |
                |---|---|---|
                | `no` (required) | a whole number from 1 to 9 | Its number. |
                | `note` | text | Left \| right. |

                """#)
    }

    @Test func `the keys that all variants share stand once`() {
        let schema = NamedSchema(fileName: "f", title: "Pets", appliesTo: "pets/*.md", variants: pets)
        #expect(
            ContentReference.markdown([schema]) == """
                ## Pets

                Files: `pets/*.md`

                ### Keys that may stand in every one

                | Key | What to write | Meaning |
                |---|---|---|
                | `name` (required) | a line of text | Its name. |
                | `kind` | one of `cat`, `dog` | What it is. If left out: cat. |

                ### `kind: cat`

                A cat. This is what counts where `kind` is left out.

                It has no keys of its own.

                ### `kind: dog`

                A dog.

                | Key | What to write | Meaning |
                |---|---|---|
                | `walks` (required) | a whole number from 1 to 9 | How often. |

                """)
    }

    @Test func `sections keep the order they are given in`() {
        let schemas = ["B", "A"].map {
            NamedSchema(fileName: $0, title: $0, appliesTo: "*", shape: .texts(noun: "text"))
        }
        #expect(
            ContentReference.markdown(schemas) == """
                ## B

                Files: `*`

                Keys of your own, each with a text.

                ## A

                Files: `*`

                Keys of your own, each with a text.

                """)
    }

    @Test(
        arguments: [
            (.text(longest: 160), "a line of text, at most 160 characters"),
            (
                .reference(EntityKind(noun: "agency", home: "data/agencies.yaml")),
                "the id of an agency, from `data/agencies.yaml`"
            ),
            (
                .reference(EntityKind(noun: "course", home: "a page of kind course")),
                "the id of a course, from a page of kind course"
            ),
            (.list(.word(noun: "audience", words: ["a", "b"]), atLeastOne: true), "a list, one or more, of `a`, `b`"),
            (.list(.date, atLeastOne: false), "a list: each a date: `2026-09-01`"),
            (
                .list(.shortName, atLeastOne: true),
                "a list, one or more: each a short name: lower-case letters, digits, hyphens"
            ),
        ] as [(SchemaShape, String)])
    func `what to write is said in words`(shape: SchemaShape, wording: String) {
        #expect(shape.wording == wording)
    }
}
