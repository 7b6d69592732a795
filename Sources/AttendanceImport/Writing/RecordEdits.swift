import Diagnostics
import Schemas
import Training
import YAMLData

/// Writes a plan into the text of the records.
public enum RecordEdits {
    /// A run's file with these lines set; `nil` where the file is written in a way that cannot be edited safely.
    public static func run(_ bytes: [UInt8], _ changes: [ImportPlan.Change]) -> [UInt8]? {
        guard case .mapping(let entries)? = YAMLReader.read(bytes, path: "").node?.value else { return nil }
        let entry = entries.first { $0.key == "attendance" }
        var edit = YAMLEdit(bytes)
        let lines = lines(of: entry?.value)
        // From the end to the start: what is written first moves nothing that comes after it.
        let fresh = changes.filter { lines[$0.person.text] == nil }.map(group)
        if let entry {
            edit.append(fresh, to: entry.value, under: entry.keyLocation)
        } else if !fresh.isEmpty {
            edit.append(key: "attendance", fresh)
        }
        let known = changes.compactMap { change in lines[change.person.text].map { (line: $0, change: change) } }
        for (line, change) in known.sorted(by: { $0.line.status < $1.line.status }).reversed() {
            set(change, in: line, &edit)
        }
        return says(edit.bytes, changes) ? edit.bytes : nil
    }

    private static func set(_ change: ImportPlan.Change, in line: Line, _ edit: inout YAMLEdit) {
        let status = line.status.value
        guard let minutes = change.minutes else { return edit.replace(status, with: change.status.rawValue) }
        guard let written = line.minutes else {
            edit.add(key: "minutes", String(minutes), behind: line.status, in: line.group)
            return edit.replace(status, with: change.status.rawValue)
        }
        let edits = [(status, change.status.rawValue), (written, String(minutes))]
        for (node, word) in edits.sorted(by: { $0.0.location.start > $1.0.location.start }) {
            edit.replace(node, with: word)
        }
    }

    private static func group(_ change: ImportPlan.Change) -> [(key: String, value: String)] {
        let group = [(key: "person", value: change.person.text), ("status", change.status.rawValue)]
        return group + (change.minutes.map { [("minutes", String($0))] } ?? [])
    }

    /// `people.yaml` with these people below the others.
    ///
    /// - Parameter bytes: Empty where there is no such file yet.
    public static func people(_ bytes: [UInt8], adding people: [ImportPlan.NewPerson]) -> [UInt8] {
        guard !people.isEmpty else { return bytes }
        let node = YAMLReader.read(bytes, path: "").node
        var edit = YAMLEdit(bytes)
        let groups = people.map { person in
            var group = [(key: "id", value: person.id.text), ("name", quoted(person.name))]
            if let email = person.email { group.append(("email", quoted(email))) }
            return group + [("agency", person.agency.text), ("role_group", person.roleGroup.text)]
        }
        edit.append(groups, to: node, under: nil)
        return edit.bytes
    }

    private static func quoted(_ text: String) -> String {
        let node = YAMLNode(.scalar(text, .quoted), at: Location(path: "", start: .start))
        return String(node.text.dropLast())
    }

    /// What a person's line says, and where.
    private struct Line {
        let group: YAMLNode
        let status: YAMLNode.Entry
        let minutes: YAMLNode?
    }

    /// Each person's line.
    private static func lines(of list: YAMLNode?) -> [String: Line] {
        guard case .sequence(let items)? = list?.value else { return [:] }
        var lines: [String: Line] = [:]
        for item in items {
            guard case .mapping(let entries) = item.value,
                let person = entries.first(where: { $0.key == "person" })?.value,
                case .scalar(let id, _) = person.value,
                let status = entries.first(where: { $0.key == "status" })
            else { continue }
            lines[id] = Line(group: item, status: status, minutes: entries.first { $0.key == "minutes" }?.value)
        }
        return lines
    }

    /// Whether the file now says what it should.
    private static func says(_ bytes: [UInt8], _ changes: [ImportPlan.Change]) -> Bool {
        guard case .mapping(let entries)? = YAMLReader.read(bytes, path: "").node?.value else { return false }
        let lines = lines(of: entries.first { $0.key == "attendance" }?.value)
        return changes.allSatisfy { change in
            let line = lines[change.person.text]
            let minutes = change.minutes.map(String.init)
            return line?.status.value.word == change.status.rawValue
                && (minutes == nil || line?.minutes?.word == minutes)
        }
    }
}

extension YAMLNode {
    fileprivate var word: String? {
        if case .scalar(let word, _) = value { word } else { nil }
    }
}

extension YAMLNode.Entry {
    /// By their places in the file.
    fileprivate static func < (one: Self, other: Self) -> Bool {
        one.value.location.start < other.value.location.start
    }
}
