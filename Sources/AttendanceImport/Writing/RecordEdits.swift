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
        var fresh: [[(key: String, value: String)]] = []
        let lines = lines(of: entry?.value)
        for change in changes {
            if let status = lines[change.person.text] {
                edit.replace(status, with: change.status.rawValue)
            } else {
                fresh.append([("person", change.person.text), ("status", change.status.rawValue)])
            }
        }
        if let entry {
            edit.append(fresh, to: entry.value, under: entry.keyLocation)
        } else if !fresh.isEmpty {
            edit.append(key: "attendance", fresh)
        }
        return says(edit.bytes, changes) ? edit.bytes : nil
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

    /// The status of each person's line.
    private static func lines(of list: YAMLNode?) -> [String: YAMLNode] {
        guard case .sequence(let items)? = list?.value else { return [:] }
        var lines: [String: YAMLNode] = [:]
        for case .mapping(let entries) in items.map(\.value) {
            guard let person = entries.first(where: { $0.key == "person" })?.value,
                case .scalar(let id, _) = person.value,
                let status = entries.first(where: { $0.key == "status" })?.value
            else { continue }
            lines[id] = status
        }
        return lines
    }

    /// Whether the file now says what it should.
    private static func says(_ bytes: [UInt8], _ changes: [ImportPlan.Change]) -> Bool {
        guard case .mapping(let entries)? = YAMLReader.read(bytes, path: "").node?.value else { return false }
        let lines = lines(of: entries.first { $0.key == "attendance" }?.value)
        return changes.allSatisfy { change in
            if case .scalar(let status, _)? = lines[change.person.text]?.value {
                status == change.status.rawValue
            } else {
                false
            }
        }
    }
}
