import Diagnostics
import Testing

@testable import Disclosure

/// The search index is judged by what it says, not by the digits it is packed with.
@Suite struct GateIndexTests {
    @Test func `the words of a real index come out whole`() async throws {
        var board = GateBoard()
        board.say("Helped by hotels and hôtels, 020794601.")
        let (_, site) = try await board.built()
        let index = try #require(site.first { $0.path.hasPrefix("search/") && $0.path.hasSuffix(".js") })
        let text = try #require(unpacked(index.path, String(decoding: index.bytes, as: UTF8.self)))
        for word in ["helped", "hotels", "hôtels", "020794601"] { #expect(text.contains("!\n\(word)!\n")) }
        #expect(!text.contains("hits"))
    }

    @Test(arguments: [("00770 40900123", "SP095"), ("0401023 62137", "SP096")])
    func `a number whose beginning packing leaves out is found`(words: String, finding: String) async throws {
        #expect(try await findings(Self.index(words, "C D")) == [finding])
    }

    @Test(arguments: [
        Self.index("0a 0b", "07700 900123"), Self.index("0a", "07700900123"), Self.index("0ab 1401 1023", "C D 2137"),
        Self.index("0grace 0young", "C D"), Self.index("0401 0023 02137", "C D E"),
    ])
    func `what packing puts side by side is nothing`(index: String) async throws {
        #expect(try await findings(index).isEmpty)
    }

    @Test(arguments: [
        "signpostSearch(07700900123);\n", Self.index("0a", "C, 07700900123"), Self.index("z 07700900123", "C"),
        Self.index("0a", "C") + "// 07700900123\n", Self.index("0a 07700900123", "C 07700900123 C"),
    ])
    func `what is no index is read as it stands`(text: String) async throws {
        #expect(try await findings(text).contains("SP095"))
    }

    @Test func `a number in a script that is no index is found`() async throws {
        #expect(try await findings("x = '07700 900123'", path: "assets/site.js") == ["SP095"])
    }

    private static func index(_ words: String, _ hits: String) -> String {
        #"signpostSearch({"language":"en","pages":[["../","A","B.",1]],"words":"\#(words)","hits":"\#(hits)"});"# + "\n"
    }

    private func unpacked(_ path: String, _ text: String) -> String? {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            IndexContents(path: path, bytes).map { String(decoding: $0.text, as: UTF8.self) }
        }
    }

    private func findings(_ text: String, path: String = "search/en.0.js") async throws -> [String] {
        let gate = try await GateBoard().built().gate
        return await gate.scan([(path, Array(text.utf8))]).diagnostics.map(\.short)
    }
}
