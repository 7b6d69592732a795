import Packs

/// A school's copy with everything that is written of it.
struct PackedCopy: Sendable {
    let pack: PackMaker.Pack
    let files: [PackMaker.File]
    /// What goes beside one another into the folder of archives: name and bytes.
    let archives: [(name: String, bytes: [UInt8])]
    /// `nil` for a copy that is written as a folder.
    let release: PackRelease?
    let hasUpdate: Bool

    /// A copy that is written as a folder.
    init(asFolder pack: PackMaker.Pack) {
        self.pack = pack
        files = pack.files
        archives = []
        release = nil
        hasUpdate = false
    }

    /// - Parameter old: The school's earlier copy, where there is one.
    init(_ pack: PackMaker.Pack, after old: PackManifest?, _ maker: PackMaker) {
        self.pack = pack
        files = pack.files
        let school = pack.manifest.school
        let archive = pack.archive
        let update = old.flatMap { old in
            maker.update(of: old, to: pack).map { (from: old.version, bytes: $0) }
        }
        let release = PackRelease(
            of: pack.manifest, PackRelease.Archive(PackRelease.archiveName(of: school), archive),
            update: update.map {
                PackRelease.Update(from: $0.from, PackRelease.Archive(PackRelease.updateName(of: school), $0.bytes))
            })
        self.release = release
        hasUpdate = update != nil
        // The release comes last: what it names is there before it.
        archives =
            [(PackRelease.archiveName(of: school), archive)]
            + (update.map { [(PackRelease.updateName(of: school), $0.bytes)] } ?? [])
            + [(PackRelease.fileName(of: school), release.bytes)]
    }

    var size: Int { release?.archive.size ?? files.reduce(0) { $0 + $1.bytes.count } }
}
