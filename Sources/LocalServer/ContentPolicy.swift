/// Lets a page's own Content Security Policy admit the preview's script and its event stream.
///
/// Pages carry their policy in a `<meta>` tag (Content Security Policy Level 3, section 3.3). Only the bytes on the wire
/// to the preview are changed, and only by `'self'`.
struct ContentPolicy {
    private var directives: [[Substring]]

    init(_ text: String) {
        directives = text.split(separator: ";").map { $0.split(whereSeparator: \.isWhitespace) }.filter { !$0.isEmpty }
    }

    var text: String { directives.map { $0.joined(separator: " ") }.joined(separator: "; ") }

    /// Adds `'self'` to what `name` allows; a policy that does not speak of it, not even by default, allows it already.
    mutating func allowSelf(for name: String) {
        if let index = index(of: name) {
            directives[index] = Self.withSelf(directives[index])
        } else if let fallback = index(of: "default-src") {
            directives.append(Self.withSelf([Substring(name)] + directives[fallback].dropFirst()))
        }
    }

    private func index(of name: String) -> Int? { directives.firstIndex { $0.first?.lowercased() == name } }

    private static func withSelf(_ directive: [Substring]) -> [Substring] {
        let sources = directive.filter { $0.lowercased() != "'none'" }
        return sources.contains { $0.lowercased() == "'self'" } ? sources : sources + ["'self'"]
    }
}

extension ContentPolicy {
    /// `page` with every policy in it widened for the preview.
    static func widened(_ page: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var done = 0
        var at = 0
        while let tag = MetaTag.next(in: page, from: at) {
            at = tag.end
            guard tag.value(of: "http-equiv", in: page)?.text.lowercased() == "content-security-policy",
                let content = tag.value(of: "content", in: page)
            else { continue }
            var policy = ContentPolicy(content.text)
            policy.allowSelf(for: "script-src")
            policy.allowSelf(for: "connect-src")
            if policy.index(of: "script-src-elem") != nil { policy.allowSelf(for: "script-src-elem") }
            let escaped = policy.text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
            result += page[done..<content.range.lowerBound]
            result += Array("\"\(escaped)\"".utf8)
            done = content.range.upperBound
        }
        return result + page[done...]
    }
}
