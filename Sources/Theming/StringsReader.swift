import Diagnostics
import Languages
import Schemas
import YAMLData

/// Reads `strings/<language>.yaml` of a theme and its parents.
///
/// Each file is laid over the one of the parent word by word, so that a child theme changes one word by a file of one
/// line. English says which words there are; where another language lacks one, English stands in and is reported.
struct StringsReader {
    let files: ThemeFiles
    private let english: [String: String]
    private let plurals: Set<String>

    init(_ files: ThemeFiles, _ reading: inout Reading) {
        self.files = files
        english = Self.texts(.english, files, &reading).mapValues(\.value)
        let bases = english.keys.filter { $0.hasSuffix("_one") }.map { String($0.dropLast("_one".count)) }
        plurals = Set(bases.filter { [english] base in english[PluralCategory.other.key(of: base)] != nil })
    }

    /// The words of a language that the site speaks.
    func strings(_ language: Language, _ reading: inout Reading) -> Strings {
        guard language != .english else { return Strings(.english, english, plurals: plurals) }
        let spoken = Self.texts(language, files, &reading)
        for (key, text) in spoken.sorted(by: { $0.key < $1.key }) { check(key, text, &reading) }
        reportMissing(in: spoken, language, &reading)
        return Strings(
            language, english.merging(spoken.mapValues(\.value)) { _, spoken in spoken }, plurals: plurals)
    }

    private static func texts(
        _ language: Language, _ files: ThemeFiles, _ reading: inout Reading
    ) -> [String: Located<String>] {
        var all: [String: Located<String>] = [:]
        for node in files.nodes("strings/\(language.tag).yaml", &reading) {
            guard case .mapping(let entries) = node.value,
                let texts = Reader.texts(named: "text").value(of: node, &reading)
            else { continue }
            for entry in entries { all[entry.key] = texts[entry.key].map { Located($0, at: entry.keyLocation) } }
        }
        return all
    }

    /// A word that English does not have is used by nobody; and the places in braces are filled by name.
    private func check(_ key: String, _ text: Located<String>, _ reading: inout Reading) {
        guard let original = original(of: key) else {
            return reading.report(
                .unknownString, "strings/en.yaml has no text \"\(key)\"", at: text.location,
                help: Spelling.suggestion(for: key, in: english.keys.sorted())
                    ?? "add the English text first, or take this one out")
        }
        let (wanted, given) = (original.text.places, text.value.places)
        let lost = original.isForm ? [] : wanted.subtracting(given)
        guard !lost.isEmpty || !given.isSubset(of: wanted) else { return }
        let names = wanted.sorted().map { "{\($0)}" }.joined(separator: ", ")
        reading.report(
            .stringPlaces, "the text \"\(key)\" has other places in braces than the English one", at: text.location,
            help: wanted.isEmpty ? "the English text has none" : "the English text has \(names)")
    }

    private func original(of key: String) -> (text: String, isForm: Bool)? {
        for category in PluralCategory.allCases {
            let base = String(key.dropLast(category.rawValue.count + 1))
            guard plurals.contains(base), key == category.key(of: base) else { continue }
            return english[PluralCategory.other.key(of: base)].map { ($0, true) }
        }
        return english[key].map { ($0, false) }
    }

    private func reportMissing(
        in spoken: [String: Located<String>], _ language: Language, _ reading: inout Reading
    ) {
        let forms = plurals.flatMap { word in language.pluralCategories.map { $0.key(of: word) } }
        let words = english.keys.filter { original(of: $0)?.isForm == false }
        let missing = (words + forms).filter { spoken[$0] == nil }.sorted()
        guard !missing.isEmpty else { return }
        let shown =
            missing.prefix(Self.mostNamed).joined(separator: ", ") + (missing.count > Self.mostNamed ? " …" : "")
        let path = "strings/\(language.tag).yaml"
        let place = files[path] == nil ? nil : Location(path: files.shownPath(path), start: .start)
        let count = missing.count == 1 ? "1 text" : "\(missing.count) texts"
        reading.diagnostics.append(
            Diagnostic(
                .missingTranslatedStrings, "the theme lacks \(count) of its interface in \"\(language.tag)\": \(shown)",
                at: place, help: "add them to \(path); until then English stands in"))
    }

    private static let mostNamed = 8
}

extension String {
    /// The names in braces: `count` and `shown` of `{count} … {shown}`.
    fileprivate var places: Set<String> {
        let parts = split(separator: "{", omittingEmptySubsequences: false).dropFirst()
        return Set(parts.compactMap { part in part.firstIndex(of: "}").map { String(part[..<$0]) } })
    }
}
