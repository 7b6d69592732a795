import Content
import Diagnostics
import Markdown
import Prose
import Schemas
import Theming

extension BoardReview {
    /// Quotations that name a definition and do not have its words.
    ///
    /// A quotation is a block with a parameter of the host type `definition`; its words are in the parameter `text`.
    func quotations() -> [Diagnostic] {
        board.pages.items.filter { !$0.components.isEmpty }.flatMap { page in
            zip(page.components, page.body.components).compactMap { use, block in
                Quotation(use).flatMap { fault($0, at: block.location) }
            }
        }
    }

    private func fault(_ quotation: Quotation, at place: Location) -> Diagnostic? {
        guard let page = board.pages.find(quotation.definition) else { return nil }
        guard case .definition(let definition) = page.kind, let wording = definition.wording else {
            return Diagnostic(
                .misquoted, "\"\(page.front.title)\" has no wording that a quotation could be compared with", at: place,
                notes: [.init("it is this page", at: .wholeFile(page.shownPath))],
                help: "give the page of the definition `wording` and `checksum`, or name another with `definition:`")
        }
        let changes = WordDifference(of: WordDifference.words(quotation.text), from: wording.words).changes
        guard let first = changes.first else { return nil }
        return Diagnostic(
            .misquoted, "this is not what \"\(page.front.title)\" says: \(first.sentence)", at: place,
            notes: changes.dropFirst().prefix(9).map { .init($0.sentence) },
            help: "copy the words from `wording` in \(page.shownPath)")
    }
}

private struct Quotation {
    let definition: ID<Page>
    let text: String

    init?(_ use: ComponentUse) {
        var (definition, text): (String?, String?) = (nil, nil)
        for (parameter, argument) in zip(use.component.parameters, use.arguments) {
            switch (parameter.type, argument) {
            case (.host(let type), .host(let ids)) where type.word == "definition": definition = ids.first
            case (.text, .text(let words)) where parameter.name == "text": text = words
            default: break
            }
        }
        guard let definition, let text else { return nil }
        (self.definition, self.text) = (ID(definition), text)
    }
}

extension WordDifference.Change {
    fileprivate var sentence: String {
        func quoted(_ words: [String]) -> String { "\"\(words.joined(separator: " "))\"" }
        func place(_ before: [String]) -> String { before.isEmpty ? " at the start" : " after \(quoted(before))" }
        return switch self {
        case .missing(let words, let before): "\(quoted(words)) is missing\(place(before))"
        case .added(let words, let before): "\(quoted(words)) is too much\(place(before))"
        case .replaced(let words, let others): "\(quoted(others)) stands in place of \(quoted(words))"
        }
    }
}
