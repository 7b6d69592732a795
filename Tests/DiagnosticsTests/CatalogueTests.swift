import Diagnostics
import Testing

@Suite struct CatalogueTests {
    @Test func `every code has a number of its own`() {
        let ids = DiagnosticCode.catalogue.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.count == 5 && $0.hasPrefix("SP") && Int($0.dropFirst(2)) != nil })
    }

    @Test(arguments: DiagnosticCode.catalogue)
    func `every code has a page that a person can act on`(code: DiagnosticCode) {
        let firstWord = code.title.prefix { $0 != " " }
        #expect(firstWord == firstWord.lowercased() || firstWord == firstWord.uppercased(), "a title is no sentence")
        #expect(!code.title.isEmpty && !code.title.hasSuffix("."))
        #expect(code.explanation.count > 80)
    }

    @Test func `a code is found in either letter case`() {
        #expect(DiagnosticCode.named("sp014") == .unknownWord)
        #expect(DiagnosticCode.named("SP999") == nil)
    }
}
