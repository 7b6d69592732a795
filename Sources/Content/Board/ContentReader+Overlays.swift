import Diagnostics
import Languages
import Parallelism
import Schemas

/// What may stand in `overlays/<school>/`: a folder that is laid over the content folder for one school's copy.
enum OverlayFolder {
    static let name = "overlays"

    static func holds(_ path: String) -> Bool { path.hasPrefix("\(name)/") }

    /// The school's folder and the path below it; the path is `nil` for a file that lies beside the folders.
    static func split(_ path: String) -> (school: String, path: String?) {
        let parts = path.split(separator: "/", maxSplits: 2).map(String.init)
        return parts.count == 3 ? (parts[1], parts[2]) : (parts.last ?? path, nil)
    }

    static func isPage(_ path: String) -> Bool {
        path.hasPrefix("\(SchoolOverlay.folder)/") && path.hasSuffix(".md")
    }

    static func isLogo(_ path: String) -> Bool { ["logo.svg", "logo.png", "logo.jpg"].contains(path) }
}

extension ContentReader {
    /// What schools add to their copies. The references of each are checked here against what the board declares,
    /// because two schools may have pages of one name and never meet.
    ///
    /// - Parameters:
    ///   - files: Those below `overlays/`.
    ///   - paths: Those of all files of the content folder.
    ///   - reading: All that the board's own files declare.
    func overlays(
        _ files: [SourceFile], over paths: Set<String>, _ settings: BoardSettings?,
        _ schools: Registry<School>?, _ reading: inout Reading
    ) async -> [ID<School>: SchoolOverlay] {
        var folders: [String: [SourceFile]] = [:]
        for file in files {
            let (school, path) = OverlayFolder.split(file.path)
            guard let path else {
                reportForeign(file.path, shown: file.path, isBoards: false, &reading)
                continue
            }
            folders[school, default: []].append(SourceFile(path: path, bytes: file.bytes))
        }
        let board = reading.declarationsOnly
        let sorted = folders.sorted { $0.key < $1.key }
        let results = await sorted.concurrentMap(chunk: 8) { id, files in
            overlay(of: ID(id), files, over: paths, settings, schools, board)
        }
        var overlays: [ID<School>: SchoolOverlay] = [:]
        for (overlay, faults) in results {
            reading.diagnostics += faults
            overlays[overlay.school] = overlay
        }
        return overlays
    }

    private func overlay(
        of id: ID<School>, _ files: [SourceFile], over paths: Set<String>, _ settings: BoardSettings?,
        _ schools: Registry<School>?, _ board: Reading
    ) -> (SchoolOverlay, [Diagnostic]) {
        let folder = "\(OverlayFolder.name)/\(id)"
        var reading = Reading()
        if let schools, schools.find(id) == nil {
            let known = schools.items.map(\.id.text)
            reading.report(
                .overlayOfNoSchool, "there is no school \"\(id)\"",
                at: .wholeFile(Board.shownPath(root, folder)),
                help: Spelling.suggestion(for: id.text, in: known)
                    ?? "add it to data/schools.yaml, or rename the folder")
        }
        let allowed = files.filter { file in
            let isBoards = paths.contains(file.path)
            let isKnown = OverlayFolder.isPage(file.path) || file.path.hasPrefix("images/")
            if OverlayFolder.isLogo(file.path) || isKnown && !isBoards { return true }
            reportForeign(file.path, shown: "\(folder)/\(file.path)", isBoards: isBoards, &reading)
            return false
        }
        let pages = pages(of: allowed.filter { OverlayFolder.isPage($0.path) }, in: folder, settings, &reading)
        let media = allowed.filter { !OverlayFolder.isPage($0.path) }.map { file in
            MediaFile(file, shownPath: Board.shownPath(root, "\(folder)/\(file.path)"))
        }
        let logo = media.first { OverlayFolder.isLogo($0.path) }
        if let logo, logo.imageSize == nil {
            reading.report(
                .imageWithoutSize, "the size of the logo cannot be read",
                at: .wholeFile(Board.shownPath(root, "\(folder)/\(logo.path)")),
                help: "save it as PNG or JPEG, or give the drawing a `viewBox`")
        }
        var checked = board
        checked.merge(reading)
        let overlay = SchoolOverlay(
            school: id, pages: pages,
            media: Dictionary(
                media.filter { !OverlayFolder.isLogo($0.path) }.map { ($0.path, $0) },
                uniquingKeysWith: { first, _ in first }),
            logo: logo)
        // What is wrong with the board itself is told where the board is checked.
        let own = Board.shownPath(root, folder) + "/"
        let faults = ReferenceCheck.faults(in: checked).filter { $0.location?.path.hasPrefix(own) == true }
        return (overlay, reading.diagnostics + faults)
    }

    private func pages(
        of sources: [SourceFile], in folder: String, _ settings: BoardSettings?, _ reading: inout Reading
    ) -> [Page] {
        let reader = PageReader(
            root: Board.shownPath(root, folder), rawHTML: [], languages: settings?.languages.others ?? [],
            components: ComponentUseReader(components: components), wording: wording)
        let originals = Self.originals(of: sources)
        return sources.compactMap { file in
            let (page, found) = reader.read(file, translating: originals[file.path])
            reading.merge(found)
            guard let page, page.kind.word != .page else { return page }
            reading.report(
                .overlayPageKind, "a school's own page is of kind `\(page.kind.word.rawValue)`",
                at: Location(path: page.shownPath, start: .start), help: "take the line `kind:` out")
            return nil
        }
    }

    private func reportForeign(_ path: String, shown: String, isBoards: Bool, _ reading: inout Reading) {
        reading.report(
            .boardTextReplaced,
            isBoards
                ? "\"\(path)\" would take the place of the board's own, which is the same for every school"
                : "a school's folder cannot hold \"\(path)\"",
            at: .wholeFile(Board.shownPath(root, shown)),
            help: "a school may add pages below our-school/, pictures below images/, and a logo")
    }

    /// A copy has languages of the site.
    func checkLanguages(of schools: [School], _ languages: BoardSettings.Languages, _ reading: inout Reading) {
        let known = ([languages.own] + languages.others).map(\.tag)
        for language in schools.flatMap({ $0.languages ?? [] }) where !known.contains(language.value) {
            reading.report(
                .languageNotOnSite, "the site has no pages in \"\(language.value)\"", at: language.location,
                label: "expected one of: \(known.joined(separator: ", "))",
                help: Spelling.suggestion(for: language.value, in: known))
        }
    }
}
