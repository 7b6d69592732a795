import Diagnostics
import Markdown
import Prose

/// Judges whether the headings of a page are those that it announces, and whether their numbers go on one by one.
struct HeadingCheck {
    private let headings: [MarkdownDocument.Heading]
    private let text: RunningText
    private let path: String
    private var places: WordPlaces

    /// - Parameters:
    ///   - bytes: The whole file, as it was read.
    ///   - document: Its text, parsed so that it keeps its running text.
    init(_ document: MarkdownDocument, bytes: [UInt8], path: String) {
        headings = document.outline
        text = document.runningText
        self.path = path
        places = WordPlaces(bytes, path: path)
    }

    mutating func faults() -> [Diagnostic] { gaps() + announcements() }

    // MARK: Numbers

    /// Numbers that are missing or stand twice among headings of one level below the same heading.
    private func gaps() -> [Diagnostic] {
        var last: [Int: (number: Numbered, heading: MarkdownDocument.Heading)] = [:]
        return headings.compactMap { heading in
            for level in last.keys where level > heading.level { last[level] = nil }
            guard let number = Numbered(heading.text) else { return nil }
            defer { last[heading.level] = (number, heading) }
            guard let before = last[heading.level], before.number.stem == number.stem,
                number.last != before.number.last + 1
            else { return nil }
            return Diagnostic(
                .headingNumber, "\"\(heading.text)\" stands behind \"\(before.heading.text)\"", at: heading.location,
                help: "correct the number, or put in what is missing")
        }
    }

    /// A heading that begins with a number: "4. Partnerships", "3) Governance", "4.2 Early help".
    private struct Numbered {
        let stem: [Int]
        let last: Int

        init?(_ heading: String) {
            let number = heading.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == ")" }
            let rest = heading.dropFirst(number.count)
            // "2026 in figures" is no numbered heading, and neither is "16-17 years".
            guard let last = number.last, rest.first == " " || rest.isEmpty,
                !last.isNumber || number.contains(".")
            else { return nil }
            let numbers = number.split { $0 == "." || $0 == ")" }.map { Int($0) }
            guard let end = numbers.last ?? nil, end < 100, !numbers.contains(nil) else { return nil }
            stem = numbers.dropLast().compactMap(\.self)
            self.last = end
        }
    }

    // MARK: Announcements

    /// Lists that name the headings behind them, but for some.
    private mutating func announcements() -> [Diagnostic] {
        let titles = headings.map { ($0, Self.words($0.text)) }
        let known = Set(titles.map(\.1))
        return lists().flatMap { items -> [Diagnostic] in
            let told = items.filter { known.contains(Self.words(text.text($0))) }.count
            // Two words in common may be chance; three headings in a list of four are its contents.
            guard told >= 3, told * 3 >= items.count * 2 else { return [] }
            return items.filter { !known.contains(Self.words(text.text($0))) }.map { item in
                let words = Self.words(text.text(item))
                let near = titles.filter { Self.areAlike($0.1, words) }.map(\.0).first
                return Diagnostic(
                    .unlikeHeading,
                    "\"\(text.text(item))\" stands among the headings of this page, and "
                        + (near.map { "the heading is \"\($0.text)\"" } ?? "there is no such heading"),
                    at: places.location(of: item, in: text),
                    notes: near.map { [.init("here", at: $0.location)] } ?? [],
                    help: "make the two the same, or put in what is missing")
            }
        }
    }

    /// The points of each list, in order.
    private func lists() -> [[Range<Int>]] {
        var lists: [[Range<Int>]] = []
        var isOpen = false
        for passage in text.passages {
            if passage.kind == .item {
                if isOpen { lists[lists.count - 1].append(passage.range) } else { lists.append([passage.range]) }
            }
            isOpen = passage.kind == .item
        }
        return lists
    }

    /// The words of a heading without its number, the page it is on, and what joins words.
    private static func words(_ text: String) -> [String] {
        var words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        if words.count > 2, words[words.count - 2] == "page", Int(words[words.count - 1]) != nil { words.removeLast(2) }
        return Array(words.drop { Int($0) != nil }).filter { $0 != "and" && $0 != "the" }
    }

    /// Whether at least half of all their words are in both.
    private static func areAlike(_ one: [String], _ other: [String]) -> Bool {
        let (one, other) = (Set(one), Set(other))
        return !one.isEmpty && 2 * one.intersection(other).count >= one.union(other).count
    }
}
