import Diagnostics
import Glibc

/// The thread behind `FolderWatch`. Everything in it is the thread's own once it has started.
///
/// A thread and not a task: it sleeps in `poll` nearly all its life, and there are only as many task threads as cores.
struct Watcher: Sendable {
    let roots: [String]
    /// The open inotify queue.
    let queue: Int32
    /// Reads as closed when the watch is to end.
    let stopping: Int32
    /// Milliseconds without an event after which a batch goes out.
    let quiet: Int32
    let report: @Sendable (FolderWatch.Batch) -> Void

    private var folders: [Int32: String] = [:]

    init(
        roots: [String], queue: Int32, stopping: Int32, quiet: Int32,
        report: @escaping @Sendable (FolderWatch.Batch) -> Void
    ) {
        (self.roots, self.queue, self.stopping, self.quiet, self.report) = (roots, queue, stopping, quiet, report)
    }

    /// How long a missing root is left alone between two looks, in milliseconds.
    private static let rootPause: Int32 = 100
    /// A batch goes out after this many quiet times even where events never pause.
    private static let longestBatch = 20

    /// Sets the watches, so that nothing after the return is missed, and starts the thread.
    func start() throws(DiskFailure) {
        var watcher = self
        var batch = FolderWatch.Batch()
        for root in roots {
            if let error = watcher.watch(root, noting: &batch), error.code != ENOENT {
                watcher.closeAll()
                throw FolderWatch.failure(error)
            }
        }
        let box = Unmanaged.passRetained(Box(watcher))
        var thread = pthread_t()
        let code = pthread_create(&thread, nil, { runWatcher($0) }, box.toOpaque())
        guard code == 0 else {
            box.release()
            watcher.closeAll()
            throw FolderWatch.failure(SystemError("watch", roots.joined(separator: ", "), code: code))
        }
        pthread_detach(thread)
    }

    fileprivate final class Box {
        var watcher: Watcher
        init(_ watcher: Watcher) { self.watcher = watcher }
    }

    private func closeAll() {
        close(queue)
        close(stopping)
    }
}

private func runWatcher(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument else { return nil }
    Unmanaged<Watcher.Box>.fromOpaque(argument).takeRetainedValue().watcher.run()
    return nil
}

extension Watcher {
    fileprivate mutating func run() {
        while let batch = nextBatch() {
            if !batch.isEmpty { report(batch) }
        }
        closeAll()
    }

    /// Waits for events and gathers what follows at once, or `nil` where the watch is to end.
    private mutating func nextBatch() -> FolderWatch.Batch? {
        var batch = FolderWatch.Batch()
        let isWhole = watchMissingRoots(noting: &batch)
        if batch.isEmpty {
            switch wait(isWhole ? -1 : Self.rootPause) {
            case .ended: return nil
            case .silence: return batch
            case .events: drain(into: &batch)
            }
        }
        for _ in 0..<Self.longestBatch {
            switch wait(quiet) {
            case .ended: return nil
            case .silence: return batch
            case .events: drain(into: &batch)
            }
        }
        return batch
    }

    private enum Signal { case events, silence, ended }

    private func wait(_ milliseconds: Int32) -> Signal {
        var sources = [
            pollfd(fd: queue, events: Int16(POLLIN), revents: 0),
            pollfd(fd: stopping, events: Int16(POLLIN), revents: 0),
        ]
        let count = poll(&sources, nfds_t(sources.count), milliseconds)
        if sources[1].revents != 0 { return .ended }
        return count > 0 ? .events : .silence
    }

    /// - Returns: false where a root is still missing.
    private mutating func watchMissingRoots(noting batch: inout FolderWatch.Batch) -> Bool {
        let watched = Set(folders.values)
        var isWhole = true
        for root in roots where !watched.contains(root) {
            if watch(root, noting: &batch) == nil {
                batch.needsRescan = true
            } else {
                isWhole = false
            }
        }
        return isWhole
    }
}

extension Watcher {
    private static let mask = UInt32(
        IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVED_FROM | IN_MOVED_TO | IN_MOVE_SELF
            | IN_ONLYDIR | IN_EXCL_UNLINK)

    /// Watches a folder and those below it; what is in them already is noted, for it may have come before the watch.
    ///
    /// - Returns: the error of the folder itself, if any. One below it that cannot be watched asks for a rescan.
    fileprivate mutating func watch(_ folder: String, noting batch: inout FolderWatch.Batch) -> SystemError? {
        let id = inotify_add_watch(queue, folder, Self.mask)
        guard id >= 0 else { return SystemError("watch", folder) }
        folders[id] = folder
        guard let entries = try? FolderEntry.list(root: AT_FDCWD, path: folder).get() else { return nil }
        for entry in entries where !Litter.covers(entry.name) {
            guard let name = entry.text else { continue }
            let path = folder.appending(path: name)
            batch.paths.insert(path)
            if entry.kind == .folder, let error = watch(path, noting: &batch), error.code != ENOENT {
                batch.needsRescan = true
            }
        }
        return nil
    }

    /// Forgets the watches at and below a folder that was moved away or removed.
    private mutating func forget(_ folder: String) {
        for (id, path) in folders where RealPath.isInside(path, folder) {
            inotify_rm_watch(queue, id)
            folders[id] = nil
        }
    }

    private mutating func drain(into batch: inout FolderWatch.Batch) {
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Glibc.read(queue, &buffer, buffer.count)
            guard count > 0 else { return }
            var rest = buffer[..<count]
            while let event = Event(takingFrom: &rest) { note(event, in: &batch) }
        }
    }

    private mutating func note(_ event: Event, in batch: inout FolderWatch.Batch) {
        if event.has(IN_Q_OVERFLOW) {
            batch.needsRescan = true
            // Folders made meanwhile are not watched yet.
            for root in roots { _ = watch(root, noting: &batch) }
            return
        }
        guard let folder = folders[event.id] else { return }
        if event.has(IN_DELETE_SELF) || event.has(IN_MOVE_SELF) {
            guard roots.contains(folder) else { return }
            forget(folder)
            batch.needsRescan = true
            return
        }
        guard !event.name.isEmpty, !Litter.covers(event.name) else { return }
        let path = folder.appending(path: String(decoding: event.name, as: UTF8.self))
        batch.paths.insert(path)
        guard event.has(IN_ISDIR) else { return }
        if event.has(IN_CREATE) || event.has(IN_MOVED_TO) {
            if let error = watch(path, noting: &batch), error.code != ENOENT { batch.needsRescan = true }
        } else {
            forget(path)
        }
    }

    /// One event of inotify(7).
    private struct Event {
        let id: Int32
        let mask: UInt32
        let name: [UInt8]

        /// Four numbers of 32 bits (the watch, the mask, a cookie, the name's length), then the name, padded with zeros.
        init?(takingFrom bytes: inout ArraySlice<UInt8>) {
            guard bytes.count >= 16 else { return nil }
            func number(_ offset: Int) -> UInt32 {
                bytes.dropFirst(offset).prefix(4).withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) }
            }
            id = Int32(bitPattern: number(0))
            mask = number(4)
            let length = Int(number(12))
            name = Array(bytes.dropFirst(16).prefix(length).prefix { $0 != 0 })
            bytes = bytes.dropFirst(16 + length)
        }

        func has(_ flag: some BinaryInteger) -> Bool { mask & UInt32(truncatingIfNeeded: flag) != 0 }
    }
}
