import Schemas
import Testing

@testable import Content

@Suite struct SchemaCatalogueTests {
    private let schemas = SchemaCatalogue.schemas(folder: "content")

    @Test func `every file that is read has a schema, and no other has`() {
        let read =
            ["signpost.yaml", "**/*.md"] + ContentFolder.dataFiles.map { "data/\($0)" }
            + ["data/contacts.*.yaml", "\(ContentFolder.indicators)*.yaml"]
        #expect(Set(schemas.map(\.appliesTo)) == Set(read.map { "content/\($0)" }))
    }

    @Test func `schemas are told apart by their files`() {
        #expect(Set(schemas.map(\.fileName)).count == schemas.count)
        #expect(schemas.allSatisfy { $0.fileName.hasSuffix(".schema.json") })
    }

    @Test func `a data file's schema is named after it`() {
        #expect(
            schemas.filter { $0.appliesTo.hasPrefix("content/data/") && !$0.appliesTo.contains("*") }.allSatisfy {
                "content/data/\($0.fileName)"
                    == $0.appliesTo.replacing("/data/", with: "/data/data-").replacing(".yaml", with: ".schema.json")
            })
    }

    @Test func `what every page states is common to all kinds, and nothing else is`() throws {
        let page = try #require(schemas.first { $0.fileName == "page.schema.json" })
        guard case .variants(let variants) = page.form else { throw Unexpected() }
        #expect(variants.common == FrontMatter.fields.shapes)
        #expect(variants.variants.map(\.word) == PageKind.Word.allCases.map(\.rawValue))
    }

    private struct Unexpected: Error {}
}
