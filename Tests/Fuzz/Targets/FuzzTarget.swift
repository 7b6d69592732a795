/// Something that reads what people send, as a function of bytes that may be any bytes at all.
///
/// A target ends the process where the reader breaks its word: it crashes, takes too long, or says nothing of what it
/// did not read. The fuzzer (`make fuzz`) looks for such bytes; what it once found lies in `Seeds/`, and every run of
/// the tests reads it again.
struct FuzzTarget: Sendable {
    /// The name of its folder below `Seeds/`.
    let name: String
    let run: @Sendable ([UInt8]) async -> Void

    init(_ name: String, _ run: @escaping @Sendable ([UInt8]) async -> Void) {
        self.name = name
        self.run = run
    }

    static let all: [FuzzTarget] =
        texts + archives + boards + [
            FuzzTarget("picture", FuzzTarget.picture), FuzzTarget("template", FuzzTarget.template),
            FuzzTarget("theme", FuzzTarget.theme), FuzzTarget("manifest", FuzzTarget.manifest),
            FuzzTarget("record", FuzzTarget.buildRecord), FuzzTarget("request", FuzzTarget.requestTarget),
            FuzzTarget("release", FuzzTarget.release),
        ]
}

/// Several files in one text, so that a fuzzer can change each of them: a line `=== path` stands before each.
struct FilesInOne {
    private(set) var files: [(path: String, bytes: [UInt8])] = []

    init(_ bytes: [UInt8]) {
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if line.starts(with: "=== ".utf8) {
                files.append((String(decoding: line.dropFirst(4), as: UTF8.self), []))
            } else if !files.isEmpty {
                files[files.count - 1].bytes += line + [UInt8(ascii: "\n")]
            }
        }
    }
}
