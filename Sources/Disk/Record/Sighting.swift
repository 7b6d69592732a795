import Glibc

/// A file or folder as it was when it was read, or that it was not there.
///
/// A change within the same tick of the clock as the reading leaves the same stamp; Git calls such files "racily
/// clean" (git-scm.com/docs/racy-git). Where a stamp was that young, the contents are kept as a checksum, and are
/// looked at again.
public struct Sighting: Sendable, Hashable {
    /// From the working folder.
    let path: String
    let stamp: FileStamp
    /// Of a file's bytes, or of the names in a folder.
    let contents: UInt64?
}

extension Sighting {
    init(_ path: String, _ stamp: FileStamp, of bytes: [UInt8], from start: FileStamp.Instant) {
        self.init(path: path, stamp: stamp, contents: stamp.isYoung(at: start) ? Checksum(of: bytes).value : nil)
    }

    init(_ path: String, _ stamp: FileStamp, of entries: [FolderEntry], from start: FileStamp.Instant) {
        self.init(path: path, stamp: stamp, contents: Self.checksum(of: entries))
    }

    /// What stands at a path now.
    public init(at path: String) {
        let (start, stamp) = (FileStamp.Instant.now, FileStamp.of(path))
        self.init(path: path, stamp: stamp, contents: stamp.isYoung(at: start) ? Self.contents(path, stamp.kind) : nil)
    }

    /// Whether all is as it was, as far as anybody can see.
    var holds: Bool {
        FileStamp.of(path) == stamp && (contents == nil || contents == Self.contents(path, stamp.kind))
    }

    /// Whether its stamp says that it is as it was: enough where it was seen a moment ago.
    fileprivate var looksTheSame: Bool { FileStamp.of(path) == stamp || hasSameNames }

    /// Whether it was a file and is one, whatever is in it now.
    var isFileStill: Bool { stamp.kind == .file && FileStamp.of(path).kind == .file }

    /// Whether a folder holds the names that it held, whatever became of what they name: editors write a new file and
    /// give it the old one's name, so that the folder's stamp changes and its names do not.
    var hasSameNames: Bool {
        stamp.kind == .folder && contents != nil && FileStamp.of(path).kind == .folder
            && contents == Self.contents(path, .folder)
    }

    /// Whether a later sighting of the same found nothing else there.
    func goesTogether(with later: Sighting) -> Bool {
        let haveChecksums = contents != nil && later.contents != nil
        if haveChecksums, contents != later.contents { return false }
        // Where one has no checksum, it was long after the last change, and the stamp tells.
        return stamp == later.stamp || haveChecksums && stamp.kind == .folder && later.stamp.kind == .folder
    }

    /// A folder with the stamp that it has today, where it holds the names that it held; anything else as it is.
    var renewed: Sighting {
        guard stamp.kind == .folder, case let now = FileStamp.of(path), now != stamp, hasSameNames else { return self }
        return Sighting(path: path, stamp: now, contents: contents)
    }

    /// The same without its contents, where its stamp is old enough at `time` to tell every change from then on. The
    /// names in a folder stay, for ``hasSameNames``.
    func settled(at time: FileStamp.Instant) -> Sighting {
        contents == nil || stamp.kind == .folder || stamp.isYoung(at: time)
            ? self : Sighting(path: path, stamp: stamp, contents: nil)
    }

    private static func contents(_ path: String, _ kind: FileStamp.Kind) -> UInt64? {
        switch kind {
        case .file: (try? OneFile.read(path, limit: .max - 1)).map { Checksum(of: $0).value }
        case .folder: RealPath.of(path).flatMap { try? FolderEntry.list(root: AT_FDCWD, path: $0).get() }.map(checksum)
        case .absent, .other: nil
        }
    }

    private static func checksum(of entries: [FolderEntry]) -> UInt64 {
        // What nothing reads, such as an editor's copy of what it has open, may come and go.
        let names = entries.filter { !Litter.covers($0.name) }.map { $0.name + [0, $0.kind.letter] }
            .sorted { $0.lexicographicallyPrecedes($1) }
        return Checksum(of: names.joined()).value
    }
}

extension [Sighting] {
    /// Which of them have changed, come or gone since they were seen.
    ///
    /// Where nothing has, all of it lay on the disk together, at the moment when the last was read: what was read at
    /// different times then belongs together.
    public func moved() async -> [String] {
        let same = await concurrentCalls { $0.looksTheSame }
        return zip(self, same).filter { !$1 }.map(\.0.path)
    }
}

extension FolderEntry.Kind {
    fileprivate var letter: UInt8 {
        switch self {
        case .file: UInt8(ascii: "f")
        case .folder: UInt8(ascii: "d")
        case .link: UInt8(ascii: "l")
        case .special: UInt8(ascii: "s")
        }
    }
}
