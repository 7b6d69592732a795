import CivilTime
import Content
import Diagnostics
import Disclosure
import Disk
import Integrity
import Packs
import Parallelism
import Schemas
import Site
import Theming
import Training

/// Draws, searches, packs and writes the copies of schools, some at a time, so that the copies of thousands of schools
/// need no more memory than those of a few.
struct Packing {
    let checked: Assembly.Checked
    /// Of the school edition.
    let options: SiteOptions
    let key: SigningKey?
    let asFolders: Bool
    var earlier = EarlierCopies.none
    /// Which share of the schools is packed; `nil` for all that were named.
    var part: PackIndex.Part?
    /// What becomes of the list of all copies beside them.
    var list = ListOfCopies.untouched

    struct Summary {
        var count = 0
        var updates = 0
        var bytes = 0
        /// The files to move into place, in this order, and those of earlier runs that nothing names any longer.
        fileprivate var names: [String] = []
        fileprivate var outdated: [String] = []
        fileprivate var releases: [String: PackRelease] = [:]
    }

    /// How many copies are in memory at once. A copy of the sample is a few megabytes.
    private static let atOnce = 16

    /// - Parameter refusing: Whether some faults keep everything from being written.
    /// - Returns: `nil` where nothing was written.
    func pack(
        _ schools: [School], to folder: String, refusing: ([Diagnostic]) -> Bool, _ progress: inout Progress
    ) async -> (Summary?, [Diagnostic]) {
        progress.stage("Planning copies")
        let copies = SchoolCopies(
            board: checked.board, training: checked.published, theme: checked.theme, options: options)
        let (groups, planFaults) = await copies.groups(of: schools)
        let found = earlier.faults + planFaults + list.faults(in: folder, making: schools, of: checked.board)
        guard !refusing(checked.diagnostics + found) else { return (nil, found) }
        progress.stage("Packing")
        do {
            let staged = try StagedFiles.inTurn(in: folder, run: part.map { "-\($0.number)" } ?? "")
            let (summary, faults) = try await pack(groups, into: staged, folder, refusing)
            return (summary, found + faults)
        } catch {
            return (nil, found + error.diagnostics)
        }
    }

    private func pack(
        _ groups: [SchoolCopies.Group], into staged: StagedFiles, _ folder: String, _ refusing: ([Diagnostic]) -> Bool
    ) async throws(DiskFailure) -> (Summary?, [Diagnostic]) {
        var summary = Summary()
        var faults: [Diagnostic] = []
        do throws(DiskFailure) {
            for group in groups {
                faults += try await pack(group, into: staged, folder, &summary) { refusing(faults + $0) }
                    .filter { !faults.contains($0) }
            }
            guard !refusing(faults) else {
                staged.discard()
                return (nil, faults)
            }
            try addList(to: staged, folder, &summary)
        } catch {
            staged.discard()
            throw error
        }
        try staged.commit(summary.names, removing: summary.outdated)
        return (summary, faults)
    }

    /// - Returns: what was found in the copies of the group's schools.
    private func pack(
        _ group: SchoolCopies.Group, into staged: StagedFiles, _ folder: String, _ summary: inout Summary,
        refusing: ([Diagnostic]) -> Bool
    ) async throws(DiskFailure) -> [Diagnostic] {
        var faults: [Diagnostic] = []
        let shared = group.shared.map { ($0.path, $0.bytes) }
        let maker = PackMaker(terms, shared: shared, packsArchives: !asFolders)
        let gate = PersonalDataGate(records: checked.records ?? .none, board: checked.board, asOf: options.today)
        let clean = await gate.clean(among: shared)
        for start in stride(from: 0, to: group.schools.count, by: Self.atOnce) {
            let schools = group.schools[start..<min(start + Self.atOnce, group.schools.count)]
            let made = await Array(schools).concurrentMap(chunk: 1) { school in
                (school, packed(group.copy(for: school), maker))
            }
            for (school, copy) in made {
                faults += await search(copy, of: school, gate, besides: clean).filter { !faults.contains($0) }
            }
            guard !refusing(faults) else { continue }
            try await write(made.map { (school: $0, copy: $1) }, to: folder, staged)
            for (_, copy) in made { summary.add(copy) }
        }
        return faults
    }

    private func packed(_ copy: SchoolCopy, _ maker: PackMaker) -> PackedCopy {
        let pack = pack(copy, maker)
        return asFolders
            ? PackedCopy(asFolder: pack) : PackedCopy(pack, after: earlier.manifests[copy.school.id.text], maker)
    }

    private var terms: PackMaker.Terms {
        PackMaker.Terms(
            board: checked.board.settings.board.name, made: options.today,
            reviewBy: options.today.adding(months: checked.board.settings.schoolCopies.reviewMonths), key: key)
    }

    private func pack(_ copy: SchoolCopy, _ maker: PackMaker) -> PackMaker.Pack {
        let terms = terms
        return maker.pack(
            school: copy.school.id.text, name: copy.school.name, files: copy.files.map { ($0.path, $0.bytes) }
        ) { version in
            let page = copy.page(
                with: CopyNotes(
                    version: version, made: terms.made, reviewBy: terms.reviewBy,
                    publicKey: key?.verifyingKey.text))
            return (page.path, page.bytes)
        }
    }

    /// Searches a copy for personal data. What the school has agreed to tell of its own staff passes, in its copy alone.
    private func search(
        _ copy: PackedCopy, of school: School, _ gate: PersonalDataGate, besides clean: Set<String>
    ) async -> [Diagnostic] {
        let result = await gate.allowing(school, on: options.today).scan(copy.files, besides: clean)
        return result.diagnostics.filter { $0.severity == .error }.map { fault in
            Diagnostic(
                fault.code, fault.message, at: fault.location, severity: fault.severity, label: fault.label,
                notes: fault.notes + [Diagnostic.Note("in the copy of the school \"\(school.id)\"")], help: fault.help)
        } + result.diagnostics.filter { $0.severity != .error && $0.code != .unusedAllowance }
    }

    private func write(
        _ copies: [(school: School, copy: PackedCopy)], to folder: String, _ staged: StagedFiles
    ) async throws(DiskFailure) {
        guard asFolders else {
            for (_, copy) in copies { for file in copy.archives { try staged.add(file.bytes, as: file.name) } }
            return
        }
        let writer = SiteWriter(sources: checked.shelves.folders, home: Home.folder)
        let folders = copies.map { (files: $1.files.map { OutputFile(path: $0.path, bytes: $0.bytes) }, id: $0.id) }
        let failures = await withTaskGroup(of: (Int, DiskFailure)?.self) { group in
            for (place, (files, id)) in folders.enumerated() {
                group.addTask {
                    do throws(DiskFailure) {
                        _ = try await writer.write(files, to: "\(folder)/\(id)")
                        return nil
                    } catch {
                        return (place, error)
                    }
                }
            }
            return await group.reduce(into: [(Int, DiskFailure)]()) { $0 += [$1].compactMap(\.self) }
        }
        // The first school's, whichever was noticed first.
        if let failure = failures.min(by: { $0.0 < $1.0 }) { throw failure.1 }
    }
}

extension Packing.Summary {
    fileprivate mutating func add(_ copy: PackedCopy) {
        count += 1
        bytes += copy.size
        updates += copy.hasUpdate ? 1 : 0
        names += copy.archives.map(\.name)
        guard let release = copy.release else { return }
        if !copy.hasUpdate { outdated.append(PackRelease.updateName(of: release.school)) }
        releases[release.school] = release
    }
}

// The list of all copies.
extension Packing {
    private func addList(to staged: StagedFiles, _ folder: String, _ summary: inout Summary) throws(DiskFailure) {
        let schools = checked.board.schools.items.map(\.id.text)
        let run = PackIndex.Run(
            board: checked.board.settings.board.name, made: options.today, sources: checked.shelves.digest.hex,
            schools: schools)
        let list = list.renewed(in: folder, of: run.board, key)
        guard let index = list.after(run, part: part, schools.compactMap { summary.releases[$0] }) else { return }
        for file in index.files(signedWith: key) {
            try staged.add(file.bytes, as: file.name)
            summary.names.append(file.name)
        }
        // A signature under the list of an earlier run is none under this one.
        if key == nil { summary.outdated.append(PackIndex.signaturePath(of: part)) }
    }
}

extension Shelves {
    /// Of all that a site is made from: two runs with the same digest and day make the same bytes.
    fileprivate var digest: Digest {
        let shelves = [content, records] + themes.map(\.files) + [[summary].compactMap(\.self)]
        let lines = shelves.flatMap { files in files.map { "\(Digest.sha256($0.bytes).hex) \($0.path)\n" }.sorted() }
        return .sha256(Array("\(Version.text)\n\(lines.joined())".utf8))
    }
}
