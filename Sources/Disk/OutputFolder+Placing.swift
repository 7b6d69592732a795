import Diagnostics
import Glibc

// The way of a new site into its place.
extension OutputFolder {
    /// Swaps the new site in. After a failure the old one stands where it stood, and the new one is gone.
    func place(overOld: Bool) async throws(DiskFailure) {
        var isPlaced = false
        do throws(SystemError) {
            if overOld { try swap() } else { try changes.rename(in: parent, staging, to: name) }
            isPlaced = true
            try changes.flush(parent, typed)
        } catch {
            if isPlaced { try? overOld ? swap() : changes.rename(in: parent, name, to: staging) }
            try? await remove(staging)
            throw DiskFailure(writing: SystemError(error.action, typed, code: error.code))
        }
    }

    private func swap() throws(SystemError) {
        if try !changes.exchange(in: parent, staging, name) { try swapWithRenames() }
    }

    /// The old site goes aside and the new one in; then the old one takes the new one's former name, as after a swap.
    private func swapWithRenames() throws(SystemError) {
        try changes.rename(in: parent, name, to: aside)
        do throws(SystemError) {
            try changes.rename(in: parent, staging, to: name)
        } catch {
            try changes.rename(in: parent, aside, to: name)
            throw error
        }
        try changes.rename(in: parent, aside, to: staging)
    }

    /// What went wrong while the new site was put together, as the user knows the place.
    func failure(_ error: SystemError) -> DiskFailure {
        let isFolder = error.path == typed || error.path == staging
        let path = isFolder ? typed : typed.appending(path: error.path)
        return DiskFailure(writing: SystemError(error.action, path, code: error.code))
    }
}
