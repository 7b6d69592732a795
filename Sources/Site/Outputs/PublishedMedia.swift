import Content
import Diagnostics
import Markdown
import Parallelism
import Pictures
import Schemas
import Theming

/// The pictures and downloads that pages of this edition use. What no page uses stays out: a file that was only put
/// into the folder is not published by accident.
///
/// No picture is published with what it says about itself, such as the place where it was taken: see ``Metadata``.
struct PublishedMedia: Sendable {
    /// All files, versions of pictures included.
    let files: [SiteFile]
    /// The pictures of texts, by their paths in the content folder.
    let pictures: [String: PublishedPicture]

    /// The files, and every fault in them. Pictures are drawn on all cores, one at a time on each.
    ///
    /// - Parameter resolvers: One for each language, the site's own first.
    static func prepared(_ resolvers: [LinkResolver]) async -> (Self, [Diagnostic]) {
        guard let plan = resolvers.first?.plan else { preconditionFailure("a site has at least its own language") }
        let uses = MediaUses(resolvers)
        let media = uses.paths.sorted().compactMap { plan.board.media[$0] }
        let prepared = await media.concurrentMap(chunk: 1) { file in
            (file.path, Self.prepare(file, isShown: uses.shown.contains(file.path)))
        }
        var files: [SiteFile] = []
        var pictures: [String: PublishedPicture] = [:]
        var faults = missingDownloads(plan) + resolvers.flatMap { missingFilms($0.plan) }
        for (path, result) in prepared {
            switch result {
            case .success(let ready):
                files += ready.files
                pictures[path] = ready.picture
            case .failure(let fault): faults.append(fault.diagnostic)
            }
        }
        faults += resolvers.flatMap(\.plan.pages).compactMap {
            PictureBudget(plan, pictures).fault(of: $0, showing: uses.byPage[$0.id] ?? [])
        }
        return (PublishedMedia(files: files, pictures: pictures), faults)
    }

    private struct Ready {
        let files: [SiteFile]
        let picture: PublishedPicture?
    }

    private static func prepare(_ file: MediaFile, isShown: Bool) -> Result<Ready, LinkFault> {
        let asItIs = SiteFile(path: file.path, bytes: file.bytes)
        do throws(PictureFault) {
            if PictureFormat(of: file.bytes) == nil {
                if let fault = MediaFault.of(file) { return .failure(LinkFault(diagnostic: fault)) }
                let picture = file.imageSize.map {
                    PublishedPicture(path: file.path, size: $0, weight: file.bytes.count)
                }
                return .success(Ready(files: [asItIs], picture: picture))
            }
            guard isShown, let size = file.imageSize else {
                let clean = SiteFile(path: file.path, bytes: try Metadata.removed(from: file.bytes))
                return .success(Ready(files: [clean], picture: nil))
            }
            let picture = try Picture.made(from: file.bytes, width: size.width, height: size.height)
            let published = PublishedPicture(picture, path: file.path)
            let versions = zip(published.versions, picture.versions).map { SiteFile(path: $0.path, bytes: $1.bytes) }
            return .success(Ready(files: versions, picture: published))
        } catch {
            return .failure(LinkFault(diagnostic: MediaFault.diagnostic(error, file)))
        }
    }

    /// A picture as it is, without what it says about itself.
    static func clean(_ file: MediaFile) -> Result<[UInt8], LinkFault> {
        prepare(file, isShown: false).map { ready in ready.files.first?.bytes ?? [] }
    }

    /// Downloads of the resources registry that are not there.
    private static func missingDownloads(_ plan: Plan) -> [Diagnostic] {
        plan.board.resources.items.compactMap { resource in
            guard case .file(let path) = resource.place, plan.board.media["files/\(path.value)"] == nil else {
                return nil
            }
            return Diagnostic(
                .missingMedia, "there is no file \"files/\(path.value)\"", at: path.location,
                help: "put the download into content/files/, or correct its name")
        }
    }

    /// Films in sign language, their pictures and captions that are not there.
    private static func missingFilms(_ plan: Plan) -> [Diagnostic] {
        plan.signedFiles.filter { plan.board.media[$0.value] == nil }.map { file in
            Diagnostic(
                .missingMedia, "there is no file \"\(file.value)\"", at: file.location,
                help: Spelling.suggestion(for: file.value, in: plan.board.media.keys.sorted())
                    ?? "films and captions lie in files/, pictures in images/")
        }
    }
}
