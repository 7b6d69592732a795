extension SchemaShape {
    /// What an author writes, in words: the middle column of the content reference.
    var wording: String {
        switch self {
        case .text(nil): "a line of text"
        case .text(let longest?): "a line of text, at most \(longest) characters"
        case .prose: "text"
        case .markdown: "text in Markdown"
        case .date: "a date: `2026-09-01`"
        case .clockTime: "a time: `\"09:30\"`"
        case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .number: "a number: `1.5`"
        case .flag: "`true` or `false`"
        case .webAddress: "a web address: `https://www.example.org/page`"
        case .emailAddress: "an e-mail address: `hello@example.org`"
        case .telephone: "a telephone number, digits and spaces: `01632 960001`"
        case .sitePath: "a path on the site: `/old/page/`"
        case .shortName: "a short name: lower-case letters, digits, hyphens"
        case .languageTag: "a language tag: `en`"
        case .word(_, let words): words.count == 1 ? "`\(words[0])`" : "one of \(Self.spelled(words))"
        case .identifier: "an id of its own: lower-case letters, digits, hyphens"
        case .reference(let entity): "the id of \(entity.noun.withArticle), from \(entity.homeWording)"
        case .path(let entity): "the path of \(entity.noun.withArticle): `parents/index.md`"
        case .list(let item, let atLeastOne): Self.list(of: item, atLeastOne: atLeastOne)
        case .object: "a group of keys, see below"
        case .texts(let noun): "keys of your own, each with a \(noun)"
        case .anything: "what the block would hold on a page"
        }
    }

    private static func spelled(_ words: [String]) -> String {
        words.map { "`\($0)`" }.joined(separator: ", ")
    }

    private static func list(of item: SchemaShape, atLeastOne: Bool) -> String {
        let few = atLeastOne ? ", one or more" : ""
        return switch item {
        case .object: "a list of groups of keys\(few), see below"
        case .word(_, let words): "a list\(few), of \(spelled(words))"
        default: "a list\(few): each \(item.wording)"
        }
    }

    /// The group of keys that stands here, or of which each item of the list here is one.
    var group: ObjectShape? {
        switch self {
        case .object(let group): group
        case .list(let item, _): item.group
        default: nil
        }
    }
}

extension EntityKind {
    /// Its home as code where it is a file.
    fileprivate var homeWording: String { home.hasSuffix(".yaml") ? "`\(home)`" : home }
}
