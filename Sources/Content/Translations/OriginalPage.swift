import Diagnostics
import Integrity
import YAMLData

/// A page as its translators see it: the facts that stay the same, and a name for this state of its text.
struct OriginalPage {
    private let facts: [YAMLNode.Entry]
    /// Eight hexadecimal digits of the SHA-256 digest of all that is to be translated: what stands at the top of the
    /// page but the facts that are the same in every language, and its text. Line ends and empty lines at the end do
    /// not count, so that the value is the same after a checkout on another system.
    let version: String

    /// `nil` where the file is no page that can be read; it has been reported where it was read itself.
    init?(_ file: SourceFile) {
        guard let text = PageText(file.bytes),
            case .mapping(let entries)? = YAMLReader.read(text.frontMatter, path: file.path, firstLine: 2).node?.value
        else { return nil }
        facts = entries.filter { Self.shared.contains($0.key) }
        var bytes: [UInt8] = []
        for entry in entries where !Self.shared.contains(entry.key) && entry.key != "aliases" {
            let alone = YAMLNode(.mapping([entry]), at: entry.keyLocation)
            bytes += alone.text.utf8
        }
        bytes += "---\n".utf8
        bytes += text.body.filter { $0 != UInt8(ascii: "\r") }
        while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        version = String(Digest.sha256(bytes).hex.prefix(8))
    }

    /// What stands at the top of a translation, and below it the facts that it takes from the original.
    func completed(_ translation: YAMLNode) -> YAMLNode {
        guard case .mapping(let entries) = translation.value else { return translation }
        let own = Set(entries.map(\.key))
        return YAMLNode(.mapping(entries + facts.filter { !own.contains($0.key) }), at: translation.location)
    }

    /// Keys of front matter that are the same in every language: dates, numbers, ids, and fixed words. Every other
    /// key holds text, which a translation gives itself.
    private static let shared: Set<String> = [
        "kind", "audience", "order", "owner", "reviewed", "review_by", "sources", "contacts", "draft", "publish_on",
        "expires_on", "lists", "number", "sector", "call", "of", "date", "campaign", "resources", "year", "status",
        "superseded_by", "source", "level", "courses", "prerequisites", "predecessor", "wording", "checksum",
    ]
}
