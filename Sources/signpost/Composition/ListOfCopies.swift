import Content
import Diagnostics
import Disk
import Integrity
import Packs
import Schemas

/// What a run makes of the list of all copies that lies beside them.
enum ListOfCopies {
    /// There is none to write: folders have none, and copies of single schools make none.
    case untouched
    /// All copies, or a share of them, are made, and so is their list.
    case new(last: PackIndex?)
    /// Some copies are made anew, and take the place of their older ones in the list.
    case kept(PackIndex)
    /// Some copies are made anew, and the list of the others cannot be vouched for.
    case stale(why: String)

    /// For a run that makes the copies of single schools into a folder.
    static func forSome(in folder: String, of board: String, _ key: SigningKey?) -> ListOfCopies {
        guard let bytes = bytes(in: folder, PackIndex.path(of: nil)) else { return .untouched }
        guard let index = PackIndex(bytes: bytes), index.part == nil else { return .stale(why: "it is damaged") }
        guard index.run.board == board else { return .stale(why: "it is of \(index.run.board)") }
        let signature = self.bytes(in: folder, PackIndex.signaturePath(of: nil))
        // What is signed anew here is what the same key signed before, but for the copies of this run.
        switch (key, signature) {
        case (nil, nil): return .kept(index)
        case (nil, _?): return .stale(why: "it is signed, and no key was given")
        case (let key?, let signature):
            let isOurs = signature.flatMap { PackSignature(bytes: $0) }?.isGenuine(
                for: bytes, by: key.verifyingKey, for: .index)
            return isOurs == true ? .kept(index) : .stale(why: "it is not signed with the key that was given")
        }
    }

    /// For a run that makes the copies of all schools.
    static func forAll(in folder: String) -> ListOfCopies {
        .new(last: bytes(in: folder, PackIndex.path(of: nil)).flatMap { PackIndex(bytes: $0) })
    }

    private static func bytes(in folder: String, _ name: String) -> [UInt8]? {
        try? OneFile.read("\(folder.withoutSlash)/\(name)", limit: CopyOnDisk.largestFile)
    }

    /// The same with the list as it is now, where some copies of it stay: a run that had the folder meanwhile may have
    /// made others anew.
    func renewed(in folder: String, of board: String, _ key: SigningKey?) -> ListOfCopies {
        if case .kept = self { .forSome(in: folder, of: board, key) } else { self }
    }

    /// The list after the run; `nil` where none is written.
    func after(_ run: PackIndex.Run, part: PackIndex.Part?, _ releases: [PackRelease]) -> PackIndex? {
        switch self {
        case .untouched, .stale: nil
        case .new: PackIndex(run, part: part, releases)
        case .kept(let index): index.replacing(releases, in: run)
        }
    }

    /// What whoever relies on the list has to know.
    func faults(in folder: String, making schools: [School], of board: Board) -> [Diagnostic] {
        switch self {
        case .untouched: []
        case .new(let last): last.map { schoolsThatLeft($0, folder, board) } ?? []
        case .kept(let index): schoolsThatLeft(index, folder, board)
        case .stale(let why):
            [
                Diagnostic(
                    .staleListOfCopies,
                    "\"\(folder.withoutSlash)/\(PackIndex.path(of: nil))\" will not name the new copy of "
                        + schools.map { "\"\($0.id)\"" }.joined(separator: ", ") + ": \(why)",
                    at: nil, help: "give the board's key with --key, or make the copies of all schools with --all")
            ]
        }
    }

    /// Schools whose archives the last run put into the folder, and that are not the board's any longer.
    private func schoolsThatLeft(_ last: PackIndex, _ folder: String, _ board: Board) -> [Diagnostic] {
        let schools = Set(board.schools.items.map(\.id.text))
        return last.releases.filter { !schools.contains($0.school) }.map { gone in
            let files = gone.archives.map(\.file) + [PackRelease.fileName(of: gone.school)]
            return Diagnostic(
                .copyOfSchoolThatLeft,
                "the school \"\(gone.school)\" is not in data/schools.yaml any longer, and its copy is still in \"\(folder)\"",
                at: nil, help: "delete \(files.map { "\"\($0)\"" }.joined(separator: ", ")), or put the school back")
        }
    }
}
