public import Diagnostics
public import Schemas
import YAMLData

/// Takes a person out of the records so that figures stay as they are (UK GDPR, article 17).
///
/// Their entry in `people.yaml` is replaced by one that says no more than figures need (agency, group of staff, kind of
/// site) under an id that says nothing, and that id takes their place in runs and moves. Certificates, minutes and
/// comments on their lines go. Their entries as a champion and as a trainer are deleted: those are about who serves now.
///
/// Files are written one by one, in the order of ``files``. The first has the new entry beside what is left of the old
/// one, which is said to be the same person; so figures are right after each file, nothing personal but the old id is
/// left after the first, and erasing the same person again finishes what was cut off.
public struct Erasure: Sendable {
    /// What stands in their place.
    public let newID: ID<Person>
    /// The files to be written, in this order; the list of people comes first and last.
    public let files: [SourceFile]
    /// How many entries and mentions change, by file.
    public let changes: [(path: String, count: Int)]
    /// The records as they should be read from the files in the end.
    private let expected: TrainingRecords

    /// - Parameters:
    ///   - id: Somebody who is there, under any of their records.
    ///   - sources: All files of the records' folder.
    /// - Returns: `nil` where nothing of them is left to erase.
    public init?(of id: ID<Person>, in sources: [SourceFile], _ records: TrainingRecords) {
        let main = records.main(id)
        let merged = records.people.items.filter { $0.sameAs == main.id }.map(\.id)
        if main.isErased, merged.isEmpty { return nil }
        let erased = Set(main.isErased ? merged : [main.id] + merged)
        newID = main.isErased ? main.id : Self.freeID(records.people)
        var editor = Editor(erased: erased, main: main, newID: newID)
        guard let people = sources.first(where: { $0.path == "people.yaml" }) else { return nil }
        let between = editor.people(people, keepsOld: true)
        let others = sources.filter { $0.path != people.path && $0.path.hasSuffix(".yaml") }.compactMap {
            editor.edit($0)
        }
        let final = editor.people(people, keepsOld: false)
        files = [between] + others + [final]
        changes = [(people.path, erased.count)] + editor.changes
        expected = records.erasing(erased, main, newID)
    }

    private static func freeID(_ people: Registry<Person>) -> ID<Person> {
        var number = 1
        while people.find(ID("erased-\(number)")) != nil { number += 1 }
        return ID("erased-\(number)")
    }

    /// Whether the edited files, read again, say what they should.
    public func isRight(_ read: TrainingRecords) -> Bool { read.saysTheSame(as: expected) }
}

/// Edits the files of one folder for one erasure.
private struct Editor {
    let erased: Set<ID<Person>>
    let main: Person
    let newID: ID<Person>
    var changes: [(path: String, count: Int)] = []

    func people(_ file: SourceFile, keepsOld: Bool) -> SourceFile {
        var lines = RecordLines(file.bytes)
        var isPlaced = main.isErased
        for entry in entries(file) {
            guard let id = entry["id"]?.text.map({ ID<Person>($0) }) else { continue }
            if erased.contains(id) {
                var rows = keepsOld ? [main.row(id, sameAs: newID)] : []
                if !isPlaced { rows.append(main.row(newID, sameAs: nil)) }
                isPlaced = true
                lines.replace(entry, with: rows)
            } else {
                for key in ["same_as", "not_same_as"] { rename(entry[key], &lines) }
            }
        }
        return SourceFile(path: file.path, bytes: lines.bytes)
    }

    /// The file without the person, or `nil` where they are not in it.
    mutating func edit(_ file: SourceFile) -> SourceFile? {
        // Most of thousands of runs do not mention somebody; looking for the id is far cheaper than reading them.
        guard erased.contains(where: { file.bytes.holds(Array($0.text.utf8)) }) else { return nil }
        guard let node = YAMLReader.read(file.bytes, path: file.path).node else { return nil }
        var lines = RecordLines(file.bytes)
        var count = 0
        if rename(node["trainer"], &lines) { count += 1 }
        for entry in node.items + (node["attendance"]?.items ?? []) {
            if let person = entry["person"]?.text, erased.contains(ID(person)) {
                lines.replace(entry, with: rows(for: entry, in: file.path))
                count += 1
            } else if rename(entry["trained_by"], &lines) {
                count += 1
            }
        }
        guard count > 0 else { return nil }
        changes.append((file.path, count))
        return SourceFile(path: file.path, bytes: lines.bytes)
    }

    /// What stays of somebody's entry.
    private func rows(for entry: YAMLNode, in path: String) -> [String] {
        if let status = entry["status"]?.text { return ["{ person: \(newID), status: \(status) }"] }
        guard path == "moves.yaml", let from = entry["from"]?.text, let until = entry["until"]?.text else { return [] }
        return ["{ person: \(newID), from: \(from), until: \(until) }"]
    }

    @discardableResult
    private func rename(_ value: YAMLNode?, _ lines: inout RecordLines) -> Bool {
        guard let value, let text = value.text, erased.contains(ID(text)) else { return false }
        lines.replace(value: value, with: newID.text)
        return true
    }

    private func entries(_ file: SourceFile) -> [YAMLNode] {
        YAMLReader.read(file.bytes, path: file.path).node?.items ?? []
    }
}

extension Person {
    /// A line of `people.yaml` with nothing but what figures need.
    fileprivate func row(_ id: ID<Person>, sameAs: ID<Person>?) -> String {
        var parts = ["id: \(id)", "name: \(Person.erasedName)", "agency: \(agency)", "role_group: \(roleGroup)"]
        if let siteKind { parts.append("site_kind: \(siteKind)") }
        if let sameAs { parts.append("same_as: \(sameAs)") }
        return "{ " + parts.joined(separator: ", ") + " }"
    }
}

extension [UInt8] {
    fileprivate func holds(_ part: [UInt8]) -> Bool {
        guard let first = part.first, count >= part.count else { return false }
        var start = startIndex
        while let found = self[start...].firstIndex(of: first), found + part.count <= count {
            if self[found..<found + part.count].elementsEqual(part) { return true }
            start = found + 1
        }
        return false
    }
}
