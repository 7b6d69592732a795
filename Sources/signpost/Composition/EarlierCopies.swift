import Content
import Diagnostics
import Disk
import Glibc
import Packs
import Schemas

/// What is known of the copies that schools have, to make updates of them.
struct EarlierCopies {
    /// By the school's id.
    private(set) var manifests: [String: PackManifest] = [:]
    private(set) var faults: [Diagnostic] = []

    static let none = EarlierCopies()

    private init() {}

    /// - Parameters:
    ///   - place: An archive, an unpacked copy, its manifest, or a folder with the archives or copies of many schools.
    ///   - schools: Those whose copies are made. One without an earlier copy is new.
    init(in place: String, of schools: [School]) {
        let place = place.withoutSlash
        let isOne = !ThemesFolders.isFolder(place) || Self.isThere("\(place)/\(PackManifest.path)")
        for school in schools {
            let id = school.id.text
            let found = isOne ? place : ["\(place)/\(id).zip", "\(place)/\(id)"].first(where: Self.isThere)
            guard let found else { continue }
            switch Self.manifest(at: found) {
            case .failure(let failure): faults += failure.diagnostics
            case .success(nil): faults.append(Self.fault(found, "there is no manifest in it, or it is damaged"))
            case .success(let manifest?) where manifest.school != id:
                faults.append(Self.fault(found, "it is the copy of \"\(manifest.school)\", not of \"\(id)\""))
            case .success(let manifest?): manifests[id] = manifest
            }
        }
    }

    private static func manifest(at path: String) -> Result<PackManifest?, DiskFailure> {
        do throws(DiskFailure) {
            if ThemesFolders.isFolder(path) {
                let bytes = try OneFile.read("\(path)/\(PackManifest.path)", limit: CopyOnDisk.largestFile)
                return .success(PackManifest(bytes: bytes))
            }
            let bytes = try OneFile.read(path, limit: CopyOnDisk.largestFile)
            return .success(PackManifest(bytes: bytes) ?? PackManifest(archive: bytes))
        } catch {
            return .failure(error)
        }
    }

    private static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

    private static func fault(_ path: String, _ why: String) -> Diagnostic {
        Diagnostic(
            .unusableEarlierCopy, "\"\(path)\" cannot be made newer: \(why)", at: nil,
            help: "name the school's last archive, or leave --since out and send a whole copy")
    }
}
