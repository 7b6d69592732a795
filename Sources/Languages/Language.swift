/// A language in which pages are written, by its BCP 47 tag.
public struct Language: Sendable, Hashable, Comparable, ExpressibleByStringLiteral {
    /// As written: `cy`, `pa`, `zh-Hant`.
    public let tag: String

    /// - Parameter tag: See ``isTag(_:)``; any other text is taken as a language of which nothing is known.
    public init(_ tag: String) { self.tag = tag }

    public init(stringLiteral tag: String) { self.init(tag) }

    public static let english = Language("en")

    /// The language alone, without script and region: `pa` of `pa-Guru`.
    public var primary: String { String(tag.prefix { $0 != "-" }).lowercased() }

    /// Whether a text has the form of a language tag as sites use them: two or three letters, and parts of letters and
    /// digits behind hyphens (RFC 5646 §2.1, without its private and grandfathered forms).
    public static func isTag(_ text: some StringProtocol) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy(isLetter) else { return false }
        return parts.dropFirst().allSatisfy { part in
            (2...8).contains(part.count) && part.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
        }
    }

    public static func < (a: Language, b: Language) -> Bool { a.tag < b.tag }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}

extension Language {
    /// Whether its usual script, or the one that its tag names, runs from right to left: Unicode CLDR 46,
    /// `scriptMetadata.txt`, for the scripts that living languages of readers here use.
    public var isRightToLeft: Bool {
        if let script { return Self.rightToLeftScripts.contains(script) }
        return Self.rightToLeft.contains(primary)
    }

    /// The value of HTML's `dir` attribute.
    public var direction: String { isRightToLeft ? "rtl" : "ltr" }

    /// The script that the tag names: a part of four letters (RFC 5646 §2.2.3).
    private var script: String? {
        tag.split(separator: "-").dropFirst().first { $0.utf8.count == 4 && $0.utf8.allSatisfy(Self.isLetter) }
            .map { $0.lowercased() }
    }

    private static let rightToLeftScripts: Set<String> = ["arab", "hebr", "syrc", "thaa", "nkoo", "rohg"]

    private static let rightToLeft: Set<String> = [
        "ar", "ckb", "dv", "fa", "he", "ks", "pnb", "prs", "ps", "rhg", "sd", "skr", "syr", "ug", "ur", "yi",
    ]
}

extension Language {
    /// Its name in the language itself, so that whoever reads it finds it; the tag where it is not known here.
    ///
    /// Names as in Unicode CLDR 46, with a capital letter where the script has them, because they stand alone.
    public var ownName: String { Self.ownNames[tag.lowercased()] ?? Self.ownNames[primary] ?? tag }

    private static let ownNames: [String: String] = [
        "am": "አማርኛ", "ar": "العربية", "bg": "Български", "bn": "বাংলা", "ckb": "کوردیی ناوەندی", "cs": "Čeština",
        "cy": "Cymraeg", "de": "Deutsch", "en": "English", "es": "Español", "fa": "فارسی", "fr": "Français",
        "ga": "Gaeilge", "gd": "Gàidhlig", "gu": "ગુજરાતી", "he": "עברית", "hi": "हिन्दी", "hu": "Magyar",
        "it": "Italiano", "ku": "Kurdî", "kw": "Kernewek", "lt": "Lietuvių", "lv": "Latviešu", "ml": "മലയാളം",
        "ne": "नेपाली", "pa": "ਪੰਜਾਬੀ", "pa-arab": "پنجابی", "pl": "Polski", "prs": "دری", "ps": "پښتو",
        "pt": "Português", "ro": "Română", "ru": "Русский", "sk": "Slovenčina", "so": "Soomaali", "sq": "Shqip",
        "sw": "Kiswahili", "ta": "தமிழ்", "te": "తెలుగు", "ti": "ትግርኛ", "tr": "Türkçe", "uk": "Українська",
        "ur": "اردو", "vi": "Tiếng Việt", "yi": "ייִדיש", "zh": "中文", "zh-hant": "繁體中文",
    ]
}
