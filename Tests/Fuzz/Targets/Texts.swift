import Diagnostics
import Markdown
import Tables
import YAMLData

// What people type, or export from other programs.
extension FuzzTarget {
    static let texts = [
        FuzzTarget("markdown", markdown), FuzzTarget("yaml", yaml), FuzzTarget("table", table),
        FuzzTarget("long-markdown") { await inTime($0, markdown) },
        FuzzTarget("long-yaml") { await inTime($0, yaml) },
        FuzzTarget("long-table") { await inTime($0, table) },
        FuzzTarget("long-template") { await inTime($0, template) },
    ]

    @Sendable static func markdown(_ bytes: [UInt8]) {
        let (document, faults) = MarkdownParser().parse(bytes[...], path: "page.md")
        if faults.contains(where: { $0.code == .markdownLimit || $0.code == .notUTF8 }) {
            precondition(document.html.isEmpty, "a text that was not read has HTML")
        }
        show(faults, in: bytes)
    }

    @Sendable static func yaml(_ bytes: [UInt8]) {
        let (node, faults) = YAMLReader.read(bytes, path: "data.yaml")
        precondition((node == nil) == faults.hasErrors, "YAML is neither read nor refused")
        show(faults, in: bytes)
    }

    @Sendable static func table(_ bytes: [UInt8]) {
        guard let file = try? TableFile(bytes) else { return }
        for row in file.tables.flatMap(\.rows) { precondition(row.cells.count <= TableFile.maximumColumns) }
    }

    /// Puts faults into words, which looks at the lines they point at.
    static func show(_ faults: [Diagnostic], in bytes: [UInt8]) {
        guard !faults.isEmpty else { return }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        for fault in faults {
            guard let place = fault.location?.start else { continue }
            precondition(place.line >= 1 && place.column >= 1, "a fault lies before the file: \(fault)")
        }
        for format in ReportFormat.allCases {
            let text = format.report(faults.prefix(20).map(\.self)) { _, line in
                lines.indices.contains(line - 1) ? lines[line - 1] : nil
            }
            precondition(!text.isEmpty, "a fault was put into no words")
        }
    }
}

// Texts that say one thing over and over are how a reader whose work grows faster than its text is found.
extension FuzzTarget {
    /// In bytes; an eighth of the largest text that is read, because the fuzzer's program is several times slower.
    private static let length = 128 << 10
    private static let patience = Duration.seconds(2)

    /// Repeats what stands between two NULs, and gives the reader two seconds for it.
    static func inTime(_ bytes: [UInt8], _ read: @Sendable ([UInt8]) async -> Void) async {
        let parts = bytes.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
        let (start, unit, end) =
            parts.count == 3 ? (parts[0], parts[1], parts[2]) : ([][...], parts[0], parts.dropFirst().first ?? [])
        guard !unit.isEmpty else { return }
        var text = Array(start)
        text.reserveCapacity(length + bytes.count)
        while text.count < length { text += unit }
        text += end
        // The second time decides, so that a busy machine is not taken for a slow reader.
        guard await duration(text, read) > patience else { return }
        let again = await duration(text, read)
        precondition(again <= patience, "\(text.count) bytes took \(again)")
    }

    private static func duration(_ text: [UInt8], _ read: ([UInt8]) async -> Void) async -> Duration {
        await ContinuousClock().measure { await read(text) }
    }
}
