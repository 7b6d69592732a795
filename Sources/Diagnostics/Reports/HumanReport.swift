/// Diagnostics for people: what is wrong, where, the line itself, and what to do.
///
///     error[SP014]: unknown audience "trianers"
///       --> content/training/level-2.md:5:12
///     5 | audience: [trianers]
///       |            ^^^^^^^^ expected one of: everyone, parents
///       = help: did you mean "trainers"?
struct HumanReport {
    let source: (String, Int) -> String?
    let style: TerminalStyle

    /// Lines longer than this are cut around the caret, so that a table row does not fill the screen.
    private static let widestExcerpt = 160

    func text(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map(one).joined(separator: "\n")
    }

    private func one(_ diagnostic: Diagnostic) -> String {
        let head = style.severity(diagnostic.severity, "\(diagnostic.severity.rawValue)[\(diagnostic.code.id)]")
        var lines = [head + style.bold(": " + shown(diagnostic.message))]
        if let location = diagnostic.location { lines += place(location, label: diagnostic.label) }
        for note in diagnostic.notes {
            lines.append("  = note: " + shown(note.message) + (note.location.map { " (\(at($0)))" } ?? ""))
        }
        if let help = diagnostic.help { lines.append("  = help: " + shown(help)) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func place(_ location: Location, label: String?) -> [String] {
        let arrow = "  --> \(at(location))"
        guard !location.isWholeFile, let line = source(location.path, location.start.line) else {
            return [arrow] + (label.map { ["  = note: " + shown($0)] } ?? [])
        }
        let number = String(location.start.line)
        let margin = String(repeating: " ", count: number.count)
        let (excerpt, column) = excerpt(of: line, around: location.start.column)
        let room = max(1, excerpt.unicodeScalars.count - column + 1)
        let caret = String(repeating: "^", count: min(location.length, room))
        let indent = String(repeating: " ", count: column - 1)
        let words = label.map { " " + shown($0) } ?? ""
        return [arrow, "\(number) | \(excerpt)", "\(margin) | \(indent)" + style.bold(caret) + words]
    }

    private func at(_ location: Location) -> String {
        let path = shown(location.path)
        return location.isWholeFile ? path : "\(path):\(location.start.line):\(location.start.column)"
    }

    /// The part of the line that holds the column, and where the column stands in it.
    private func excerpt(of line: String, around column: Int) -> (String, Int) {
        let scalars = line.unicodeScalars
        let count = scalars.count
        let column = min(column, count + 1)
        guard count > Self.widestExcerpt else { return (shown(line), column) }
        let start = max(0, min(column - Self.widestExcerpt / 2, count - Self.widestExcerpt))
        // Cut first: a fault in a line of a megabyte must not cost a megabyte.
        let cut = shown(String(scalars.dropFirst(start).prefix(Self.widestExcerpt)))
        return start == 0 ? (cut + "…", column) : ("…" + cut + "…", column - start + 1)
    }

    /// Text from a file must not be able to steer the terminal: control characters are shown as `·`, one for one, so
    /// that columns stay true.
    private func shown(_ text: String) -> String {
        var clean = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09: clean.append(" ")
            case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: clean.append("·")
            default: clean.unicodeScalars.append(scalar)
            }
        }
        return clean
    }
}
