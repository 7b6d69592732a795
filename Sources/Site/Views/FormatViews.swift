import Content
import Schemas
import Templates

extension Views {
    static let easyRead = View<Seen<EasyRead>>(
        "page in Easy Read",
        [
            .object("full", "The page that says the same in full.", link) { it in
                it.scene.link(to: it.of).map(it.scene.seen)
            }
        ])

    static let signedFilm = View<Seen<SignedFilm>>(
        "film in British Sign Language",
        [
            .optionalText("url", "Where it can be watched, where it is no file of this site.") { $0.link },
            .object("file", "The film, where it is a file of this site.", signedFile) { it in
                it.file.map(it.scene.seen)
            },
            .texts("transcript", "Its words, paragraph by paragraph.") { $0.transcript.paragraphs },
        ])

    static let signedFile = View<Seen<SignedFilm.Film>>(
        "file of a film",
        [
            .text("url", "Its address.") { $0.scene.links.url(toFile: $0.film.value) },
            .text("poster_url", "The picture that is seen before it plays.") {
                $0.scene.links.url(toFile: $0.poster.value)
            },
            .text("captions_url", "Its captions.") { $0.scene.links.url(toFile: $0.captions.value) },
            .text("width", "The picture's width, for the attribute of that name.") { String($0.size?.width ?? 640) },
            .text("height", "The picture's height, for the attribute of that name.") { String($0.size?.height ?? 360) },
        ])
}

extension Seen<SignedFilm> {
    fileprivate var link: String? { if case .link(let url) = model.place { url } else { nil } }
    fileprivate var file: SignedFilm.Film? { if case .file(let film) = model.place { film } else { nil } }
}

extension Seen<SignedFilm.Film> {
    fileprivate var size: ImageSize? { scene.plan.board.media[model.poster.value]?.imageSize }
}

extension String {
    /// The text cut at its empty lines.
    fileprivate var paragraphs: [String] {
        var paragraphs: [[Substring]] = [[]]
        for line in split(separator: "\n", omittingEmptySubsequences: false) {
            if line.allSatisfy(\.isWhitespace) {
                paragraphs.append([])
            } else {
                paragraphs[paragraphs.count - 1].append(line)
            }
        }
        return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
    }
}
