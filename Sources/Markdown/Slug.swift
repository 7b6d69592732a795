/// Text turned into the id of a heading, as GitHub does it: `What to do – now!` becomes `what-to-do--now`, here with
/// runs of hyphens made one: `what-to-do-now`.
///
/// Letters and digits of every script stay, with their combining marks, in lower case; white space and hyphens become
/// one hyphen; everything else goes. A slug's slug is itself.
public enum Slug {
    /// The slug of `text`, or an empty string where it has neither letters nor digits.
    public static func make(_ text: some StringProtocol) -> String { ofASCII(text.utf8) ?? ofAnyScript(text) }

    /// The same for what nearly all headings are made of, a byte at a time; `nil` where there are other letters.
    private static func ofASCII(_ text: some Collection<UInt8>) -> String? {
        var slug: [UInt8] = []
        slug.reserveCapacity(text.count)
        var gap = false
        for byte in text {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"):
                if gap, !slug.isEmpty { slug.append(UInt8(ascii: "-")) }
                gap = false
                let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                slug.append(isCapital ? byte | 0x20 : byte)
            case UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"): gap = true
            case 0x80...: return nil
            default: continue
            }
        }
        return String(decoding: slug, as: UTF8.self)
    }

    private static func ofAnyScript(_ text: some StringProtocol) -> String {
        var slug = String.UnicodeScalarView()
        var gap = false
        for scalar in text.lowercased().unicodeScalars {
            if isKept(scalar) {
                if gap, !slug.isEmpty { slug.append("-") }
                gap = false
                slug.append(scalar)
            } else if isGap(scalar) {
                gap = true
            }
        }
        return String(slug)
    }

    private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
        guard !scalar.isASCII else { return scalar == "-" || scalar == " " || scalar == "\t" || scalar == "\n" }
        return scalar.properties.isWhitespace || scalar.properties.isDash
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "_"
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        case .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber: return true
        default: return false
        }
    }
}

/// The slugs of one document, each given out once.
struct SlugRegister {
    private var used: Set<String> = []
    private var counts: [String: Int] = [:]

    /// The slug of `text`, with `-2`, `-3` and so on behind it where it is taken. Text without a letter counts as
    /// `section`.
    mutating func claim(_ text: String) -> String {
        let made = Slug.make(text)
        let base = made.isEmpty ? "section" : made
        var count = counts[base, default: 0] + 1
        var slug = count == 1 ? base : "\(base)-\(count)"
        while used.contains(slug) {
            count += 1
            slug = "\(base)-\(count)"
        }
        counts[base] = count
        used.insert(slug)
        return slug
    }
}
