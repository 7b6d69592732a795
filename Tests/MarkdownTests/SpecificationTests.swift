import Foundation
import Markdown
import Testing

/// The published examples as oracle. Our HTML differs from theirs in what `normalised` undoes, and in the examples that
/// are listed here by number.
struct SpecificationTests {
    @Test(arguments: Corpus.all)
    func `the examples of the specifications render as published`(corpus: Corpus) throws {
        var failures: [Int] = []
        for example in try corpus.examples() where corpus.different[example.number] == nil {
            if normalised(example.markdown, smart: corpus.isSmart) != example.expected {
                failures.append(example.number)
            }
        }
        #expect(failures.isEmpty)
    }

    @Test(arguments: Corpus.all)
    func `every exception to the specifications is still one`(corpus: Corpus) throws {
        let examples = try corpus.examples()
        let needless = corpus.different.keys.filter { number in
            guard let example = examples.first(where: { $0.number == number }) else { return true }
            return normalised(example.markdown, smart: corpus.isSmart) == example.expected
        }
        #expect(needless.sorted().isEmpty)
    }

    /// Turns what we write on purpose back into the HTML of the specifications.
    private func normalised(_ markdown: String, smart: Bool) -> String {
        var text = html(markdown, options: Options(smartPunctuation: smart))
        for (pattern, replacement) in SpecificationTests.purposes {
            text = text.replacingOccurrences(of: pattern, with: replacement, options: .regularExpression)
        }
        return text
    }

    private static let purposes: [(String, String)] = [
        ("(<h[1-6]) id=\"[^\"]*\"", "$1"),
        ("<(br|hr)>", "<$1 />"),
        ("<th scope=\"col\"", "<th"),
        ("class=\"align-(left|center|right)\"", "align=\"$1\""),
        ("<div class=\"table\"[^>]*>\n(<table>(?s:.*?)</table>\n)</div>\n", "$1"),
        ("<li class=\"task\"><label>(<input[^>]*> .*)</label>", "<li>$1"),
        ("<input type=\"checkbox\" disabled checked>", "<input type=\"checkbox\" checked=\"\" disabled=\"\" />"),
        ("<input type=\"checkbox\" disabled>", "<input type=\"checkbox\" disabled=\"\" />"),
    ]
}

/// A file of examples.
struct Corpus: Sendable, CustomTestStringConvertible {
    let file: String
    var isSmart = false
    /// The numbers of the examples that come out differently, and why.
    var different: [Int: String] = [:]

    var testDescription: String { file }

    struct Example {
        let number: Int
        let markdown: String
        let expected: String
    }

    /// Reads the blocks between lines of 32 backticks; `→` stands for a tab.
    func examples() throws -> [Example] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpora")
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        let fence = String(repeating: "`", count: 32)
        var examples: [Example] = []
        var parts: [[Substring]]?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("\(fence) example") {
                parts = [[]]
            } else if line == fence, let found = parts {
                let sides = found.map { $0.map { "\($0)\n" }.joined().replacingOccurrences(of: "→", with: "\t") }
                examples.append(
                    Example(number: examples.count + 1, markdown: sides[0], expected: sides.dropFirst().joined()))
                parts = nil
            } else if line == ".", parts?.count == 1 {
                parts?.append([])
            } else if let last = parts?.indices.last {
                parts?[last].append(line)
            }
        }
        return examples
    }
}
