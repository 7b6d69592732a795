import Diagnostics
public import Languages
public import Schemas

/// `signpost.yaml`: who the board is and how its site is built.
public struct BoardSettings: Sendable {
    public let board: Identity
    public let languages: Languages
    /// The address that the public site will have, with a slash at the end. It may lead into a subfolder.
    public let baseURL: String
    public let theme: String
    /// Where "Exit this page" leads: a neutral page that says nothing about this one.
    public let exitURL: String
    /// The contacts that stand on every page, in this order.
    public let helplines: [ID<Contact>]
    /// The folders in the main menu, in order.
    public let navigation: [ID<Page>]
    public let footer: [ID<Page>]
    /// The page that tells readers how to leave no traces.
    public let safetyPage: ID<Page>?
    /// The kinds of pages whose text may hold (filtered) HTML.
    public let rawHTML: [PageKind.Word]
    /// The folder of training records, from the content folder.
    public let records: String?
    /// Whether nobody in the records is real, so that they may lie in the content folder.
    public let recordsAreFictional: Bool
    /// The file of the published summary of training, from the content folder.
    public let summary: String?
    public let disclosure: Disclosure
    public let pictures: Pictures
    public let reviews: Reviews

    /// What pictures may cost a reader.
    public struct Pictures: Sendable, Hashable {
        /// What the pictures of one page may weigh on a telephone, in thousands of bytes.
        public let pageKilobytes: Int

        /// At 1.6 Mbit/s, a poor mobile connection, these take two and a half seconds.
        public static let usual = Pictures(pageKilobytes: 500)
    }
    /// How the board's certificates are checked; `nil` where it signs none.
    public internal(set) var certificates: Certificates? = nil
    /// What holds for the copies that schools host.
    public internal(set) var schoolCopies: SchoolCopies = .usual
    /// What the board has decided of its pages.
    public internal(set) var policies: [Policy] = []

    /// What holds for the copies that schools host.
    public struct SchoolCopies: Sendable, Hashable {
        /// How many months a copy may be relied on.
        public let reviewMonths: Int

        /// Two terms: telephone numbers change, and *Keeping Children Safe in Education* changes each September.
        public static let usual = SchoolCopies(reviewMonths: 6)
    }

    /// What the site is written in.
    public struct Languages: Sendable, Hashable {
        /// The language of every page that is no translation.
        public let own: Language
        /// The languages that pages are translated into, in the order in which readers are offered them.
        public let others: [Language]
    }

    /// The partnership and its place.
    public struct Identity: Sendable {
        public let name: String
        public let shortName: String?
        public let area: String
        /// Whether every page says that this is an example board.
        public let isExample: Bool
        public let email: String?
        public let address: [String]
    }

    /// What anybody needs to check a certificate.
    public struct Certificates: Sendable {
        /// The public half of the board's key: `ed25519:` and 43 characters.
        public let publicKey: Located<String>
    }

    /// What may be published of records of people.
    public struct Disclosure: Sendable, Hashable {
        public let smallCounts: SmallCounts
        public let allowedPhrases: [AllowedPhrase]

        public static let usual = Disclosure(smallCounts: .usual, allowedPhrases: [])
    }

    /// Words that look like somebody's personal data and are not, such as a street called Rose Hill: the search for
    /// personal data lets them stand.
    public struct AllowedPhrase: Sendable, Hashable {
        public let text: String
        /// Why, for whoever signs the release off.
        public let reason: String
    }

    /// What is done about counts so small that they point at people.
    public struct SmallCounts: Sendable, Hashable {
        /// Counts from 1 to this number are hidden. The Department for Education's statistics hide 1 to 5.
        public let threshold: Int
        /// What stands in their place: `c`, for "confidential", in the same statistics.
        public let symbol: String
        /// Counts that are shown are rounded to a multiple of this; 1 leaves them as they are.
        public let rounding: Int
        /// Whether a true 0 is told.
        public let zeros: Zeros
        /// When a count is hidden because one agency makes up nearly all of it.
        public let dominance: Dominance

        public static let usual = SmallCounts(threshold: 5, symbol: "c")

        public init(
            threshold: Int, symbol: String, rounding: Int = 1, zeros: Zeros = .shown, dominance: Dominance = .none
        ) {
            self.threshold = threshold
            self.symbol = symbol
            self.rounding = rounding
            self.zeros = zeros
            self.dominance = dominance
        }
    }

    /// What is done about a true 0.
    public enum Zeros: String, Sendable, CaseIterable {
        case shown, hidden
    }

    /// Rules for counts to which few contribute nearly all, so that one contributor could work out another's share.
    ///
    /// The prior-posterior and the (n, k) rule of Willenborg and de Waal, *Elements of Statistical Disclosure Control*
    /// (Springer 2001), 4.2.
    public struct Dominance: Sendable, Hashable {
        /// A count is hidden if the second largest contributor could work out the largest to within so many per cent.
        public let percent: Int?
        /// A count is hidden if so many contributors…
        public let largest: Int
        /// …make up more than so many per cent of it; `nil` for no such rule.
        public let share: Int?

        public static let none = Dominance(percent: nil, largest: 1, share: nil)
    }

    public static let reader: Reader<BoardSettings> = .object(
        "board's settings", "`signpost.yaml`: who the board is and how its site is built.",
        required("board", identity, "The partnership and its place."),
        languages,
        required("base_url", .baseAddress, "The address that the site will have."),
        optional("theme", .word, "The folder under `themes/`.", otherwise: "default", spelled: "default"),
        required("exit", exit, "The way off the site."),
        required("helplines", .nonEmptyList(of: .reference()), "The contacts on every page, in order."),
        list("navigation", .page, "The folders in the main menu, in order."),
        list("footer", .page, "The pages in the footer, in order."),
        optional("safety_page", .page, "The page on leaving no traces."),
        list("raw_html", .word("page kind"), "Kinds of pages that may hold (filtered) HTML."),
        optional("records", .text, "The folder of training records, from the content folder."),
        optional(
            "records_are_fictional", .flag, "Says that nobody in the records is real.", otherwise: false,
            spelled: "false"),
        optional("summary", .text, "The file of the published summary of training, from the content folder."),
        optional(
            "disclosure", disclosure, "What is done about small counts and about words that look like people.",
            otherwise: .usual, spelled: "threshold 5, symbol c"),
        optional(
            "pictures", pictures, "What pictures may cost a reader.", otherwise: .usual, spelled: "500 kB on a page"),
        optional(
            "reviews", Reviews.reader, "How the board keeps its pages from going stale.", otherwise: .usual,
            spelled: "a banner on overdue pages"),
        optional("certificates", certificates, "How the board's certificates are checked."),
        optional(
            "school_copies", schoolCopies, "What holds for the copies that schools host.", otherwise: .usual,
            spelled: "six months"),
        list("policies", Policy.reader, "What the board has decided of its pages, checked on the finished site."),
        as: BoardSettings.init)

    private static let languages: Fields<Languages> = fields(
        optional("language", .languageTag, "The site's language.", otherwise: "en", spelled: "en"),
        list(
            "languages", Reader.languageTag.located,
            "The languages that pages are translated into, in the order in which readers are offered them."),
        as: { ($0, $1) }
    ).checked { languages, _, reading in
        for (index, language) in languages.1.enumerated()
        where ([languages.0] + languages.1[..<index].map(\.value)).contains(language.value) {
            reading.report(
                .languageTwice, "the language \"\(language.value)\" is listed twice", at: language.location,
                help: "take it out of `languages`")
        }
    }.map { Languages(own: Language($0.0), others: $0.1.map { Language($0.value) }) }

    private static let certificates: Reader<Certificates> = .object(
        "way to check certificates", "How the board's certificates are checked.",
        required(
            "public_key", Reader.text.located,
            "The public half of the board's key, as `signpost keys new` prints it; anybody may know it."),
        as: Certificates.init)

    private static let schoolCopies: Reader<SchoolCopies> = .object(
        "rule for schools' copies", "What holds for the copies that schools host.",
        optional(
            "review_months", .integer(1...24),
            "How many months after it was made a copy starts to say that it is out of date.", otherwise: 6,
            spelled: "6"),
        as: SchoolCopies.init)

    private static let identity: Reader<Identity> = .object(
        "board", "The partnership and its place.",
        required("name", .text, "Its full name."),
        optional("short_name", .text, "Its short name, for headers and titles."),
        required("area", .text, "The place it serves."),
        optional("example", .flag, "Says on each page that this is an example.", otherwise: false, spelled: "false"),
        optional("email", .emailAddress, "Its e-mail address."),
        list("address", .text, "Its postal address, line by line."),
        as: Identity.init)

    private static let exit: Reader<String> = .object(
        "way off the site", "Where \"Exit this page\" leads.",
        required("url", .webAddress, "A neutral page, such as a weather forecast."),
        as: { $0 })

    private static let disclosure: Reader<Disclosure> = .object(
        "rule for what is published of people",
        "What is done about small counts and about words that look like people.",
        smallCounts,
        list("allowed_phrases", allowedPhrase, "Words that look like personal data and are not."),
        as: Disclosure.init)

    private static let pictures: Reader<Pictures> = .object(
        "rule for pictures", "What pictures may cost a reader.",
        optional(
            "page_kilobytes", .integer(1...100_000),
            "What the pictures of one page may weigh on a telephone, in thousands of bytes.", otherwise: 500,
            spelled: "500"),
        as: Pictures.init)

    private static let smallCounts: Fields<SmallCounts> = fields(
        optional("threshold", .integer(1...1000), "Counts from 1 to this are hidden.", otherwise: 5, spelled: "5"),
        optional("symbol", .text(upTo: 3), "What stands in their place.", otherwise: "c", spelled: "c"),
        optional(
            "rounding", .integer(1...100), "Counts that are shown are rounded to a multiple of this.", otherwise: 1,
            spelled: "1"),
        optional(
            "zeros", .word("treatment of zeros"), "What is done about a true 0.", otherwise: .shown, spelled: "shown"),
        optional(
            "dominance", dominance, "When a count is hidden because one agency makes up nearly all of it.",
            otherwise: .none, spelled: "never"),
        as: SmallCounts.init)

    private static let dominance: Reader<Dominance> = .object(
        "rule of dominance", "When a count is hidden because one agency makes up nearly all of it.",
        optional(
            "percent", .integer(1...100),
            "Hidden if the second largest agency could work out the largest to within so many per cent."),
        optional("largest", .integer(1...10), "Hidden if so many agencies…", otherwise: 1, spelled: "1"),
        optional("share", .integer(50...100), "…make up more than so many per cent of it."),
        as: Dominance.init)

    private static let allowedPhrase: Reader<AllowedPhrase> = .object(
        "allowed phrase", "Words that look like personal data and are not.",
        required("text", .text, "The words, with as many of their neighbours as always stand with them."),
        required("reason", .text, "Why they may stand on the site."),
        as: AllowedPhrase.init)
}
