public import Integrity
public import ZIPArchives

/// Tells whether a school's copy is what the board made, to the byte.
public struct PackCheck: Sendable {
    /// What the copy says of itself, where that can be read.
    public let manifest: PackManifest?
    /// The key that signed it; `nil` where nobody did.
    public let signedBy: VerifyingKey?
    /// In the order in which people want to know them; none in a copy that is as it was made.
    public let faults: [PackFault]
    /// Files of earlier versions that an update put out of use, sorted; see ``Leftover``.
    public let leftovers: [String]

    /// - Parameters:
    ///   - files: Everything in the copy.
    ///   - isUnpacked: Whether somebody may have unpacked an update over it, which leaves files behind.
    ///   - key: The board's; `nil` where only the files are to be held against the manifest.
    ///   - school: The school whose copy it should be; `nil` for any.
    public init(files: [PackMaker.File], key: VerifyingKey?, school: String? = nil, isUnpacked: Bool = true) {
        let unsafe = files.compactMap { file in
            PackPath.fault(in: file.path).map { PackFault.unsafe(file.path, why: $0) }
        }
        let byPath = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        let signature = byPath[PackSignature.path].flatMap(PackSignature.init(bytes:))
        let text = byPath[PackManifest.path]
        guard unsafe.isEmpty, let text, let manifest = PackManifest(bytes: text) else {
            self.manifest = nil
            signedBy = signature?.key
            leftovers = []
            faults = unsafe + (text == nil ? [.noManifest] : [.damagedManifest])
            return
        }
        self.manifest = manifest
        signedBy = signature?.key
        let listed = Set(manifest.files.map(\.path))
        leftovers =
            isUnpacked
            ? byPath.filter { !listed.contains($0.key) && $0.value == Leftover.bytes(inPlaceOf: $0.key) }.keys
                .sorted(by: bytewise) : []
        let notes = isUnpacked && PackUpdate.fits(byPath, manifest, text, key) ? PackUpdate.seals : []
        let known = listed.union(PackManifest.seals + leftovers + notes)
        faults =
            Self.signatureFaults(text, signature, hasFile: byPath[PackSignature.path] != nil, key)
            + Self.schoolFaults(manifest, school) + Self.listFaults(manifest)
            + Self.fileFaults(manifest, byPath, known)
    }

    private static func signatureFaults(
        _ manifest: [UInt8], _ signature: PackSignature?, hasFile: Bool, _ key: VerifyingKey?
    ) -> [PackFault] {
        guard let signature else { return hasFile ? [.wrongSignature] : key == nil ? [] : [.notSigned] }
        if let key, signature.key != key { return [.otherKey(signature.key.text)] }
        return signature.isGenuine(for: manifest, by: key ?? signature.key) ? [] : [.wrongSignature]
    }

    private static func schoolFaults(_ manifest: PackManifest, _ school: String?) -> [PackFault] {
        guard let school, school != manifest.school else { return [] }
        return [.otherSchool(manifest.school)]
    }

    /// A manifest that would lead a program out of the folder, or that names one file twice.
    private static func listFaults(_ manifest: PackManifest) -> [PackFault] {
        let paths = manifest.files.map(\.path)
        let version = PackManifest.version(
            made: manifest.made, school: manifest.school, files: manifest.files.filter { $0.path != notesPath })
        return paths.compactMap { path in PackPath.fault(in: path).map { .unsafe(path, why: $0) } }
            + PackPath.clashes(among: paths).map { .unsafe($0, why: "another file has the same path") }
            + (version == manifest.version ? [] : [.damagedManifest])
    }

    /// The page that tells the version, which therefore does not follow from it.
    static let notesPath = "about-this-copy.html"

    private static func fileFaults(_ manifest: PackManifest, _ files: [String: [UInt8]], _ known: Set<String>)
        -> [PackFault]
    {
        let missing = manifest.files.filter { files[$0.path] == nil }.map { PackFault.missing($0.path) }
        let changed = manifest.files.filter { file in
            files[file.path].map { $0.count != file.size || Digest.sha256($0).hex != file.sha256 } ?? false
        }.map { PackFault.changed($0.path) }
        let added = files.keys.filter { !known.contains($0) }.sorted(by: bytewise).map(PackFault.added)
        return missing + changed + added
    }
}

extension PackCheck {
    private init(
        _ manifest: PackManifest?, _ signedBy: VerifyingKey?, _ faults: [PackFault], _ leftovers: [String] = []
    ) {
        self.leftovers = leftovers
        self.manifest = manifest
        self.signedBy = signedBy
        self.faults = faults
    }

    /// The same verdict with what was noticed while the files were read.
    public func adding(_ more: [PackFault]) -> PackCheck {
        PackCheck(manifest, signedBy, faults + more, leftovers)
    }

    /// What may come out of a pack: a film or two, and some hundred pages in some languages.
    public static var limits: ZIPArchive.Limits {
        var limits = ZIPArchive.Limits()
        limits.entries = 20_000
        limits.bytes = 1 << 30
        return limits
    }

    /// Everything in an archive; `nil` where it is none, or not as Signpost writes them.
    public static func files(inArchive archive: [UInt8]) -> [PackMaker.File]? {
        (try? ZIPArchive.filesInOwnForm(archive, limits: limits))?.map { ($0.path, $0.bytes) }
    }

    /// Looks into an archive. One that another program packed, or packed again, is refused whatever is in it.
    public init(archive: [UInt8], key: VerifyingKey?, school: String? = nil) {
        do throws(ZIPFault) {
            let files = try ZIPArchive.filesInOwnForm(archive, limits: Self.limits)
            self.init(files: files.map { ($0.path, $0.bytes) }, key: key, school: school, isUnpacked: false)
        } catch {
            self.init(nil, nil, [.archive(error)])
        }
    }
}

/// One way in which a copy is not what the board made.
public enum PackFault: Error, Sendable, Hashable {
    case missing(String)
    case changed(String)
    case added(String)
    case unsafe(String, why: String)
    case noManifest
    case damagedManifest
    case notSigned
    case wrongSignature
    /// Signed, but with another key than the one that was given.
    case otherKey(String)
    /// Made for another school than the one that was asked for.
    case otherSchool(String)
    case archive(ZIPFault)
    /// Of updates: what should be one is none, or is not as it was made.
    case noUpdate
    case damagedUpdate
    /// Made for another version of the copy than the one that is there.
    case otherVersion(is: String, wanted: String)
}
