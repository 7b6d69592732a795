import Diagnostics
import Glibc
import Parallelism

/// The walk of `SourceTree`: finds the files without reading them.
struct SourceFolder: Sendable {
    /// The open root.
    let file: Int32
    /// The root as the user typed it.
    let typed: String
    /// The root without links.
    let real: String

    /// A place below the root: `shown` is how the site sees it, `real` where it lies once links are resolved.
    struct Place: Sendable, Hashable {
        let shown: String
        let real: String
        /// True below a link to a folder, where no further link to a folder is followed: following each once bounds
        /// the walk.
        let isLinked: Bool
    }

    /// What one folder holds.
    struct Listing: Sendable {
        var folders: [Place] = []
        var files: [Place] = []
        var faults: [Diagnostic] = []
        /// What was looked into: one for each folder.
        var sightings: [Sighting] = []
    }

    /// Every regular file, sorted by the bytes of its shown path.
    ///
    /// - Parameters:
    ///   - start: when the walk began.
    ///   - isWanted: Which files are listed, by their shown paths.
    func walk(
        from start: FileStamp.Instant, where isWanted: (String) -> Bool = { _ in true }
    ) async -> Listing {
        var level = [Place(shown: "", real: ".", isLinked: false)]
        var all = Listing()
        while !level.isEmpty {
            let listings = await level.concurrentMap(chunk: 4) { list($0, start) }
            level = listings.flatMap(\.folders)
            for listing in listings { all.files += listing.files.filter { isWanted($0.shown) } }
            all.faults += listings.flatMap(\.faults)
            all.sightings += listings.flatMap(\.sightings)
        }
        all.files.sort { bytewise($0.shown, $1.shown) }
        return all
    }

    private func list(_ folder: Place, _ start: FileStamp.Instant) -> Listing {
        var listing = Listing()
        let stamp = FileStamp.of(folder.real, in: file)
        switch FolderEntry.list(root: file, path: folder.real) {
        case .failure(let error): listing.faults.append(Fault(reading: error, at: display(folder.shown)).diagnostic)
        case .success(let entries):
            listing.sightings = [Sighting(display(folder.shown), stamp, of: entries, from: start)]
            let wanted = entries.filter { !Litter.covers($0.name) }
            for entry in wanted { add(entry, of: folder, to: &listing) }
            listing.faults += clashes(among: wanted.compactMap(\.text), in: folder)
        }
        return listing
    }

    private func add(_ entry: FolderEntry, of folder: Place, to listing: inout Listing) {
        guard let name = entry.text else {
            let escaped = folder.shown.appending(path: escape(entry.name))
            let fault = Fault(
                .unusableName, "the name \"\(escape(entry.name))\" is not UTF-8 text", at: display(escaped),
                help: "rename it")
            return listing.faults.append(fault.diagnostic)
        }
        let place = Place(
            shown: folder.shown.appending(path: name), real: folder.real.appending(path: name),
            isLinked: folder.isLinked)
        if let fault = PortableName.fault(in: name) {
            let message = "the name \"\(name)\" cannot be used: \(fault)"
            listing.faults.append(Fault(.unusableName, message, at: display(place.shown), help: "rename it").diagnostic)
        }
        switch entry.kind {
        case .file: listing.files.append(place)
        case .folder: listing.folders.append(place)
        case .link: follow(place, from: folder, into: &listing)
        case .special: listing.faults.append(special(place).diagnostic)
        }
    }

    private func special(_ place: Place) -> Fault {
        Fault(
            .specialFile, "\"\(place.shown)\" is a pipe, socket or device, not a file", at: display(place.shown),
            help: "move it out of the folder")
    }

    private func clashes(among names: [String], in folder: Place) -> [Diagnostic] {
        PortableName.clashes(among: names).map { name, other in
            Fault(
                .clashingNames, "\"\(name)\" and \"\(other)\" differ only in letter case or in how accents are stored",
                at: display(folder.shown.appending(path: name)), help: "rename one of them"
            ).diagnostic
        }
    }

    private func escape(_ name: [UInt8]) -> String {
        name.map { 0x20..<0x7F ~= $0 ? String(UnicodeScalar($0)) : "\\x" + String($0, radix: 16) }.joined()
    }

    private func display(_ path: String) -> String { path.isEmpty ? typed : typed.appending(path: path) }
}

extension SourceFolder {
    private func follow(_ link: Place, from folder: Place, into listing: inout Listing) {
        switch resolve(link, from: folder) {
        case .failure(let fault): listing.faults.append(fault.diagnostic)
        case .success(let (target, kind)):
            let place = Place(shown: link.shown, real: target, isLinked: kind == .folder || link.isLinked)
            switch kind {
            case .folder: listing.folders.append(place)
            case .file: listing.files.append(place)
            case .link, .special: listing.faults.append(special(place).diagnostic)
            }
        }
    }

    /// Where a link leads, relative to the root.
    private func resolve(_ link: Place, from folder: Place) -> Result<(String, FolderEntry.Kind), Fault> {
        func refuse(_ why: String, _ help: String) -> Result<(String, FolderEntry.Kind), Fault> {
            .failure(Fault(.badLink, "the link \"\(link.shown)\" \(why)", at: display(link.shown), help: help))
        }
        guard let target = RealPath.of(real.appending(path: link.real)) else {
            return errno == ELOOP
                ? refuse("leads round in a circle", "remove it") : refuse("leads to nothing", "remove it, or mend it")
        }
        guard let inside = RealPath.relative(target, to: real) else {
            return refuse("leads out of the folder, to \"\(target)\"", "copy the file into the folder instead")
        }
        var status = stat()
        guard fstatat(file, inside, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            return .failure(Fault(reading: SystemError("follow the link", inside), at: display(link.shown)))
        }
        let kind = FolderEntry.Kind(mode: status.st_mode)
        if kind == .folder {
            let holder = folder.real == "." ? real : real.appending(path: folder.real)
            if RealPath.isInside(holder, target) { return refuse("leads round in a circle", "remove it") }
            if folder.isLinked { return refuse("lies below another link to a folder", "copy the folder instead") }
        }
        return .success((inside, kind))
    }
}
