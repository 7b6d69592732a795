/// The faults that a board has agreed to live with for now, so that a check of old content speaks of new ones only.
///
/// A fault is known again by its code, its file and its message, not by its line, so that work elsewhere in a file does
/// not bring it back. Errors are never taken in: a site with an error cannot be built, so nobody can live with one.
public struct Baseline: Sendable, Hashable {
    /// How often each fault may be found.
    private let counts: [Entry: Int]

    struct Entry: Sendable, Hashable, Comparable {
        let code: String
        let path: String
        let message: String

        static func < (a: Entry, b: Entry) -> Bool { (a.path, a.code, a.message) < (b.path, b.code, b.message) }
    }

    /// Everything of these that may be lived with: warnings and notes.
    public init(_ faults: some Sequence<Diagnostic>) {
        counts = Dictionary(faults.compactMap(Entry.init).map { ($0, 1) }, uniquingKeysWith: +)
    }

    fileprivate init(counts: [Entry: Int]) { self.counts = counts }

    /// What is left of the faults, in order, and how many that the baseline names were not found any more.
    public func new(among faults: [Diagnostic]) -> (faults: [Diagnostic], gone: Int) {
        var left = counts
        let new = faults.filter { fault in
            guard let entry = Entry(fault), let count = left[entry], count > 0 else { return true }
            left[entry] = count - 1
            return false
        }
        return (new, left.values.reduce(0, +))
    }

    /// How many faults it stands for.
    public var count: Int { counts.values.reduce(0, +) }
}

extension Baseline.Entry {
    fileprivate init?(_ fault: Diagnostic) {
        guard fault.severity != .error else { return nil }
        self.init(
            code: fault.code.id, path: Baseline.flat(fault.location?.path ?? "-"),
            message: Baseline.flat(fault.message))
    }
}

// The file: a line for each fault, with tabs between count, code, path and message. Sorted, so that two versions of it
// can be compared, and so that a board can see in a change of the file which faults were taken in.
extension Baseline {
    private static let heading = "# Faults that were there when the checker was adopted, written by signpost check."
    private static let tab = UInt8(ascii: "\t")

    public var text: String {
        counts.sorted { $0.key < $1.key }.reduce(Self.heading + "\n") { text, item in
            text + "\(item.value)\t\(item.key.code)\t\(item.key.path)\t\(item.key.message)\n"
        }
    }

    /// What a file says, or what is wrong with it.
    public static func read(_ file: SourceFile) -> (baseline: Baseline, diagnostics: [Diagnostic]) {
        var (counts, faults): ([Entry: Int], [Diagnostic]) = ([:], [])
        let lines = file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where !line.isEmpty && line.first != UInt8(ascii: "#") {
            if let (entry, count) = entry(line) {
                counts[entry, default: 0] += count
            } else {
                let place = Location(path: file.path, start: Position(line: number + 1, column: 1), length: line.count)
                faults.append(
                    Diagnostic(
                        .unusableBaseline, "this line is no entry of a baseline", at: place,
                        help: "write the file anew with --write-baseline"))
            }
        }
        return (Baseline(counts: counts), faults)
    }

    private static func entry(_ line: ArraySlice<UInt8>) -> (Entry, Int)? {
        let end = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        let parts = end.split(separator: tab, maxSplits: 3, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard parts.count == 4, let count = Int(parts[0]), count > 0, DiagnosticCode.named(parts[1]) != nil else {
            return nil
        }
        return (Entry(code: parts[1], path: parts[2], message: parts[3]), count)
    }

    /// Messages and paths hold neither tabs nor line ends but where somebody wrote them into a file's name.
    fileprivate static func flat(_ text: String) -> String {
        String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
    }
}
