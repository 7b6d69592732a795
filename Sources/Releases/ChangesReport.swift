public import JSONText

/// How changes are told.
public enum ChangesFormat: String, Sendable, CaseIterable {
    case human, markdown, json

    public func text(_ changes: ReleaseChanges) -> String {
        switch self {
        case .human: ChangesText(changes, .plain).text
        case .markdown: ChangesText(changes, .markdown).text
        case .json: changes.json.text(indented: true)
        }
    }
}

/// Changes for people who sign them off.
private struct ChangesText {
    private let changes: ReleaseChanges
    private let marks: Marks
    private var lines: [String] = []

    /// How headings, lists, and removed and added words are marked.
    struct Marks: Sendable {
        let heading: @Sendable (String) -> String
        let item: String
        let removed: @Sendable (String) -> String
        let added: @Sendable (String) -> String
        let page: @Sendable (ReleaseChanges.PageName) -> String

        static let plain = Marks(
            heading: { $0 }, item: "  ", removed: { "[-\($0)-]" }, added: { "{+\($0)+}" },
            page: { $0.title.isEmpty ? $0.address : "\($0.address)  \($0.title)" })

        static let markdown = Marks(
            heading: { "## \($0)\n" }, item: "- ", removed: { "~~\(escaped($0))~~" }, added: { "**\(escaped($0))**" },
            page: { $0.title.isEmpty ? "`\($0.address)`" : "`\($0.address)` \(escaped($0.title))" })

        /// So that no word of a page is taken for a mark.
        static func escaped(_ text: String) -> String {
            String(text.flatMap { "\\`*_~[]<>#|".contains($0) ? ["\\", $0] : [$0] })
        }
    }

    init(_ changes: ReleaseChanges, _ marks: Marks) {
        self.changes = changes
        self.marks = marks
        if changes.isEmpty {
            lines = ["Nothing has changed."]
            return
        }
        if changes.isEmptyForReaders { lines = ["No text has changed for readers.", ""] }
        section("Telephone numbers", changes.telephones.map(telephone))
        texts("Definitions", changes.definitions)
        section("Pages added", changes.addedPages.map(marks.page))
        section("Pages removed", changes.removedPages.map(marks.page))
        texts("Changed text", changes.texts)
        section("Pages that changed out of sight", changes.otherwiseChangedPages.map(marks.page))
        let files = [
            ("added", changes.addedFiles), ("removed", changes.removedFiles), ("changed", changes.changedFiles),
        ]
        for (word, paths) in files { section("Other files \(word)", paths) }
    }

    var text: String { lines.joined(separator: "\n").trimmingLastLine + "\n" }

    private mutating func section(_ title: String, _ items: [String]) {
        guard !items.isEmpty else { return }
        lines.append(marks.heading("\(title) (\(items.count))"))
        lines += items.map { marks.item + $0 }
        lines.append("")
    }

    private func telephone(_ change: TelephoneChange) -> String {
        let name = change.label.isEmpty ? "" : "\(change.label): "
        let told =
            switch change.kind {
            case .replaced(let heir): "\(name)\(marks.removed(change.number)) \(marks.added(heir))"
            case .gone: "\(name)\(marks.removed(change.number)) is on no page any more"
            case .new: "\(name)\(marks.added(change.number)) is new"
            case .renamed(let old): "\(change.number) was \(marks.removed(old)), is \(marks.added(change.label))"
            case .moved: "\(name)\(change.number)"
            }
        let gained = change.gainedBy.isEmpty ? nil : "added to \(Self.listed(change.gainedBy))"
        let lost = change.lostBy.isEmpty ? nil : "taken from \(Self.listed(change.lostBy))"
        let places = [gained, lost].compactMap(\.self).joined(separator: ", ")
        return places.isEmpty ? told : "\(told) – \(places)"
    }

    private mutating func texts(_ title: String, _ changes: [TextChange]) {
        guard !changes.isEmpty else { return }
        lines.append(marks.heading("\(title) (\(changes.count))"))
        var last: [ReleaseChanges.PageName] = []
        for change in changes {
            if change.pages != last { lines.append(marks.item + place(change.pages)) }
            last = change.pages
            lines.append("    " + (marks.item == "- " ? "- " : "") + words(change.pieces))
        }
        lines.append("")
    }

    private func place(_ pages: [ReleaseChanges.PageName]) -> String {
        pages.count == 1 ? marks.page(pages[0]) : "on \(pages.count) pages: \(Self.listed(pages.map(\.address)))"
    }

    private static let most = 3

    private static func listed(_ addresses: [String]) -> String {
        let shown = addresses.prefix(most).joined(separator: ", ")
        return addresses.count > most ? "\(shown) and \(addresses.count - most) more" : shown
    }

    /// How many words are kept on each side of a change.
    private static let context = 8

    private func words(_ pieces: [WordChange.Piece]) -> String {
        let told = pieces.enumerated().map { place, piece in
            switch piece {
            case .removed(let text): marks.removed(text)
            case .added(let text): marks.added(text)
            case .same(let text):
                kept(text, isFirst: place == 0, isLast: place == pieces.count - 1)
            }
        }
        return told.joined(separator: " ")
    }

    private func kept(_ text: String, isFirst: Bool, isLast: Bool) -> String {
        let words = text.split(separator: " ")
        let (head, tail) = (isFirst ? 0 : Self.context, isLast ? 0 : Self.context)
        let shown =
            words.count <= head + tail
            ? text
            : (words.prefix(head) + ["…"] + words.suffix(tail)).joined(separator: " ")
        return marks.item == "- " ? Marks.escaped(shown) : shown
    }
}

extension String {
    fileprivate var trimmingLastLine: String { hasSuffix("\n") ? String(dropLast()) : self }
}

// MARK: JSON

extension ReleaseChanges {
    /// For programs; described in docs/releases.md.
    public var json: JSONValue {
        [
            "format": "signpost-release-changes-1",
            "telephones": .array(telephones.map(\.json)), "definitions": .array(definitions.map(\.json)),
            "pages_added": .array(addedPages.map(\.json)), "pages_removed": .array(removedPages.map(\.json)),
            "texts": .array(texts.map(\.json)), "pages_otherwise_changed": .array(otherwiseChangedPages.map(\.json)),
            "files_added": .strings(addedFiles), "files_removed": .strings(removedFiles),
            "files_changed": .strings(changedFiles),
        ]
    }
}

extension ReleaseChanges.PageName {
    fileprivate var json: JSONValue { ["address": .string(address), "title": .string(title)] }
}

extension TelephoneChange {
    fileprivate var json: JSONValue {
        let (word, other): (String, (String, String)?) =
            switch kind {
            case .replaced(let heir): ("replaced", ("replaced_by", heir))
            case .gone: ("gone", nil)
            case .new: ("new", nil)
            case .renamed(let old): ("renamed", ("label_before", old))
            case .moved: ("moved", nil)
            }
        return .object(
            [.init("number", .string(number)), .init("label", .string(label)), .init("change", .string(word))]
                + (other.map { [.init($0.0, .string($0.1))] } ?? [])
                + [.init("added_to", .strings(gainedBy)), .init("taken_from", .strings(lostBy))])
    }
}

extension TextChange {
    fileprivate var json: JSONValue {
        [
            "pages": .array(pages.map(\.json)),
            "words": .array(
                pieces.map {
                    switch $0 {
                    case .same(let text): ["same": .string(text)]
                    case .removed(let text): ["removed": .string(text)]
                    case .added(let text): ["added": .string(text)]
                    }
                }),
        ]
    }
}
