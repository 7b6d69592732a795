import CivilTime
import Content
import Diagnostics
import Disclosure
import Disk
import Glibc
import Integrity
import Packs
import Parallelism
import Schemas
import Site
import Training

/// Draws, searches, packs and writes the copies of schools, some at a time, so that the copies of thousands of schools
/// need no more memory than those of a few.
struct Packing {
    let checked: Assembly.Checked
    /// Of the school edition.
    let options: SiteOptions
    let key: SigningKey?
    let asFolders: Bool

    struct Summary {
        var count = 0
        var bytes = 0
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
        guard !refusing(checked.diagnostics + planFaults) else { return (nil, planFaults) }
        progress.stage("Packing")
        do {
            let (summary, faults) = try await pack(groups, into: StagedFiles(in: folder), folder, refusing)
            return (summary, planFaults + faults)
        } catch {
            return (nil, planFaults + error.diagnostics)
        }
    }

    private func pack(
        _ groups: [SchoolCopies.Group], into staged: StagedFiles, _ folder: String, _ refusing: ([Diagnostic]) -> Bool
    ) async throws(DiskFailure) -> (Summary?, [Diagnostic]) {
        var summary = Summary()
        var faults: [Diagnostic] = []
        var names: [String] = []
        let gate = PersonalDataGate(
            records: checked.records ?? .none, board: checked.board, asOf: options.today)
        do throws(DiskFailure) {
            for group in groups {
                let maker = PackMaker(terms, shared: group.shared.map { ($0.path, $0.bytes) })
                for start in stride(from: 0, to: group.schools.count, by: Self.atOnce) {
                    let schools = group.schools[start..<min(start + Self.atOnce, group.schools.count)]
                    let made = await Array(schools).concurrentMap(chunk: 1) { school in
                        (school, pack(group.copy(for: school), maker))
                    }
                    for (school, pack) in made {
                        let found = await search(pack, of: school, gate).filter { !faults.contains($0) }
                        faults += found
                        guard !refusing(faults) else { continue }
                        try await write(pack, of: school, to: folder, staged)
                        summary.count += 1
                        summary.bytes += asFolders ? pack.files.reduce(0) { $0 + $1.bytes.count } : pack.archive.count
                        if !asFolders { names.append(fileName(of: school)) }
                    }
                }
            }
        } catch {
            staged.discard()
            throw error
        }
        guard !refusing(faults) else {
            staged.discard()
            return (nil, faults)
        }
        try staged.commit(names)
        return (summary, faults)
    }

    private func fileName(of school: School) -> String { "\(school.id).zip" }

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
        _ pack: PackMaker.Pack, of school: School, _ gate: PersonalDataGate
    ) async -> [Diagnostic] {
        let result = await gate.allowing(school, on: options.today).scan(pack.files)
        return result.diagnostics.filter { $0.severity == .error }.map { fault in
            Diagnostic(
                fault.code, fault.message, at: fault.location, severity: fault.severity, label: fault.label,
                notes: fault.notes + [Diagnostic.Note("in the copy of the school \"\(school.id)\"")], help: fault.help)
        } + result.diagnostics.filter { $0.severity != .error && $0.code != .unusedAllowance }
    }

    private func write(
        _ pack: PackMaker.Pack, of school: School, to folder: String, _ staged: StagedFiles
    ) async throws(DiskFailure) {
        guard asFolders else { return try staged.add(pack.archive, as: fileName(of: school)) }
        let writer = SiteWriter(sources: checked.shelves.folders, home: getenv("HOME").map { String(cString: $0) })
        _ = try await writer.write(
            pack.files.map { OutputFile(path: $0.path, bytes: $0.bytes) }, to: "\(folder)/\(school.id)")
    }
}
