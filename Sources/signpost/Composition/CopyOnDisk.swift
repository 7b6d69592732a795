import ArgumentParser
import Diagnostics
import Disk
import Glibc
import Integrity
import Packs

/// A school's copy as it stands on the disk: an archive, or the folder into which it was unpacked.
enum CopyOnDisk {
    case archive([UInt8])
    /// Its files, and the paths of what is there in the place of a file.
    case folder([PackMaker.File], others: [String])

    /// A copy of the sample is some megabytes; films may be many more.
    static let largestFile = 1 << 30

    static func read(_ path: String) async throws(DiskFailure) -> CopyOnDisk {
        guard ThemesFolders.isFolder(path) else { return .archive(try OneFile.read(path, limit: largestFile)) }
        let (files, others) = try await CopyFolder.read(path.withoutSlash, limit: largestFile)
        return .folder(files.map { ($0.path, $0.bytes) }, others: others)
    }

    /// Everything in it; `nil` for an archive that is none.
    var files: [PackMaker.File]? {
        switch self {
        case .archive(let bytes): PackCheck.files(inArchive: bytes)
        case .folder(let files, _): files
        }
    }

    func check(_ key: VerifyingKey?, school: String? = nil) -> PackCheck {
        switch self {
        case .archive(let bytes): PackCheck(archive: bytes, key: key, school: school)
        case .folder(let files, let others):
            PackCheck(files: files, key: key, school: school).adding(others.map(PackFault.link))
        }
    }
}

extension PackFault {
    /// What stands in the place of a file.
    static func link(_ path: String) -> PackFault { .unsafe(path, why: "it is a link, or no ordinary file") }
}

/// The board's public key, as whoever checks something gives it.
struct BoardKeyOption: ParsableArguments {
    @Option(help: ArgumentHelp("The board's public key, or a file with it.", valueName: "key"))
    var key: String?

    /// - Returns: `nil` where none was given.
    func read() throws -> VerifyingKey? {
        guard let key else { return nil }
        if let given = VerifyingKey(text: key) { return given }
        return try KeyFile.verifyingKey(in: key).get()
    }
}

/// Says what went wrong where no source is to be shown, and ends with status 1.
enum Complaint {
    static func catching<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch let failure as DiskFailure {
            throw said(failure.diagnostics)
        } catch let fault as UnusableKey {
            throw said([fault.diagnostic])
        }
    }

    static func said(_ diagnostics: [Diagnostic]) -> ExitCode {
        Console.note(ReportFormat.human.report(diagnostics, source: { _, _ in nil }) + "\n")
        return ExitCode(1)
    }
}
