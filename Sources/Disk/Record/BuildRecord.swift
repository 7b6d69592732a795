import Glibc

/// What the last build read and wrote, kept beside the site, so that the next one can tell that there is nothing to do.
///
/// It is only ever believed where everything is as it says: each file and folder that was read, each that was made, and
/// the circumstances. So it may be deleted, copied or out of date at any time, and the worst that comes of it is a
/// build that does all its work.
public struct BuildRecord: Sendable, Hashable {
    /// Everything that the site depends on beside files: which program it was, how it was called, on which day.
    public let circumstances: [String]
    /// What was read, and what was looked for and not found.
    public let inputs: [Sighting]
    /// What was made, and what was cleared away.
    let outputs: [Sighting]
    /// What the build had to say, for the next one to repeat.
    public let answer: [String]

    /// Notes a build that has just ended, or `nil` where the site is not what it made any more.
    ///
    /// - Parameters:
    ///   - files: The site in `folder`: the paths of its files, and their sizes in bytes.
    ///   - others: What the build made beside the site.
    public init?(
        of files: [(path: String, size: Int)], in folder: String, and others: [String], inputs: [Sighting],
        circumstances: [String], answer: [String]
    ) async {
        let output = folder.dropTrailingSlashes()
        let folders = Manifest.folders(of: files.lazy.map(\.path)) + [Manifest.folder]
        let made = await files.concurrentCalls { file -> Sighting? in
            let path = output.appending(path: file.path)
            let stamp = FileStamp.of(path)
            guard stamp.kind == .file, stamp.size == file.size else { return nil }
            return Sighting(path: path, stamp: stamp, contents: nil)
        }
        let around =
            folders.map { output.appending(path: $0) }
            + [output, output.appending(path: Manifest.path)] + others + Self.leftovers(beside: output)
        let rest = await around.concurrentCalls {
            Sighting(path: $0, stamp: FileStamp.of($0), contents: nil)
        }
        // What could not be cleared away is for the next build to clear away, so that one must not be told to do nothing.
        guard !made.contains(nil), Self.leftovers(beside: output).allSatisfy({ FileStamp.of($0) == .absent }) else {
            return nil
        }
        self.circumstances = circumstances
        self.inputs = inputs
        outputs = made.compactMap(\.self) + rest
        self.answer = answer
    }

    /// Notes a run that made no site.
    public init(circumstances: [String], inputs: [Sighting], answer: [String]) {
        self.init(circumstances: circumstances, inputs: inputs, outputs: [], answer: answer)
    }

    init(circumstances: [String], inputs: [Sighting], outputs: [Sighting], answer: [String]) {
        (self.circumstances, self.inputs, self.outputs, self.answer) = (circumstances, inputs, outputs, answer)
    }

    /// Which files of the inputs have changed; `nil` where one has come or gone, and where what was made is not as it was
    /// made.
    func changes() async -> [String]? {
        // The inputs first: they are fewer, and where people have worked, one of them has changed.
        let hold = await inputs.concurrentCalls { $0.holds }
        let changed = zip(inputs, hold).filter { !$1 }.map(\.0)
        guard changed.allSatisfy({ $0.isFileStill || $0.hasSameNames }) else { return nil }
        let stand = await outputs.concurrentCalls { $0.holds }
        return stand.contains(false) ? nil : changed.filter { $0.stamp.kind == .file }.map(\.path)
    }

    /// The inputs, for the record of a build that read some of them again.
    ///
    /// - Parameters:
    ///   - seen: What it saw.
    ///   - files: Those whose changes it took in.
    /// - Returns: `nil` where anything else that it saw was no longer as it stands here: what is left of the last build
    ///   does not go together with that.
    public func inputs(seen: [Sighting], takingIn files: [String]) -> [Sighting]? {
        let later = Dictionary(seen.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let changed = Set(files)
        var inputs = inputs
        for (place, old) in inputs.enumerated() {
            guard let new = later[old.path] else { continue }
            let isTakenIn = changed.contains(old.path)
            guard isTakenIn || old.goesTogether(with: new) else { return nil }
            if isTakenIn || new.contents == old.contents { inputs[place] = new }
        }
        return inputs
    }

    /// The same, once all was as it says at a time when most stamps were no longer young.
    func settled(at time: FileStamp.Instant) -> BuildRecord {
        BuildRecord(
            circumstances: circumstances, inputs: inputs.map { $0.renewed.settled(at: time) }, outputs: outputs,
            answer: answer)
    }

    /// What a build that was ended leaves, which the next one has to clear away.
    private static func leftovers(beside output: String) -> [String] {
        let (parent, name) = RealPath.split(RealPath.of(output) ?? output)
        let folder = OutputFolder(parent: AT_FDCWD, name: name, typed: output, changes: DiskChanges())
        return [folder.staging, folder.aside, folder.lock].map { parent.appending(path: $0) }
    }
}
