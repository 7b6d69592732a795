import Foundation
import Testing

/// One case of the Mustache specification.
struct SpecCase: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let data: JSONValue
    let template: String
    let partials: [String: String]?
    let expected: String
    var file = ""

    private enum CodingKeys: String, CodingKey {
        case name, data, template, partials, expected
    }

    var testDescription: String { "\(file): \(name)" }

    static let files = ["comments", "delimiters", "interpolation", "inverted", "partials", "sections", "~inheritance"]

    static func all() throws -> [SpecCase] {
        struct File: Decodable { let tests: [SpecCase] }
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try files.flatMap { name in
            let url = folder.appendingPathComponent("MustacheSpec/\(name).json")
            return try JSONDecoder().decode(File.self, from: Data(contentsOf: url)).tests.map { found in
                var found = found
                found.file = name
                return found
            }
        }
    }
}
