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
        var begun = 0
        do throws(DiskFailure) {
            var known = try await KnownRecords(asRead: desk.shelves)
            for file in erasure.files {
                begun += 1
                try known.replace(desk.shelves.shownRecord(file.path), with: file.bytes)
            }
        } catch {
            Console.note(ReportFormat.human.report(error.diagnostics, source: { _, _ in nil }))
            Console.note(
                putBack(erasure.files.prefix(begun))
                    ? "Nothing was changed.\n"
                    : "Some files were written; figures are right all the same. Run the same command again to finish.\n"
            )
            throw ExitCode(1)
        }
    }

    /// Whether every file is as it was, but for what somebody else has saved before it was written.
    private func putBack(_ files: ArraySlice<SourceFile>) -> Bool {
        do throws(DiskFailure) {
            for (place, file) in files.enumerated().reversed() {
                guard let old = desk.shelves.records.first(where: { $0.path == file.path }) else { return false }
                let path = desk.shelves.shownRecord(file.path)
                let now = try OneFile.read(path, limit: .max - 1)
                // The last one may be in its place, and only not known to be safe there, or not have come so far.
                if now == old.bytes { continue }
                if files.contains(where: { $0.path == file.path && $0.bytes == now }) {
                    try FileReplacement.write(old.bytes, over: now, at: path)
                } else if place < files.count - 1 {
                    return false
                }
            }
            return true
        } catch {
            return false
        }
    }
}
