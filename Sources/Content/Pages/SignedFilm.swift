import Diagnostics
public import Schemas

/// A page's film in British Sign Language, which is a language of its own and not a signed form of English.
public struct SignedFilm: Sendable {
    public let place: Place
    /// All that is signed and shown, in the language of the page; paragraphs with empty lines between them.
    public let transcript: String

    public enum Place: Sendable {
        /// Where it can be watched. It is a link and never an embed: that would tell another company who reads the page.
        case link(String)
        indirect case file(Film)
    }

    /// A film that the site itself sends. All paths are from the content folder.
    public struct Film: Sendable {
        public let film: Located<String>
        /// What is seen before it plays.
        public let poster: Located<String>
        /// The words for people who hear and do not sign: WebVTT (W3C), as WCAG 2.2, success criterion 1.2.2, asks.
        public let captions: Located<String>

        public var files: [Located<String>] { [film, poster, captions] }
    }

    static let reader: Reader<SignedFilm> = .object(
        "film in British Sign Language", "A page's film in British Sign Language, as a link or as a file of the site.",
        fields(
            place,
            required("transcript", .prose, "All that is signed and shown."),
            as: SignedFilm.init))

    private static let place: Fields<Place> = fields(
        optional("url", .webAddress, "Where it can be watched, where it is no file of this site."),
        optional("film", Reader.text.located, "The film: `files/get-help.mp4`."),
        optional("poster", Reader.text.located, "A still picture of it: `images/get-help.jpg`."),
        optional("captions", Reader.text.located, "Its captions: `files/get-help.vtt`."),
        as: { ($0, $1, $2, $3) }
    ).checked { parts, location, reading in
        let isLink = parts.0 != nil
        let files = [parts.1, parts.2, parts.3].compactMap(\.self).count
        guard isLink ? files > 0 : files < 3 else { return }
        reading.report(
            .incompleteFilm, "the film needs `url`, or else `film`, `poster` and `captions`", at: location,
            help: isLink ? "leave either the link or the files out" : "give all three files, or a link")
    }.map { url, film, poster, captions in
        if let film, let poster, let captions {
            .file(Film(film: film, poster: poster, captions: captions))
        } else {
            .link(url ?? "")
        }
    }
}
