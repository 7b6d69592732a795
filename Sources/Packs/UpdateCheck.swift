public import Integrity
import ZIPArchives

/// Tells whether an update is what the board made, and what a copy becomes by it. It touches no file: what comes out is
/// a whole new copy, or the reasons why there is none.
public struct UpdateCheck: Sendable {
    /// What the update says of itself, where that can be read.
    public let update: PackUpdate?
    /// None in an update that is as it was made.
    public let faults: [PackFault]
    private let files: [PackMaker.File]
    private let key: VerifyingKey?

    /// - Parameters:
    ///   - key: The board's; `nil` where only the files are to be held against one another.
    ///   - school: The school that it should be for; `nil` for any.
    public init(archive: [UInt8], key: VerifyingKey?, school: String? = nil) {
        self.key = key
        do throws(ZIPFault) {
            files = try ZIPArchive.filesInOwnForm(archive, limits: PackCheck.limits).map { ($0.path, $0.bytes) }
        } catch {
            (files, update, faults) = ([], nil, [.archive(error)])
            return
        }
        let unsafe = files.compactMap { file in
            PackPath.fault(in: file.path).map { PackFault.unsafe(file.path, why: $0) }
        }
        let byPath = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        guard unsafe.isEmpty, let own = byPath[PackUpdate.path], let update = PackUpdate(bytes: own) else {
            update = nil
            faults = unsafe + (byPath[PackUpdate.path] == nil ? [.noUpdate] : [.damagedUpdate])
            return
        }
        self.update = update
        let isMade = byPath[PackManifest.path].map(update.makes) ?? false
        faults =
            PackUpdate.signatureFaults(own, byPath[PackUpdate.signaturePath], key)
            + (isMade ? [] : [.damagedUpdate])
            + (school.map { $0 == update.school ? [] : [.otherSchool(update.school)] } ?? [])
    }

    /// What came of an update.
    public enum Outcome: Sendable {
        /// The whole new copy, checked to the byte.
        case copy([PackMaker.File])
        /// The copy is of that version already.
        case isThere
        case refused([PackFault])
    }

    /// - Parameter copy: Everything in the folder, and what was noticed while it was read.
    public func outcome(on copy: [PackMaker.File], _ noticed: [PackFault] = []) -> Outcome {
        guard let update, faults.isEmpty else { return .refused(faults) }
        let old = PackCheck(files: copy, key: key, school: update.school).adding(noticed)
        guard let manifest = old.manifest, old.faults.isEmpty else { return .refused(old.faults) }
        if manifest.version == update.to, update.makes(manifest.bytes), old.leftovers.isEmpty { return .isThere }
        guard update.applies(to: manifest) else {
            // Unpacked over the old copy already: what is left to do is to clear away.
            guard update.makes(manifest.bytes) else {
                return .refused([.otherVersion(is: manifest.version, wanted: update.from)])
            }
            return .copy(copy.filter { !Set(old.leftovers + PackUpdate.seals).contains($0.path) })
        }
        let dropped = Set(update.removed + old.leftovers + PackUpdate.seals + PackManifest.seals)
        let new = files.filter { file in !PackUpdate.seals.contains(file.path) && !update.removed.contains(file.path) }
        let brought = Set(new.map(\.path))
        let kept = copy.filter { !dropped.contains($0.path) && !brought.contains($0.path) }
        let result = (kept + new).sorted { bytewise($0.path, $1.path) }
        let check = PackCheck(files: result, key: key, school: update.school, isUnpacked: false)
        return check.faults.isEmpty ? .copy(result) : .refused([.damagedUpdate] + check.faults)
    }
}
