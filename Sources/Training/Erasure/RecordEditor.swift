import Diagnostics
import Schemas
import YAMLData

/// Edits the files of one folder for one erasure.
struct RecordEditor {
    let substitutes: Substitutes
    /// The runs that mention somebody who goes. Most of thousands of runs do not, and need not be read again.
    let runs: Set<String>
    private(set) var changes: [(path: String, count: Int)] = []

    init(substitutes: Substitutes, runs: Set<String>) {
        self.substitutes = substitutes
        self.runs = runs
    }

    /// The list of people.
    ///
    /// - Parameter keepsOld: Whether the old ids stay, as records of the same people, for files that still use them.
    func people(_ file: SourceFile, keepsOld: Bool) -> SourceFile {
        var lines = RecordLines(file.bytes)
        var placed = Set(substitutes.all.filter(\.isThere).map(\.newID))
        for entry in YAMLReader.read(file.bytes, path: file.path).node?.items ?? [] {
            guard let id = entry["id"]?.text.map({ ID<Person>($0) }) else { continue }
            if let substitute = substitutes.substitute(for: id) {
                var rows = keepsOld ? [substitute.person.row(id, sameAs: substitute.newID)] : []
                if placed.insert(substitute.newID).inserted {
                    rows.append(substitute.person.row(substitute.newID, sameAs: nil))
                }
                lines.replace(entry, with: rows)
            } else {
                for key in ["same_as", "not_same_as"] { rename(entry[key], &lines) }
            }
        }
        return SourceFile(path: file.path, bytes: lines.bytes)
    }

    /// Another file without the people, or `nil` where they are not in it.
    mutating func edit(_ file: SourceFile) -> SourceFile? {
        guard mayMention(file.path), let node = YAMLReader.read(file.bytes, path: file.path).node else { return nil }
        var lines = RecordLines(file.bytes)
        var count = 0
        if rename(node["trainer"], &lines) { count += 1 }
        let attendance = node["attendance"]?.items ?? []
        let stays = substitutes.rowsThatStay(
            attendance.map { (ID($0["person"]?.text ?? ""), $0["status"]?.text.flatMap(Attendance.Status.init)) })
        for (entry, stays) in zip(node.items + attendance, node.items.map { _ in true } + stays) {
            if let substitute = entry["person"]?.text.flatMap({ substitutes.substitute(for: ID($0)) }) {
                lines.replace(entry, with: stays ? rows(for: entry, substitute.newID, in: file.path) : [])
                count += 1
            } else if rename(entry["trained_by"], &lines) {
                count += 1
            }
        }
        guard count > 0 else { return nil }
        changes.append((file.path, count))
        return SourceFile(path: file.path, bytes: lines.bytes)
    }

    private func mayMention(_ path: String) -> Bool {
        if ["champions.yaml", "moves.yaml", "trainers.yaml"].contains(path) { return true }
        guard path.hasPrefix("runs/"), path.hasSuffix(".yaml"), let name = path.split(separator: "/").last else {
            return false
        }
        return runs.contains(String(name.dropLast(".yaml".count)))
    }

    /// What stays of somebody's entry.
    private func rows(for entry: YAMLNode, _ newID: ID<Person>, in path: String) -> [String] {
        if let status = entry["status"]?.text { return ["{ person: \(newID), status: \(status) }"] }
        guard path == "moves.yaml", let from = entry["from"]?.text, let until = entry["until"]?.text else { return [] }
        return ["{ person: \(newID), from: \(from), until: \(until) }"]
    }

    @discardableResult
    private func rename(_ value: YAMLNode?, _ lines: inout RecordLines) -> Bool {
        guard let value, let substitute = value.text.flatMap({ substitutes.substitute(for: ID($0)) }) else {
            return false
        }
        lines.replace(value: value, with: substitute.newID.text)
        return true
    }
}
