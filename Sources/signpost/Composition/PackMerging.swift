import ArgumentParser
import Diagnostics
import Disk
import Integrity
import Packs

/// Puts together what the shares of one run made, wherever they ran: nothing is believed that is not signed and whole.
struct PackMerging {
    /// The lists that the shares wrote.
    let parts: [String]
    /// Which has to be the shares' too; `nil` where they are not signed.
    let key: SigningKey?

    /// Checks everything, then puts the archives, where they are wanted, and the list of all into a folder.
    ///
    /// - Returns: how many copies there are.
    func merge(into folder: String, withArchives: Bool) throws -> Int {
        var faults: [String] = []
        let read = try parts.compactMap { path -> (folder: String, index: PackIndex)? in
            switch try index(at: path) {
            case .success(let index): return (Self.folder(of: path), index)
            case .failure(let refusal):
                faults.append("\(path): \(refusal.why)")
                return nil
            }
        }
        var whole: PackIndex?
        if faults.isEmpty {
            do throws(PackIndex.Mismatch) { whole = try PackIndex.merged(read.map(\.index)) } catch {
                faults = error.reasons
            }
        }
        guard let whole, faults.isEmpty else { throw refused(faults) }
        let staged = try StagedFiles.inTurn(in: folder)
        do {
            var names: [String] = []
            if withArchives {
                for part in read { names += try add(part.index, from: part.folder, to: folder, staged, &faults) }
            }
            guard faults.isEmpty else { throw refused(faults) }
            for file in whole.files(signedWith: key) {
                try staged.add(file.bytes, as: file.name)
                names.append(file.name)
            }
            try staged.commit(names)
        } catch {
            staged.discard()
            throw error
        }
        return whole.releases.count
    }

    private struct Refusal: Error {
        let why: String
    }

    private func index(at path: String) throws(DiskFailure) -> Result<PackIndex, Refusal> {
        let bytes = try OneFile.read(path, limit: CopyOnDisk.largestFile)
        guard let index = PackIndex(bytes: bytes), index.part != nil else {
            return .failure(Refusal(why: "this is not the list of a share, as `pack --shard` writes it"))
        }
        guard let key else { return .success(index) }
        let place = "\(Self.folder(of: path))/\(PackIndex.signaturePath(of: index.part))"
        let signature = PackSignature(bytes: try OneFile.read(place, limit: CopyOnDisk.largestFile))
        guard signature?.isGenuine(for: bytes, by: key.verifyingKey, for: .index) == true else {
            return .failure(Refusal(why: "it is not signed with the key that was given"))
        }
        return .success(index)
    }

    /// Adds the files of a share, each held against its digest; those that lie in the folder already are only looked at.
    private func add(
        _ index: PackIndex, from source: String, to folder: String, _ staged: StagedFiles, _ faults: inout [String]
    ) throws(DiskFailure) -> [String] {
        let isThere = RealPath.of(source) == RealPath.of(folder)
        var names: [String] = []
        for release in index.releases {
            for archive in release.archives {
                let bytes = try OneFile.read("\(source)/\(archive.file)", limit: CopyOnDisk.largestFile)
                guard archive.fits(bytes) else {
                    faults.append("\(source)/\(archive.file) is not the file that its list names")
                    continue
                }
                guard !isThere else { continue }
                try staged.add(bytes, as: archive.file)
                names.append(archive.file)
            }
            guard !isThere else { continue }
            let name = PackRelease.fileName(of: release.school)
            try staged.add(release.bytes, as: name)
            names.append(name)
        }
        return names
    }

    private func refused(_ faults: [String]) -> any Error {
        Console.note(
            "The parts do not make a whole. Nothing was written.\n" + faults.map { "  \($0)\n" }.joined())
        return ExitCode(1)
    }

    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }
}
