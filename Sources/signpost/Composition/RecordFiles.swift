import ArgumentParser
import Diagnostics
import Disk
import Training

/// Writes edited records, and tells what is left to do by hand.
struct RecordFiles {
    let desk: TrainingDesk

    /// Makes sure that the edited files say what they should, before anything is written.
    func check(_ erasure: Erasure, _ progress: inout Progress) async throws {
        let isRight = await desk.rereading(erasure.files).map(erasure.isRight) ?? false
        progress.end()
        guard isRight else {
            Console.note(
                """
                Error: These records are written in a way that cannot be edited without risk; nothing was changed.
                Write each person's entry and each line of attendance on a line of its own, and try again.

                """)
            throw ExitCode(1)
        }
        for change in erasure.changes { Console.data("\(change.path): \(change.count)\n") }
        for leftover in erasure.leftovers {
            let place = "\(leftover.path):\(leftover.line)"
            Console.note("\(place): something of \(leftover.person) still stands here; see to it by hand.\n")
        }
    }

    /// Writes the files, each in one step. If one cannot be written, those before it are put back.
    func write(_ erasure: Erasure) async throws {
        let changed = await desk.shelves.changedRecords()
        guard changed.isEmpty else {
            Console.note(ReportFormat.human.report(changed, source: { _, _ in nil }) + "Nothing was changed.\n")
            throw ExitCode(1)
        }
        let folder = desk.shelves.recordsFolder ?? "."
        var begun: [String] = []
        do throws(DiskFailure) {
            for file in erasure.files {
                begun.append(file.path)
                try FileReplacement.write(file.bytes, to: "\(folder)/\(file.path)")
            }
        } catch {
            Console.note(ReportFormat.human.report(error.diagnostics, source: { _, _ in nil }))
            Console.note(
                putBack(begun, in: folder)
                    ? "Nothing was changed.\n"
                    : "Some files were written; figures are right all the same. Run the same command again to finish.\n"
            )
            throw ExitCode(1)
        }
    }

    /// Whether every file is as it was.
    private func putBack(_ paths: [String], in folder: String) -> Bool {
        do throws(DiskFailure) {
            for path in paths.reversed() {
                guard let file = desk.shelves.records.first(where: { $0.path == path }) else { return false }
                // The last one may be in its place, and only not known to be safe there, or not have come so far.
                if (try? OneFile.read("\(folder)/\(path)", limit: .max - 1)) == file.bytes { continue }
                try FileReplacement.write(file.bytes, to: "\(folder)/\(path)")
            }
            return true
        } catch {
            return false
        }
    }
}
